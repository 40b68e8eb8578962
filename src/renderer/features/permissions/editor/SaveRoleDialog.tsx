import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { PreviewPanel } from "#renderer/app/preview/PreviewPanel.tsx";
import { usePreview } from "#renderer/app/preview/usePreview.ts";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { changesOf, withRole } from "./draft.ts";
import type { RoleEditor } from "./useRoleEditor.ts";
import { updateOf, type Saving } from "./useSavingRole.ts";

interface SaveRoleDialogProps {
  readonly organization: Organization;
  readonly editor: RoleEditor;
}

/** What a changed role gives to and takes from the people who have it, before it is saved. */
export function SaveRoleDialog({ organization, editor }: SaveRoleDialogProps) {
  const { t } = useTranslation("permissions");
  const { start, draft, people, policy, pending, confirm, keepEditing } = editor;
  const saving: Saving = { start, draft, changes: changesOf(start.role, draft) };
  const previewed = usePreview(organization.id, { operation: "role.update", input: updateOf(saving) });
  return (
    <DecisionDialog
      opened
      title={t("editor.saveTitle", { role: start.role.name, count: people })}
      confirmLabel={t("editor.save")}
      ready={previewed.ready}
      pending={pending}
      onConfirm={() => confirm(previewed.basis)}
      onClose={keepEditing}
    >
      <PreviewPanel organization={organization} previewed={previewed} next={withRole(policy, draft)} />
    </DecisionDialog>
  );
}

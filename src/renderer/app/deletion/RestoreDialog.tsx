import { IconBuilding, IconMail, IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { PreviewPanel } from "#renderer/app/preview/PreviewPanel.tsx";
import { usePreviewedCommand } from "#renderer/app/preview/usePreviewedCommand.ts";
import { nounsOf } from "#renderer/app/workspaces/nouns.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { DecisionDialog, type Impact } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";

interface RestoreDialogProps {
  readonly organization: Organization;
  readonly onClose: () => void;
}

/** Bringing a deleted organization back while it is held: what works again, for how many. */
export function RestoreDialog({ organization, onClose }: RestoreDialogProps) {
  const { t } = useTranslation("deletion");
  const { id: organizationId, name } = organization;
  const impact = useRestored(organization);
  const { previewed, decision } = usePreviewedCommand(organizationId, "deletion.restore", {}, () => {
    toastDone({ message: t("row.restored", { organization: name }) });
    onClose();
  });
  return (
    <DecisionDialog
      opened
      title={t("back.title", { organization: name })}
      confirmLabel={t("row.restore")}
      {...decision}
      onClose={onClose}
    >
      <PreviewPanel
        organization={organization}
        previewed={previewed}
        also={impact}
        nothing={t("back.text", { organization: name })}
      />
    </DecisionDialog>
  );
}

/** What could only be read and works again. A preview of it tells nothing: nobody's place changes. */
function useRestored(organization: Organization): Impact[] {
  const { t } = useTranslation("deletion");
  const { data } = useOperation("deletion.preview", { organizationId: organization.id });
  if (data === undefined) return [];
  const { members, workspaces, invitations } = data;
  const noun = nounsOf(organization)[workspaces === 1 ? "one" : "other"];
  return [
    { id: "people", icon: <IconUsers />, text: t("back.people", { count: members }) },
    ...(workspaces > 0
      ? [{ id: "workspaces", icon: <IconBuilding />, text: t("back.workspaces", { count: workspaces, noun }) }]
      : []),
    ...(invitations > 0
      ? [{ id: "invitations", icon: <IconMail />, text: t("back.invitations", { count: invitations }) }]
      : []),
  ];
}

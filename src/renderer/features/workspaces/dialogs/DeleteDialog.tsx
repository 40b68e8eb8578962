import { IconLink, IconUserOff, IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Workspace } from "#contract/entities/workspace.ts";
import { DecisionDialog, type Impact } from "#renderer/ui/DecisionDialog.tsx";
import { useWorkspaceActs } from "../useWorkspaceActs.ts";

interface DeleteDialogProps {
  readonly organization: Organization;
  readonly workspace: Workspace;
  readonly onDeleted: () => void;
  readonly onClose: () => void;
}

/** Deleting for good, after typing the name. */
export function DeleteDialog({ organization, workspace, onDeleted, onClose }: DeleteDialogProps) {
  const { t } = useTranslation("workspaces");
  const acts = useWorkspaceActs(organization);
  const { name, slug, people } = workspace;
  const impact: readonly Impact[] = [
    {
      id: "people",
      icon: <IconUsers size={16} />,
      text: people === 0 ? t("delete.nobody") : t("delete.people", { count: people }),
      ...(people === 0 ? {} : { tone: "danger" }),
    },
    { id: "rules", icon: <IconUserOff size={16} />, text: t("delete.rules") },
    { id: "slug", icon: <IconLink size={16} />, text: t("delete.slug", { slug }) },
  ];
  const confirm = async () => {
    const deleted = await acts.remove(workspace);
    onClose();
    if (deleted) onDeleted();
  };
  return (
    <DecisionDialog
      opened
      tone="danger"
      title={t("delete.title", { name })}
      impact={impact}
      confirmLabel={t("delete.submit")}
      typedConfirmation={name}
      pending={acts.pending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {t("delete.body", { name })}
    </DecisionDialog>
  );
}

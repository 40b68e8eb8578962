import { Stack } from "@mantine/core";
import { IconLink, IconUserOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Workspace } from "#contract/entities/workspace.ts";
import { PreviewPanel } from "#renderer/app/preview/PreviewPanel.tsx";
import { usePreview } from "#renderer/app/preview/usePreview.ts";
import { DecisionDialog, type Impact } from "#renderer/ui/DecisionDialog.tsx";
import { useWorkspaceActs } from "../useWorkspaceActs.ts";
import classes from "../Workspaces.module.css";

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
  const { id: workspaceId, name, slug } = workspace;
  const previewed = usePreview(organization.id, { operation: "workspace.delete", input: { workspaceId } });
  const impact: readonly Impact[] = [
    { id: "rules", icon: <IconUserOff size={16} />, text: t("delete.rules") },
    { id: "slug", icon: <IconLink size={16} />, text: t("delete.slug", { slug }) },
  ];
  const confirm = async () => {
    if (!(await acts.remove(workspace, previewed.basis))) return previewed.again();
    onClose();
    onDeleted();
  };
  return (
    <DecisionDialog
      opened
      tone="danger"
      title={t("delete.title", { name })}
      confirmLabel={t("delete.submit")}
      typedConfirmation={name}
      pending={acts.pending}
      ready={previewed.ready}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Stack gap={16}>
        <p className={classes["plain"]}>{t("delete.body", { name })}</p>
        <PreviewPanel organization={organization} previewed={previewed} also={impact} />
      </Stack>
    </DecisionDialog>
  );
}

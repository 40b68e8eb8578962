import { IconLink, IconUserOff } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Workspace } from "#contract/entities/workspace.ts";
import { PreviewedDecision } from "#renderer/app/preview/PreviewedDecision.tsx";
import type { Impact } from "#renderer/ui/dialog/DecisionDialog.tsx";
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
  const impact: readonly Impact[] = [
    { id: "rules", icon: <IconUserOff size={16} />, text: t("delete.rules") },
    { id: "slug", icon: <IconLink size={16} />, text: t("delete.slug", { slug }) },
  ];
  const remove = async (basis: string | undefined) => {
    const done = await acts.remove(workspace, basis);
    if (done) onDeleted();
    return done;
  };
  return (
    <PreviewedDecision
      organization={organization}
      change={{ operation: "workspace.delete", input: { workspaceId } }}
      tone="danger"
      title={t("delete.title", { name })}
      confirmLabel={t("delete.submit")}
      typedConfirmation={name}
      also={impact}
      decide={remove}
      onClose={onClose}
    >
      <p className={classes["plain"]}>{t("delete.body", { name })}</p>
    </PreviewedDecision>
  );
}

import { Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Workspace } from "#contract/entities/workspace.ts";
import { PreviewPanel } from "#renderer/app/preview/PreviewPanel.tsx";
import { usePreview } from "#renderer/app/preview/usePreview.ts";
import { nounsOf } from "#renderer/app/workspaces/nouns.ts";
import { DecisionDialog } from "#renderer/ui/DecisionDialog.tsx";
import type { WorkspaceMove } from "../asking.ts";
import { useWorkspaceActs } from "../useWorkspaceActs.ts";
import classes from "../Workspaces.module.css";

interface MoveDialogProps {
  readonly organization: Organization;
  readonly act: WorkspaceMove;
  readonly workspace: Workspace;
  readonly onClose: () => void;
}

/**
 * Suspending, archiving and the way back, each with who can use the workspace then. The way back asks as well: it gives
 * people access, and who they are may have changed since it was taken from them.
 */
export function MoveDialog({ organization, act, workspace, onClose }: MoveDialogProps) {
  const { t } = useTranslation("workspaces");
  const acts = useWorkspaceActs(organization);
  const [reason, setReason] = useState("");
  const { id: workspaceId, name, suspendedReason } = workspace;
  // The reason changes nothing of what it does, so that typing it asks for no other preview.
  const previewed = usePreview(organization.id, { operation: `workspace.${act}`, input: { workspaceId } });
  const confirm = async () => {
    const done = await acts.move(act, workspace, { reason: reason.trim(), basis: previewed.basis });
    if (done) onClose();
    else previewed.again();
  };
  return (
    <DecisionDialog
      opened
      title={t(`${act}.title`, { name })}
      confirmLabel={t(`act.${act}`)}
      pending={acts.pending}
      ready={previewed.ready}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Stack gap={16}>
        <p className={classes["plain"]}>{t(`${act}.body`, { name })}</p>
        {act === "reactivate" && suspendedReason !== "" ? (
          <p className={classes["plain"]}>{t("reactivate.reason", { reason: suspendedReason })}</p>
        ) : null}
        {act === "suspend" ? <ReasonField organization={organization} value={reason} onChange={setReason} /> : null}
        <PreviewPanel organization={organization} previewed={previewed} />
      </Stack>
    </DecisionDialog>
  );
}

interface ReasonFieldProps {
  readonly organization: Organization;
  readonly value: string;
  readonly onChange: (reason: string) => void;
}

/** Why it is suspended; may be left out. */
function ReasonField({ organization, value, onChange }: ReasonFieldProps) {
  const { t } = useTranslation("workspaces");
  const { t: common } = useTranslation();
  return (
    <Textarea
      data-autofocus
      label={t("suspend.reason")}
      description={`${common("field.optional")}. ${t("suspend.reasonHint", nounsOf(organization))}`}
      rows={2}
      maxLength={500}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

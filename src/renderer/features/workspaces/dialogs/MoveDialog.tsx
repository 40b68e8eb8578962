import { Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Workspace } from "#contract/entities/workspace.ts";
import { PreviewedDecision } from "#renderer/app/preview/PreviewedDecision.tsx";
import { nounsOf } from "#renderer/app/workspaces/nouns.ts";
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
  return (
    <PreviewedDecision
      organization={organization}
      // The reason changes nothing of what it does, so that typing it asks for no other preview.
      change={{ operation: `workspace.${act}`, input: { workspaceId } }}
      title={t(`${act}.title`, { name })}
      confirmLabel={t(`act.${act}`)}
      decide={async (basis) => acts.move(act, workspace, { reason: reason.trim(), basis })}
      onClose={onClose}
    >
      <p className={classes["plain"]}>{t(`${act}.body`, { name })}</p>
      {act === "reactivate" && suspendedReason !== "" ? (
        <p className={classes["plain"]}>{t("reactivate.reason", { reason: suspendedReason })}</p>
      ) : null}
      {act === "suspend" ? <ReasonField organization={organization} value={reason} onChange={setReason} /> : null}
    </PreviewedDecision>
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

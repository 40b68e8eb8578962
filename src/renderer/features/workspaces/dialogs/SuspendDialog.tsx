import { Textarea } from "@mantine/core";
import { IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Workspace } from "#contract/entities/workspace.ts";
import { nounsOf } from "#renderer/app/workspaces/nouns.ts";
import { DecisionDialog } from "#renderer/ui/DecisionDialog.tsx";
import { useWorkspaceActs } from "../useWorkspaceActs.ts";
import classes from "../Workspaces.module.css";

interface SuspendDialogProps {
  readonly organization: Organization;
  readonly workspace: Workspace;
  readonly onClose: () => void;
}

/** Suspending, with a reason that may be left out. */
export function SuspendDialog({ organization, workspace, onClose }: SuspendDialogProps) {
  const { t } = useTranslation("workspaces");
  const { t: common } = useTranslation();
  const acts = useWorkspaceActs(organization);
  const [reason, setReason] = useState("");
  const { name, people } = workspace;
  const text = people === 0 ? t("suspend.nobody") : t("suspend.people", { count: people });
  const confirm = async () => {
    await acts.suspend(workspace, reason.trim());
    onClose();
  };
  return (
    <DecisionDialog
      opened
      title={t("suspend.title", { name })}
      impact={[{ id: "people", icon: <IconUsers size={16} />, text, ...(people > 0 ? { tone: "warning" } : {}) }]}
      confirmLabel={t("act.suspend")}
      pending={acts.pending}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <div className={classes["form"]}>
        <p className={classes["plain"]}>{t("suspend.body", { name })}</p>
        <Textarea
          data-autofocus
          label={t("suspend.reason")}
          description={`${common("field.optional")}. ${t("suspend.reasonHint", nounsOf(organization))}`}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
    </DecisionDialog>
  );
}

import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { assignableRoles } from "#domain/policy/policy.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";
import type { MemberRow } from "../people.ts";
import { RoleChoice } from "../RoleChoice.tsx";
import classes from "./Bulk.module.css";
import { BulkPreviewPanel } from "./BulkPreviewPanel.tsx";
import type { Job } from "./job.ts";
import { useBulkPreview } from "./useBulkPreview.ts";
import { useJobs } from "./useJobs.ts";
import { usePlans } from "./usePlans.ts";

interface ChangeRolesDialogProps {
  readonly organization: Organization;
  readonly rows: readonly MemberRow[];
  readonly onJob: (job: Job) => void;
  readonly onClose: () => void;
}

/** One role for several people; says beforehand for whom it will not be possible. */
export function ChangeRolesDialog({ organization, rows, onJob, onClose }: ChangeRolesDialogProps) {
  const { t } = useTranslation("team");
  const plans = usePlans(organization);
  const jobs = useJobs(organization);
  const policy = policyFor(organization);
  const roles = assignableRoles(policy, organization.me.role);
  const possible = roles.filter((role) => plans.roles(rows, role.key).ready.length > 0);
  const [chosen, setChosen] = useState(possible.at(-1)?.key ?? roles.at(-1)?.key ?? "");
  const change = {
    kind: "changeRole",
    roles: { byPreset: {}, byOrganization: { [organization.id]: chosen } },
  } as const;
  const bulk = useBulkPreview(organization, change, plans.roles(rows, chosen));
  const count = bulk.ready.length;
  return (
    <DecisionDialog
      opened
      title={t("bulk.changeTitle", { count: rows.length })}
      confirmLabel={t("bulk.changeConfirm", { count })}
      ready={bulk.isReady}
      onConfirm={() => onJob(jobs.changeRoles(bulk.ready, chosen))}
      onClose={onClose}
    >
      <div className={classes["form"]}>
        <RoleChoice label={t("bulk.newRole")} roles={roles} value={chosen} onChange={setChosen} />
        <BulkPreviewPanel organization={organization} bulk={bulk} />
      </div>
    </DecisionDialog>
  );
}

import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { assignableRoles, isOwnerClass } from "#domain/policy/policy.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { useStillInCharge } from "#renderer/app/people/useStillInCharge.tsx";
import { DecisionDialog } from "#renderer/ui/DecisionDialog.tsx";
import type { MemberRow } from "../people.ts";
import { RoleChoice } from "../RoleChoice.tsx";
import classes from "./Bulk.module.css";
import type { Job } from "./job.ts";
import { RoleTotals } from "./RoleTotals.tsx";
import { SkippedList } from "./SkippedList.tsx";
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
  const plan = plans.roles(rows, chosen);
  const changing = plan.ready.map(({ member }) => member);
  const count = changing.length;
  const inCharge = useStillInCharge(organization, isOwnerClass(policy, chosen) ? [] : changing);
  return (
    <DecisionDialog
      opened
      title={t("bulk.changeTitle", { count: rows.length })}
      confirmLabel={t("bulk.changeConfirm", { count })}
      impact={inCharge ? [inCharge] : []}
      ready={count > 0}
      onConfirm={() => onJob(jobs.changeRoles(plan.ready, chosen))}
      onClose={onClose}
    >
      <div className={classes["form"]}>
        <RoleChoice label={t("bulk.newRole")} roles={roles} value={chosen} onChange={setChosen} />
        <RoleTotals organization={organization} members={changing} role={chosen} />
        <SkippedList skipped={plan.skipped} />
      </div>
    </DecisionDialog>
  );
}

import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { useStillInCharge } from "#renderer/app/people/useStillInCharge.tsx";
import { DecisionDialog } from "#renderer/ui/DecisionDialog.tsx";
import { useRemovalImpact } from "../decide/useRemovalImpact.tsx";
import { inSentence, type MemberRow } from "../people.ts";
import type { Job } from "./job.ts";
import { SkippedList } from "./SkippedList.tsx";
import { useJobs } from "./useJobs.ts";
import { usePlans } from "./usePlans.ts";

interface RemoveAllDialogProps {
  readonly organization: Organization;
  readonly rows: readonly MemberRow[];
  readonly onJob: (job: Job) => void;
  readonly onClose: () => void;
}

/** Several people out at once. */
export function RemoveAllDialog({ organization, rows, onJob, onClose }: RemoveAllDialogProps) {
  const { t } = useTranslation("team");
  const { ready, skipped } = usePlans(organization).removal(rows);
  const jobs = useJobs(organization);
  const leaving = ready.map(({ member }) => member);
  const removal = useRemovalImpact(organization, leaving);
  const inCharge = useStillInCharge(organization, leaving);
  const count = ready.length;
  return (
    <DecisionDialog
      opened
      tone="danger"
      title={t("bulk.removeTitle", { count, organization: inSentence(organization.name) })}
      impact={inCharge ? [...removal, inCharge] : removal}
      confirmLabel={t("bulk.removeConfirm", { count })}
      ready={count > 0}
      onConfirm={() => onJob(jobs.remove(ready))}
      onClose={onClose}
    >
      <SkippedList skipped={skipped} />
    </DecisionDialog>
  );
}

import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { useRemovalImpact } from "../decide/useRemovalImpact.tsx";
import type { MemberRow } from "../people.ts";
import { BulkPreviewPanel } from "./BulkPreviewPanel.tsx";
import type { Job } from "./job.ts";
import { useBulkPreview } from "./useBulkPreview.ts";
import { useJobs } from "./useJobs.ts";
import { usePlans } from "./usePlans.ts";

interface RemoveAllDialogProps {
  readonly organization: Organization;
  readonly rows: readonly MemberRow[];
  readonly onJob: (job: Job) => void;
  readonly onClose: () => void;
}

const change = { kind: "remove" } as const;

/** Several people out at once. */
export function RemoveAllDialog({ organization, rows, onJob, onClose }: RemoveAllDialogProps) {
  const { t } = useTranslation("team");
  const bulk = useBulkPreview(organization, change, usePlans(organization).removal(rows));
  const { ready } = bulk;
  const jobs = useJobs(organization);
  const leaving = ready.map(({ member }) => member);
  const impact = useRemovalImpact(organization, leaving);
  const count = ready.length;
  return (
    <DecisionDialog
      opened
      tone="danger"
      title={t("bulk.removeTitle", { count, organization: organization.name })}
      confirmLabel={t("bulk.removeConfirm", { count })}
      ready={bulk.isReady}
      onConfirm={() => onJob(jobs.remove(ready))}
      onClose={onClose}
    >
      <BulkPreviewPanel organization={organization} bulk={bulk} also={impact} />
    </DecisionDialog>
  );
}

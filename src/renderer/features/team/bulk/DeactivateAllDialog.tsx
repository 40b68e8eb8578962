import { IconDoorExit, IconHistory } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { DecisionDialog, type Impact } from "#renderer/ui/dialog/DecisionDialog.tsx";
import type { MemberRow } from "../people.ts";
import { BulkPreviewPanel } from "./BulkPreviewPanel.tsx";
import type { Job } from "./job.ts";
import { useBulkPreview } from "./useBulkPreview.ts";
import { useJobs } from "./useJobs.ts";
import { usePlans } from "./usePlans.ts";

interface DeactivateAllDialogProps {
  readonly organization: Organization;
  readonly rows: readonly MemberRow[];
  readonly onJob: (job: Job) => void;
  readonly onClose: () => void;
}

const change = { kind: "deactivate" } as const;

/** Taking the access of several people for a while. */
export function DeactivateAllDialog({ organization, rows, onJob, onClose }: DeactivateAllDialogProps) {
  const { t } = useTranslation("members");
  const { t: team } = useTranslation("team");
  const bulk = useBulkPreview(organization, change, usePlans(organization).deactivation(rows));
  const { ready } = bulk;
  const jobs = useJobs(organization);
  const count = ready.length;
  const impact: Impact[] = [
    { id: "access", icon: <IconDoorExit />, text: team("impact.access", { count }), tone: "danger" },
    { id: "return", icon: <IconHistory />, text: t("bulk.kept") },
  ];
  return (
    <DecisionDialog
      opened
      title={t("bulk.title", { count, organization: organization.name })}
      confirmLabel={t("bulk.confirm", { count })}
      ready={bulk.isReady}
      onConfirm={() => onJob(jobs.deactivate(ready))}
      onClose={onClose}
    >
      <BulkPreviewPanel organization={organization} bulk={bulk} also={impact} />
    </DecisionDialog>
  );
}

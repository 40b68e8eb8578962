import { IconArmchair, IconDoorExit, IconHistory } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { useStillInCharge } from "#renderer/app/people/useStillInCharge.tsx";
import { DecisionDialog, type Impact } from "#renderer/ui/DecisionDialog.tsx";
import { inSentence, type MemberRow } from "../people.ts";
import type { Job } from "./job.ts";
import { SkippedList } from "./SkippedList.tsx";
import { useJobs } from "./useJobs.ts";
import { usePlans } from "./usePlans.ts";

interface DeactivateAllDialogProps {
  readonly organization: Organization;
  readonly rows: readonly MemberRow[];
  readonly onJob: (job: Job) => void;
  readonly onClose: () => void;
}

/** Taking the access of several people for a while. */
export function DeactivateAllDialog({ organization, rows, onJob, onClose }: DeactivateAllDialogProps) {
  const { t } = useTranslation("members");
  const { t: team } = useTranslation("team");
  const { ready, skipped } = usePlans(organization).deactivation(rows);
  const jobs = useJobs(organization);
  const inCharge = useStillInCharge(
    organization,
    ready.map(({ member }) => member),
  );
  const count = ready.length;
  const impact: Impact[] = [
    { id: "access", icon: <IconDoorExit />, text: team("impact.access", { count }), tone: "danger" },
    { id: "return", icon: <IconHistory />, text: t("bulk.kept") },
    { id: "seat", icon: <IconArmchair />, text: team("impact.seats", { count }) },
    ...(inCharge ? [inCharge] : []),
  ];
  return (
    <DecisionDialog
      opened
      title={t("bulk.title", { count, organization: inSentence(organization.name) })}
      impact={impact}
      confirmLabel={t("bulk.confirm", { count })}
      ready={count > 0}
      onConfirm={() => onJob(jobs.deactivate(ready))}
      onClose={onClose}
    >
      <SkippedList skipped={skipped} />
    </DecisionDialog>
  );
}

import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ByReason } from "../ByReason.tsx";
import { useFaultWords } from "../useFaultWords.ts";
import type { PlanRow } from "./usePlanRows.ts";

interface BlockedProps {
  /** The organizations that the plan is for. */
  readonly rows: readonly PlanRow[];
  readonly onLeaveOut: (organizationIds: readonly string[]) => void;
}

/** What is refused and why, one line per reason, and the way to leave it out. */
export function Blocked({ rows, onLeaveOut }: BlockedProps) {
  const { t } = useTranslation("people");
  const words = useFaultWords();
  const refused = rows.flatMap(({ organization, items }) =>
    items.flatMap(({ name, email, verdict }) =>
      verdict.verdict === "fault"
        ? [{ organization, person: name || email, sentence: words(verdict.fault, organization.id) }]
        : [],
    ),
  );
  if (refused.length === 0) return null;
  const organizations = [...new Set(refused.map(({ organization }) => organization.id))];
  return (
    <ByReason
      tone="warning"
      icon={IconAlertTriangle}
      title={t("plans.draft.blocked", { count: refused.length })}
      action={
        <Button size="compact-xs" variant="default" onClick={() => onLeaveOut(organizations)}>
          {t("plans.draft.leaveOut", { count: organizations.length })}
        </Button>
      }
      items={refused.map(({ organization, ...item }) => ({ ...item, organization: organization.name }))}
    />
  );
}

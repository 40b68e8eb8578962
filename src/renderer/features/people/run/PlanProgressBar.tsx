import { Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Plan, PlanCounts } from "#contract/entities/plan.ts";

interface PlanProgressBarProps {
  readonly counts: PlanCounts;
  readonly total: Plan["total"];
  /** Names the bar to assistive technology. */
  readonly label: string;
  readonly size?: number;
}

const colors = {
  done: "var(--od-green)",
  nothing: "var(--od-hairline-strong)",
  failed: "var(--od-red)",
  cancelled: "var(--od-amber)",
} as const;

/** How much is done, was so already, failed or was not tried, each in its colour; the rest waits. */
export function PlanProgressBar({ counts, total, label, size = 6 }: PlanProgressBarProps) {
  const { t } = useTranslation("people");
  const parts = (["done", "nothing", "failed", "cancelled"] as const).filter((state) => counts[state] > 0);
  return (
    <Progress.Root size={size} aria-label={label}>
      {parts.map((state) => (
        <Progress.Section
          key={state}
          color={colors[state]}
          value={(100 * counts[state]) / Math.max(1, total)}
          aria-label={t(`plans.counts.${state}`, { count: counts[state] })}
        />
      ))}
    </Progress.Root>
  );
}

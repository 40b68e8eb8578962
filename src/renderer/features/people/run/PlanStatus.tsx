import { useTranslation } from "react-i18next";
import type { Plan } from "#contract/entities/plan.ts";
import { Badge } from "#renderer/ui/Badge.tsx";
import classes from "./Run.module.css";

const tones = { running: "accent", cancelled: "amber", finished: "green" } as const;

/** Whether a plan is under way or over, and how much of it failed. */
export function PlanStatus({ plan: { status, counts } }: { plan: Pick<Plan, "status" | "counts"> }) {
  const { t } = useTranslation("people");
  return (
    <span className={classes["status"]}>
      <Badge tone={tones[status]} dot>
        {t(`plans.status.${status}`)}
      </Badge>
      {counts.failed > 0 ? <Badge tone="red">{t("plans.status.failed", { count: counts.failed })}</Badge> : null}
    </span>
  );
}

import { useTranslation } from "react-i18next";
import type { PlanProgress } from "#contract/entities/plan.ts";
import { planStates } from "#contract/lists.ts";
import { shareDone } from "#renderer/app/people/planShare.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { PlanProgressBar } from "./PlanProgressBar.tsx";
import { PlanStatus } from "./PlanStatus.tsx";
import classes from "./Run.module.css";

/** How far the whole plan is: a bar, a percentage, and what became of how many. */
export function RunState({ plan }: { plan: PlanProgress }) {
  const { t } = useTranslation("people");
  const format = useFormat();
  const { counts, total } = plan;
  const percent = format.percent(shareDone(plan));
  const told = planStates.filter((state) => counts[state] > 0);
  return (
    <div className={classes["top"]}>
      <PlanProgressBar counts={counts} total={total} label={t("plans.column.progress")} size={8} />
      <p className={classes["line"]} aria-live="polite">
        <PlanStatus plan={plan} />
        <span>{t("plans.run.progress", { percent, done: total - counts.waiting, total })}</span>
        <span>{told.map((state) => t(`plans.counts.${state}`, { count: counts[state] })).join(", ")}</span>
        {plan.status === "running" ? <span>{t("plans.run.leaving")}</span> : null}
      </p>
    </div>
  );
}

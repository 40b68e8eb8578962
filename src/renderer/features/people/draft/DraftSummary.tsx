import { useTranslation } from "react-i18next";
import { mostPlanned } from "#contract/lists.ts";
import type { Money } from "#contract/entities/people.ts";
import classes from "./Draft.module.css";
import { useSignedMoney } from "./useSignedMoney.ts";
import type { PlanRow } from "./usePlanRows.ts";

interface DraftSummaryProps {
  readonly rows: readonly PlanRow[];
  readonly tooMany: boolean;
}

/** The plan in one line: how many change, what it costs in each currency; or that it is too much for one. */
export function DraftSummary({ rows, tooMany }: DraftSummaryProps) {
  const { t } = useTranslation("people");
  const signed = useSignedMoney();
  if (tooMany) {
    return (
      <p className={classes["summary"]} role="alert">
        {t("plans.draft.tooMany", { most: mostPlanned })}
      </p>
    );
  }
  const counts = countsOf(rows);
  if (counts.will + counts.nothing + counts.fault === 0) return null;
  const costs = rows.flatMap(({ previewed }) => previewed?.cost ?? []);
  const atOnce = sumsOf(costs.map((cost) => cost.atOnce))
    .map(signed)
    .join(", ");
  const accepted = sumsOf(costs.map((cost) => cost.ifAccepted))
    .map(signed)
    .join(", ");
  const parts = [
    t("plans.draft.summary", counts),
    ...(atOnce === "" ? [] : [t("plans.draft.costs", { amount: atOnce })]),
    ...(accepted === "" || accepted === atOnce ? [] : [t("plans.draft.costsAccepted", { amount: accepted })]),
  ];
  return (
    <p className={classes["summary"]} aria-live="polite">
      {parts.join(" · ")}
    </p>
  );
}

export function countsOf(rows: readonly PlanRow[]) {
  const all = rows.flatMap(({ previewed }) => previewed?.counts ?? []);
  const sum = (of: "will" | "nothing" | "fault") => all.reduce((total, counts) => total + counts[of], 0);
  return { will: sum("will"), nothing: sum("nothing"), fault: sum("fault") };
}

/** One sum for each currency that changes at all. */
function sumsOf(all: readonly Money[]): readonly Money[] {
  const sums = new Map<string, number>();
  for (const { amount, currency } of all) sums.set(currency, (sums.get(currency) ?? 0) + amount);
  return [...sums].filter(([, amount]) => amount !== 0).map(([currency, amount]) => ({ currency, amount }));
}

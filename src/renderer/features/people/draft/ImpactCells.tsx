import { useTranslation } from "react-i18next";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import classes from "./Draft.module.css";
import { useSignedMoney } from "./useSignedMoney.ts";
import type { PlanRow } from "./usePlanRows.ts";

interface CellProps {
  readonly row: PlanRow;
}

const quiet = <span className={classes["quiet"]}>–</span>;

/** Seats in use before and after, with the limit where there is one; pending ones count once they are accepted. */
export function SeatsCell({ row: { previewed } }: CellProps) {
  const { t } = useTranslation("people");
  if (previewed === undefined) return quiet;
  const { before, after } = previewed.seats;
  const [now, then] = [before.used + before.pending, after.used + after.pending];
  const words = { before: now, after: then };
  const short = after.limit !== null && then > after.limit;
  return (
    <span data-alarm={short || undefined} className={classes[now === then ? "quiet" : "figure"]}>
      {after.limit === null ? t("plans.seats", words) : t("plans.seatsOf", { ...words, limit: after.limit })}
    </span>
  );
}

/** The change of the monthly cost once everything is accepted. */
export function CostCell({ row: { previewed } }: CellProps) {
  const signed = useSignedMoney();
  const cost = previewed?.cost?.ifAccepted;
  if (cost === undefined || cost.amount === 0) return quiet;
  return <span className={classes["figure"]}>{signed(cost)}</span>;
}

/** Who is left to administer: one is few, none is refused. */
export function OwnersCell({ row: { previewed } }: CellProps) {
  const format = useFormat();
  if (previewed === undefined) return quiet;
  const { ownersLeft } = previewed;
  return (
    <span
      className={classes["figure"]}
      data-few={ownersLeft === 1 || undefined}
      data-alarm={ownersLeft === 0 || undefined}
    >
      {format.number(ownersLeft)}
    </span>
  );
}

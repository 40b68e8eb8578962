import { useTranslation } from "react-i18next";
import { planActs } from "#contract/lists.ts";
import { Badge, type Tone } from "#renderer/ui/Badge.tsx";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import { useFaultWords } from "../useFaultWords.ts";
import classes from "./Draft.module.css";
import type { PlanRow } from "./usePlanRows.ts";

/** Gaining is green, losing amber; red is for what is refused. */
const tones: Readonly<Record<(typeof planActs)[number], Tone>> = {
  invite: "green",
  reinstate: "green",
  changeRole: "accent",
  remove: "amber",
  deactivate: "amber",
};

/** What happens in one organization, and where nothing does or it is refused, why. */
export function VerdictCell({ row: { organization, items } }: { row: PlanRow }) {
  const { t } = useTranslation("people");
  const words = useFaultWords();
  const verdicts = items.map(({ verdict }) => verdict);
  const willOf = (act: (typeof planActs)[number]) =>
    verdicts.filter((each) => each.verdict === "will" && each.act === act).length;
  const idle = verdicts.filter(({ verdict }) => verdict === "nothing").length;
  const refused = verdicts.filter(({ verdict }) => verdict === "fault").length;
  const reasons = new Set(
    verdicts.flatMap((each) => {
      if (each.verdict === "nothing") return [t(`plans.why.${each.why}`)];
      return each.verdict === "fault" ? [words(each.fault, organization.id)] : [];
    }),
  );
  return (
    <span className={classes["verdict"]}>
      {planActs.map((act) => {
        const count = willOf(act);
        return count === 0 ? null : (
          <Badge key={act} tone={tones[act]}>
            {t(`plans.verdict.will.${act}`, { count })}
          </Badge>
        );
      })}
      {refused > 0 ? <Badge tone="red">{t("plans.verdict.fault", { count: refused })}</Badge> : null}
      {idle > 0 ? <Badge>{t("plans.verdict.nothing", { count: idle })}</Badge> : null}
      {reasons.size > 0 ? <Truncate className={classes["reason"]}>{[...reasons].join(" ")}</Truncate> : null}
    </span>
  );
}

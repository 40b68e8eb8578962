import { IconAlertCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { PlanProgress } from "#contract/entities/plan.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { useFaultWords } from "../useFaultWords.ts";
import classes from "./Run.module.css";

const readAtMost = 200;
/** Names shown per reason before the rest is counted. */
const namesAtMost = 3;

/** What failed, one line per reason, with whom and where. */
export function Failures({ plan }: { plan: PlanProgress }) {
  const { t } = useTranslation("people");
  const words = useFaultWords();
  const { failed } = plan.counts;
  const input = { planId: plan.id, state: ["failed" as const], limit: readAtMost };
  const { data } = useOperation("plan.items", input, { enabled: failed > 0, keepPrevious: true });
  if (failed === 0) return null;
  const items = (data?.items ?? []).flatMap(({ fault, organizationId, organizationName, name, email }) =>
    fault === null
      ? []
      : [{ sentence: words(fault, organizationId), person: name || email, organization: organizationName }],
  );
  return (
    <div className={classes["top"]}>
      <div className={classes["failures"]} role="alert">
        <p className={classes["lead"]}>
          <IconAlertCircle size={14} aria-hidden="true" />
          {t("plans.run.failures", { count: failed })}
        </p>
        <ul>
          {[...Map.groupBy(items, ({ sentence }) => sentence)].map(([sentence, all]) => (
            <li key={sentence}>
              <bdi className={classes["names"]}>
                {all
                  .slice(0, namesAtMost)
                  .map((each) => t("plans.draft.personIn", each))
                  .join(", ")}
                {all.length > namesAtMost ? ` ${t("plans.draft.more", { count: all.length - namesAtMost })}` : ""}
              </bdi>
              <div>{sentence}</div>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

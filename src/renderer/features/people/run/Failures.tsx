import { IconAlertCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { PlanProgress } from "#contract/entities/plan.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { ByReason } from "../ByReason.tsx";
import { useFaultWords } from "../useFaultWords.ts";
import classes from "./Run.module.css";

const readAtMost = 200;

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
      <ByReason tone="danger" icon={IconAlertCircle} title={t("plans.run.failures", { count: failed })} items={items} />
    </div>
  );
}

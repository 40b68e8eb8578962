import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { PlanItem } from "#contract/entities/plan.ts";
import { useFaultWords } from "../useFaultWords.ts";

/** What became of one item of a plan, and why it could not be or was not needed, in words. */
export function useItemWords() {
  const { t } = useTranslation("people");
  const words = useFaultWords();
  const result = useCallback(
    ({ state, act }: PlanItem): string =>
      state === "done" && act !== null ? t(`plans.act.${act}`) : t(`plans.state.${state}`),
    [t],
  );
  const reason = useCallback(
    ({ why, fault, organizationId }: PlanItem): string => {
      if (fault !== null) return words(fault, organizationId);
      return why === null ? "" : t(`plans.why.${why}`);
    },
    [t, words],
  );
  return { result, reason };
}

import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Plan } from "#contract/entities/plan.ts";

/** What a plan is called: by the person where it is about one, else by what it does. */
export function usePlanTitle(): (plan: Plan) => string {
  const { t } = useTranslation("people");
  return useCallback(
    ({ change: { kind }, person, organizations: count }: Plan) =>
      person === null
        ? t(`plans.kind.${kind}`, { count })
        : t(`plans.kindOf.${kind}`, { count, person: person.name || person.email }),
    [t],
  );
}

import { useTranslation } from "react-i18next";
import type { ReviewDecision } from "#contract/entities/review.ts";

/** A decision in words; null stands for none. */
export function useMarkText(): (decision: ReviewDecision | null, roleName: (role: string) => string) => string {
  const { t } = useTranslation("reviews");
  return (decision, roleName) => {
    if (decision === null) return t("mark.none");
    if (decision.kind === "changeRole") return t("mark.changeRole", { role: roleName(decision.to) });
    return t(`mark.${decision.kind}`);
  };
}

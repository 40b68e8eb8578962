import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { DeskReview } from "#contract/entities/deskReview.ts";
import type { ReviewScope } from "#contract/entities/review.ts";

import { plainNouns } from "../workspaces/policyNouns.ts";

/** A scope in words: 'All members', 'Not seen for 30 days'. */
export function useScopeWords(): (scope: ReviewScope, workspaceName?: string | null) => string {
  const { t } = useTranslation("reviews");
  return useCallback(
    (scope, workspaceName = null) => {
      if (scope.kind === "inactive") return t("scope.inactive", { count: scope.days });
      if (scope.kind !== "workspace") return t(`scope.${scope.kind}`);
      return workspaceName === null
        ? t("scope.aWorkspace", plainNouns)
        : t("scope.workspace", { workspace: workspaceName });
    },
    [t],
  );
}

/** What a review is called: 'Admins of Northwind', 'All members in 3 organizations'. */
export function useReviewTitle(): (review: DeskReview) => string {
  const { t } = useTranslation("reviews");
  const scopeWords = useScopeWords();
  return useCallback(
    ({ scope, workspaceName, parts }) => {
      const words = scopeWords(scope, workspaceName);
      const [first] = parts;
      return parts.length === 1 && first
        ? t("of", { scope: words, organization: first.organizationName })
        : t("inMany", { scope: words, count: parts.length });
    },
    [t, scopeWords],
  );
}

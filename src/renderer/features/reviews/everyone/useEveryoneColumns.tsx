import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { PlacedReview } from "#contract/entities/review.ts";
import { NamedOrganizationAvatar } from "#renderer/app/organizations/OrganizationAvatar.tsx";
import { useScopeWords } from "#renderer/app/reviews/useReviewTitle.ts";
import { PersonName } from "#renderer/ui/people/PersonName.tsx";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import type { TableColumn } from "#renderer/ui/table/columns.ts";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import { DecidedShare } from "../list/DecidedShare.tsx";
import classes from "../Reviews.module.css";
import { throughIn } from "./desk.ts";
import { StatusBadge } from "./StatusBadge.tsx";

export function useEveryoneColumns(): readonly TableColumn<PlacedReview>[] {
  const { t } = useTranslation("reviews");
  const scopeWords = useScopeWords();
  return useMemo(
    () => [
      {
        id: "organization",
        header: t("everyone.column.organization"),
        cell: ({ organizationId, organizationName }) => (
          <span className={classes["organization"]}>
            <NamedOrganizationAvatar id={organizationId} name={organizationName} size={24} />
            <Truncate>{organizationName}</Truncate>
          </span>
        ),
        width: 190,
        grow: 2,
        priority: 1,
      },
      {
        id: "reviewer",
        header: t("everyone.column.reviewer"),
        cell: ({ reviewer, mine }) => <PersonName id={reviewer.accountId} name={reviewer.name} isYou={mine} />,
        width: 190,
        grow: 1,
        priority: 1,
      },
      {
        id: "scope",
        header: t("everyone.column.scope"),
        cell: ({ scope, scopeName }) => <Truncate>{scopeWords(scope, scopeName || null)}</Truncate>,
        width: 150,
        grow: 1,
        priority: 3,
      },
      {
        id: "status",
        header: t("everyone.column.status"),
        cell: ({ status }) => <StatusBadge status={status} />,
        width: 150,
        grow: 0,
        priority: 1,
      },
      {
        id: "progress",
        header: t("everyone.column.progress"),
        cell: (review) => <DecidedShare decided={throughIn(review)} total={review.counts.total} />,
        width: 160,
        grow: 1,
        priority: 2,
      },
      {
        id: "started",
        header: t("everyone.column.started"),
        cell: ({ startedAt }) => <RelativeTime at={startedAt} />,
        width: 120,
        grow: 0,
        priority: 4,
      },
    ],
    [t, scopeWords],
  );
}

import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DeskReview } from "#contract/entities/deskReview.ts";
import { decidedIn, peopleIn, stageOf } from "#renderer/app/reviews/stage.ts";
import { RelativeTime } from "#renderer/ui/RelativeTime.tsx";
import type { TableColumn } from "#renderer/ui/table/columns.ts";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import { StageBadge } from "../StageBadge.tsx";
import { useReviewTitle } from "#renderer/app/reviews/useReviewTitle.ts";
import { DecidedShare } from "./DecidedShare.tsx";

export function useReviewColumns(): readonly TableColumn<DeskReview>[] {
  const { t } = useTranslation("reviews");
  const title = useReviewTitle();
  return useMemo(
    () => [
      {
        id: "review",
        header: t("column.review"),
        cell: (review) => <Truncate>{title(review)}</Truncate>,
        width: 240,
        grow: 2,
        priority: 1,
      },
      {
        id: "status",
        header: t("column.status"),
        cell: (review) => <StageBadge stage={stageOf(review)} />,
        width: 190,
        grow: 0,
        priority: 1,
      },
      {
        id: "decided",
        header: t("column.decided"),
        cell: (review) => <DecidedShare decided={decidedIn(review)} total={peopleIn(review)} />,
        width: 200,
        grow: 1,
        priority: 2,
      },
      {
        id: "started",
        header: t("column.started"),
        cell: ({ startedAt }) => <RelativeTime at={startedAt} />,
        width: 130,
        grow: 0,
        priority: 3,
      },
    ],
    [t, title],
  );
}

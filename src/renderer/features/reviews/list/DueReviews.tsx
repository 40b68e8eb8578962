import { Button } from "@mantine/core";
import { IconCalendarDue } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { DueReview } from "#contract/entities/reviewSchedule.ts";
import classes from "../Reviews.module.css";
import { useScopeWords } from "#renderer/app/reviews/useReviewTitle.ts";

interface DueReviewsProps {
  readonly due: readonly DueReview[];
  readonly onStart: (organizationId: string) => void;
}

/** What is due by the organizations' schedules, each with the way to begin. */
export function DueReviews({ due: items, onStart }: DueReviewsProps) {
  const { t } = useTranslation("reviews");
  const words = useDueWords();
  if (items.length === 0) return null;
  return (
    <ul className={classes["due"]} aria-label={t("due.title")}>
      {items.map((due) => (
        <li key={due.organizationId} data-overdue={due.overdueDays > 0 || undefined}>
          <IconCalendarDue size={16} aria-hidden="true" />
          <span>{words(due)}</span>
          <Button size="compact-sm" variant="default" onClick={() => onStart(due.organizationId)}>
            {t("due.start")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function useDueWords(): (due: DueReview) => string {
  const { t } = useTranslation("reviews");
  const scopeWords = useScopeWords();
  return ({ scope, organizationName, overdueDays }) => {
    const about = { scope: scopeWords(scope), organization: organizationName };
    if (overdueDays === 0) return t("due.today", about);
    return overdueDays > 0
      ? t("due.overdue", { ...about, count: overdueDays })
      : t("due.soon", { ...about, count: -overdueDays });
  };
}

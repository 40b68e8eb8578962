import { Button } from "@mantine/core";
import { IconCalendarDue } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { DueReview } from "#contract/entities/reviewSchedule.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import classes from "../Reviews.module.css";
import { useScopeWords } from "#renderer/app/reviews/useReviewTitle.ts";

/** What is due by the organizations' schedules, each with the way to begin. */
export function DueReviews({ onStart }: { onStart: (organizationId: string) => void }) {
  const { t } = useTranslation("reviews");
  const online = useOnline();
  const { data } = useOperation("reviewSchedule.listDue", {}, { enabled: online });
  const words = useDueWords();
  const items = data?.items ?? [];
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

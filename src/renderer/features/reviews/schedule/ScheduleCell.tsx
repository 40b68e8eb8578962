import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { ReviewSchedule } from "#contract/entities/reviewSchedule.ts";
import { useScopeWords } from "#renderer/app/reviews/useReviewTitle.ts";
import { useOnline } from "#renderer/bridge/desktop.ts";
import { Reason } from "#renderer/ui/Reason.tsx";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import classes from "../Reviews.module.css";
import { useDayText } from "./useDayText.ts";
import { useScheduleOf } from "./useScheduleOf.ts";

interface ScheduleCellProps {
  readonly organization: Organization;
  readonly part: "rhythm" | "next" | "scope";
}

/** One thing about the schedule of an organization, in the row of the organization. */
export function ScheduleCell({ organization, part }: ScheduleCellProps) {
  const { t } = useTranslation("reviews");
  const scopeWords = useScopeWords();
  const dayText = useDayText();
  const { data } = useScheduleOf(organization.id);
  if (data === undefined) return null;
  const { schedule } = data;
  if (schedule === null) {
    return part === "rhythm" ? <span className={classes["quiet"]}>{t("schedules.none")}</span> : null;
  }
  if (part === "rhythm") return t(`schedules.${schedule.rhythm}`);
  return part === "next" ? dayText(schedule.nextDueOn) : scopeWords(schedule.scope);
}

interface ButtonProps {
  readonly organization: Organization;
  readonly onSet: (organization: Organization) => void;
}

/** The way to set or change the schedule. */
export function SetButton({ organization, onSet }: ButtonProps) {
  const { t } = useTranslation("reviews");
  const online = useOnline();
  const { data } = useScheduleOf(organization.id);
  return (
    <Reason because={online ? null : t("schedules.offline")}>
      <Button size="compact-sm" variant="default" onClick={() => onSet(organization)}>
        {data?.schedule ? t("schedules.change") : t("schedules.set")}
      </Button>
    </Reason>
  );
}

/** Who is reminded besides the owners, and the way to change it. */
export function ReviewersButton({ organization, onSet }: ButtonProps) {
  const { t } = useTranslation("reviews");
  const online = useOnline();
  const { data } = useScheduleOf(organization.id);
  if (!data?.schedule) return null;
  const { reviewers } = data.schedule;
  return (
    <Reason because={online ? null : t("schedules.offline")}>
      <Button
        size="compact-sm"
        variant="subtle"
        className={classes["reviewersButton"] ?? ""}
        aria-label={t("schedules.reviewers.change")}
        onClick={() => onSet(organization)}
      >
        <Truncate>{namesOf(reviewers) || t("schedules.reviewers.none")}</Truncate>
      </Button>
    </Reason>
  );
}

const namesOf = (reviewers: ReviewSchedule["reviewers"]): string =>
  reviewers
    .filter(({ state }) => state === "reminded")
    .map(({ name }) => name)
    .join(", ");

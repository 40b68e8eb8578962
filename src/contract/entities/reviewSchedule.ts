import { reviewerStates } from "#domain/review/reviewers.ts";
import { isCalendarDay } from "#domain/calendar/calendarDay.ts";
import { reminders, reviewRhythms } from "#domain/review/schedule.ts";
import { z } from "zod";
import { id } from "../scalars.ts";
import { ReviewScope } from "./review.ts";

/** A day of the organization's calendar, in its time zone. */
export const CalendarDay = z
  .string()
  .refine((day) => isCalendarDay(day) && day >= "2000" && day < "2200", "Give a day as YYYY-MM-DD")
  .meta({ description: "Day of the organization's calendar, YYYY-MM-DD" });

/** How often an organization's access is reviewed, and by whom. */
export const ReviewSchedule = z.object({
  rhythm: z.enum(reviewRhythms),
  firstDueOn: CalendarDay,
  scope: ReviewScope,
  /** Who was named to be reminded besides the owners, and whether they are. */
  reviewers: z.array(z.object({ memberId: id, accountId: id, name: z.string(), state: z.enum(reviewerStates) })),
  nextDueOn: CalendarDay,
  /** The last reminder that went out for it. */
  reminded: z.enum(reminders).nullable(),
});
export type ReviewSchedule = z.infer<typeof ReviewSchedule>;

/** A review that is due, or will be within a week, in an organization that the person reviews. */
export const DueReview = z.object({
  organizationId: id,
  organizationName: z.string(),
  scope: ReviewScope,
  dueOn: CalendarDay,
  /** Days since it was due; negative until then. */
  overdueDays: z.int(),
});
export type DueReview = z.infer<typeof DueReview>;

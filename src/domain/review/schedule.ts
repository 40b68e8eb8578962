import { addDays, addMonths, type CalendarDay } from "../calendar/calendarDay.ts";

/** How often access is reviewed. */
export const reviewRhythms = ["monthly", "quarterly", "halfYearly", "yearly"] as const;
export type ReviewRhythm = (typeof reviewRhythms)[number];

const months: Readonly<Record<ReviewRhythm, number>> = { monthly: 1, quarterly: 3, halfYearly: 6, yearly: 12 };

/** When an organization's access is reviewed. */
export interface ReviewPlan {
  readonly rhythm: ReviewRhythm;
  /** The first review is due on this day. */
  readonly firstDueOn: CalendarDay;
}

/** The day on which the review number `index`, from 0, is due. Counted from the first, so that the 31st stays it. */
export const dueOn = ({ rhythm, firstDueOn }: ReviewPlan, index: number): CalendarDay =>
  addMonths(firstDueOn, index * months[rhythm]);

/** The first due day after a day. */
export function firstDueAfter(plan: ReviewPlan, day: CalendarDay): CalendarDay {
  for (let index = 0; ; index += 1) {
    const due = dueOn(plan, index);
    if (due > day) return due;
  }
}

/** How many days before it is due a finished review counts for it: a third of the time between two. */
export const earlyDays = ({ rhythm }: Pick<ReviewPlan, "rhythm">): number => months[rhythm] * 10;

/** What is due next once a review was finished on a day: all that was due until then, or soon after, is done. */
export const dueAfterFinishing = (plan: ReviewPlan, finishedOn: CalendarDay, due: CalendarDay): CalendarDay => {
  const covered = addDays(finishedOn, earlyDays(plan));
  return covered < due ? due : firstDueAfter(plan, covered);
};

/** When people are reminded: a week before, on the day, a week after it passed. */
export const reminders = ["soon", "due", "overdue"] as const;
export type Reminder = (typeof reminders)[number];

const offsets: Readonly<Record<Reminder, number>> = { soon: -7, due: 0, overdue: 7 };

/** The hour of the organization's day at which reminders go out. */
export const reminderHour = 8;

/** The day on which a reminder goes out. */
export const reminderDay = (due: CalendarDay, reminder: Reminder): CalendarDay => addDays(due, offsets[reminder]);

/** The latest reminder whose day has come and that was not sent yet; whoever comes late is told once, not thrice. */
export function reminderNow(due: CalendarDay, today: CalendarDay, sent: Reminder | null): Reminder | null {
  const come = reminders.filter((reminder) => reminderDay(due, reminder) <= today);
  const latest = come.at(-1);
  if (latest === undefined || (sent !== null && reminders.indexOf(sent) >= reminders.indexOf(latest))) return null;
  return latest;
}

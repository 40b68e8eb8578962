/** How often access is reviewed. */
export const reviewRhythms = ["monthly", "quarterly", "halfYearly", "yearly"] as const;
export type ReviewRhythm = (typeof reviewRhythms)[number];

const months: Readonly<Record<ReviewRhythm, number>> = { monthly: 1, quarterly: 3, halfYearly: 6, yearly: 12 };

/** A day of the calendar, `YYYY-MM-DD`, in the organization's time zone. */
export type CalendarDay = string;

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

function partsOf(day: CalendarDay): Parts {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return { year, month, date };
}

const dayOf = (time: number): CalendarDay => new Date(time).toISOString().slice(0, 10);
const utcOf = ({ year, month, date }: Parts): number => Date.UTC(year, month - 1, date);

/** Whether a text names a day that the calendar has. */
export const isCalendarDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(utcOf(partsOf(text))) === text;

export const addDays = (day: CalendarDay, days: number): CalendarDay => dayOf(utcOf(partsOf(day)) + days * 86_400_000);

/** Days from one to another; negative where the other comes before. */
export const daysFrom = (from: CalendarDay, to: CalendarDay): number =>
  Math.round((utcOf(partsOf(to)) - utcOf(partsOf(from))) / 86_400_000);

/** So many months later, on the last day of a month that has no such date. */
export function addMonths(day: CalendarDay, count: number): CalendarDay {
  const { year, month, date } = partsOf(day);
  const [first, last] = [Date.UTC(year, month - 1 + count, 1), Date.UTC(year, month + count, 0)];
  return dayOf(first + (Math.min(date, new Date(last).getUTCDate()) - 1) * 86_400_000);
}

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

export const reminderDay = (due: CalendarDay, reminder: Reminder): CalendarDay => addDays(due, offsets[reminder]);

/** The latest reminder whose day has come and that was not sent yet; whoever comes late is told once, not thrice. */
export function reminderNow(due: CalendarDay, today: CalendarDay, sent: Reminder | null): Reminder | null {
  const come = reminders.filter((reminder) => reminderDay(due, reminder) <= today);
  const latest = come.at(-1);
  if (latest === undefined || (sent !== null && reminders.indexOf(sent) >= reminders.indexOf(latest))) return null;
  return latest;
}

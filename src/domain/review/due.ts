import { daysFrom, type CalendarDay } from "../calendar/calendarDay.ts";
import { isOwnerClass, type Policy } from "../policy/policy.ts";
import type { RoleKey } from "../policy/preset.ts";
import { mayReview } from "./decisions.ts";
import { reminderDay } from "./schedule.ts";

/** Days since a review was due, negative until then; null while it is too early to tell anybody. */
export const overdueDays = (dueOn: CalendarDay, today: CalendarDay): number | null =>
  reminderDay(dueOn, "soon") > today ? null : daysFrom(dueOn, today);

/** Whether an active member is told of what is due: owners are, and who was named as a reviewer. */
export const isTold = (
  policy: Policy,
  { memberId, role }: { readonly memberId: string; readonly role: RoleKey },
  reviewerIds: readonly string[],
): boolean => mayReview(policy, role) && (isOwnerClass(policy, role) || reviewerIds.includes(memberId));

interface Due {
  readonly organizationId: string;
  readonly overdueDays: number;
}

/** The longest overdue first. */
export const byUrgency = (a: Due, b: Due): number =>
  b.overdueDays - a.overdueDays || (a.organizationId < b.organizationId ? -1 : 1);

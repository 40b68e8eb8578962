import { isOwnerClass } from "#domain/policy/policy.ts";
import { mayReview } from "#domain/review/decisions.ts";
import { localTime } from "#domain/calendar/localDay.ts";
import { addDays } from "#domain/calendar/calendarDay.ts";
import { reminderHour, reminderNow, type Reminder } from "#domain/review/schedule.ts";
import type { Db } from "../storage/database.ts";
import { storedPolicy } from "../dispatch/organization-context.ts";
import { announce } from "../feed/notices.ts";
import { enqueueLetters } from "../jobs/mail-job.ts";
import { ownersOf } from "../storage/queries/deletions.ts";
import { joiningFacts } from "../storage/queries/organization-facts.ts";
import { activeAmong, lockSchedule, timeZoneOf, updateSchedule } from "../storage/queries/review-schedules.ts";

/** The reminder whose time has come in an organization's calendar, if any. */
function reminderAt(
  { next_due_on, reminded }: { readonly next_due_on: string; readonly reminded: Reminder | null },
  timeZone: string,
  now: Date,
): Reminder | null {
  const { day, hour } = localTime(now.getTime(), timeZone);
  return reminderNow(next_due_on, hour < reminderHour ? addDays(day, -1) : day, reminded);
}

/** Tells owners and reviewers of an organization that a review is due: once for each reminder, by mail and on desktops. */
export async function remindOfReview(db: Db, organizationId: string, now: Date): Promise<void> {
  const schedule = await lockSchedule(db, organizationId);
  if (schedule === undefined) return;
  const reminder = reminderAt(schedule, await timeZoneOf(db, organizationId), now);
  if (reminder === null) return;
  const facts = await joiningFacts(db, organizationId);
  // Deleted since it was found.
  if (facts.status !== "active") return;
  const policy = storedPolicy(facts);
  const [owners, named] = await Promise.all([
    ownersOf(db, organizationId),
    activeAmong(db, organizationId, schedule.reviewer_ids),
  ]);
  const reviewers = named.filter(({ role }) => mayReview(policy, role) && !isOwnerClass(policy, role));
  await updateSchedule(db, organizationId, { reminded: reminder });
  await tellOfReview(db, { id: organizationId, name: facts.name }, [...owners, ...reviewers], {
    dueOn: schedule.next_due_on,
    reminder,
  });
}

/** Somebody who is told of a review that is due. */
interface Told {
  readonly email: string;
  readonly name: string;
  readonly account_id: string;
}

/** Tells people of a review that is due, by mail and on their desktops. */
export async function tellOfReview(
  db: Db,
  organization: { readonly id: string; readonly name: string },
  people: readonly Told[],
  what: { readonly dueOn: string; readonly reminder: Reminder },
): Promise<void> {
  const about = { organizationName: organization.name, ...what };
  await enqueueLetters(
    db,
    people.map(({ email: to, name }) => ({ letter: "reviewDue", to, name, ...about })),
  );
  const organizationId = organization.id;
  await announce(
    db,
    people.map(({ account_id: accountId }) => ({ type: "reviewDue", accountId, organizationId, ...about })),
  );
}

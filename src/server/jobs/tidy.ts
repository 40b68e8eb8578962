import { day } from "#domain/calendar/lengths.ts";
import type { Kysely } from "kysely";
import { endReminderLead } from "#domain/accessEnd.ts";
import { expireSome, type Moment } from "../invitations/expire.ts";
import { expireRequests } from "../approvals/expire.ts";
import { expireAccess, remindOfEnds } from "../members/expire.ts";
import { revertIfDue } from "../lockout/revert.ts";
import { expireTransfer } from "../ownership/expire.ts";
import { takeUpPlans } from "./plan-job.ts";
import { takeUpPurges } from "./purge-job.ts";
import { takeUpStalled } from "./review-job.ts";
import { remindOfReview } from "../reviews/remind.ts";
import type { Database, Db } from "../storage/database.ts";
import { forget } from "../storage/forget.ts";
import { newId } from "../storage/ids.ts";
import { organizationsWithEndedAccess, organizationsWithEndsToTell } from "../storage/queries/ending-access.ts";
import { organizationsWithOverdue } from "../storage/queries/invitations.ts";
import { organizationsWithOverdueRequest } from "../storage/queries/role-requests.ts";
import { dueGuards } from "../storage/queries/lockout-guards.ts";
import { organizationsToRemind } from "../storage/queries/review-schedules.ts";
import { organizationsWithOverdueTransfer } from "../storage/queries/ownership-transfers.ts";

type Step = (db: Kysely<Database>, now: Date) => Promise<void>;

/**
 * Forgets what nobody needs any more, unless another server is doing so, and ends what has expired.
 * Invitations that are past their time count as expired everywhere before this writes it down. What fails, of one
 * organization or of all, holds up nothing else.
 * @throws what failed, once all is done
 */
export async function tidy(db: Kysely<Database>, now: Date): Promise<void> {
  await oneAfterAnother(steps, (step) => step(db, now));
}

async function oneAfterAnother<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const failures: unknown[] = [];
  for (const item of items) await work(item).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures.length === 1 ? failures[0] : new AggregateError(failures);
}

/**
 * Ends things of many organizations, each in short transactions: its row stays locked, and its commands wait, no longer
 * than one of them. True asks for one more.
 */
function ending<Item>(
  find: (db: Db, now: Date) => Promise<readonly Item[]>,
  work: (db: Db, item: Item, moment: Moment) => Promise<boolean | void>,
): Step {
  return async (db, now) =>
    oneAfterAnother(await find(db, now), async (item) => {
      const moment = { requestId: `tidying:${newId()}`, at: now };
      while ((await db.transaction().execute((at) => work(at, item, moment))) === true);
    });
}

const steps: readonly Step[] = [
  forget,
  ending(organizationsWithOverdue, expireSome),
  ending(organizationsWithEndedAccess, expireAccess),
  ending(
    (db, now) => organizationsWithEndsToTell(db, new Date(now.getTime() + endReminderLead)),
    (db, organizationId, { at }) => remindOfEnds(db, organizationId, at),
  ),
  ending(organizationsWithOverdueTransfer, expireTransfer),
  ending(organizationsWithOverdueRequest, expireRequests),
  ending(dueGuards, (db, { organizationId, guardId }, moment) => revertIfDue(db, organizationId, guardId, moment)),
  ending(
    // Eight days on: a week before the due day, in the time zone that is ahead of all others.
    (db, now) => organizationsToRemind(db, new Date(now.getTime() + 8 * day).toISOString().slice(0, 10)),
    (db, organizationId, { at }) => remindOfReview(db, organizationId, at),
  ),
  takeUpStalled,
  takeUpPlans,
  takeUpPurges,
];

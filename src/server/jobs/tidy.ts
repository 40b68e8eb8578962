import type { Kysely } from "kysely";
import { endReminderLead } from "#domain/accessEnd.ts";
import { expireSome } from "../invitations/expire.ts";
import { expireRequests } from "../approvals/expire.ts";
import { expireAccess, remindOfEnds } from "../members/expire.ts";
import { revertIfDue } from "../lockout/revert.ts";
import { expireTransfer } from "../ownership/expire.ts";
import { takeUpStalled } from "./review-job.ts";
import { remindOfReview } from "../reviews/remind.ts";
import type { Database } from "../storage/database.ts";
import { forget } from "../storage/forget.ts";
import { newId } from "../storage/ids.ts";
import { organizationsWithEndedAccess, organizationsWithEndsToTell } from "../storage/queries/ending-access.ts";
import { organizationsWithOverdue } from "../storage/queries/invitations.ts";
import { organizationsWithOverdueRequest } from "../storage/queries/role-requests.ts";
import { dueGuards } from "../storage/queries/lockout-guards.ts";
import { organizationsToRemind } from "../storage/queries/review-schedules.ts";
import { organizationsWithOverdueTransfer } from "../storage/queries/ownership-transfers.ts";

const day = 86_400_000;

/**
 * Forgets what nobody needs any more, unless another server is doing so, and ends what has expired.
 * Invitations that are past their time count as expired everywhere before this writes it down.
 */
export async function tidy(db: Kysely<Database>, now: Date): Promise<void> {
  await forget(db, now);
  await expireEverywhere(db, now);
}

/** Short transactions: an organization's row stays locked, and its commands wait, no longer than one of them. */
async function expireEverywhere(db: Kysely<Database>, now: Date): Promise<void> {
  for (const organizationId of await organizationsWithOverdue(db, now)) {
    const moment = { requestId: `tidying:${newId()}`, at: now };
    while (await db.transaction().execute((at) => expireSome(at, organizationId, moment)));
  }
  for (const organizationId of await organizationsWithEndedAccess(db, now)) {
    const moment = { requestId: `tidying:${newId()}`, at: now };
    while (await db.transaction().execute((at) => expireAccess(at, organizationId, moment)));
  }
  for (const organizationId of await organizationsWithEndsToTell(db, new Date(now.getTime() + endReminderLead))) {
    await db.transaction().execute((at) => remindOfEnds(at, organizationId, now));
  }
  for (const organizationId of await organizationsWithOverdueTransfer(db, now)) {
    const moment = { requestId: `tidying:${newId()}`, at: now };
    await db.transaction().execute((at) => expireTransfer(at, organizationId, moment));
  }
  for (const organizationId of await organizationsWithOverdueRequest(db, now)) {
    const moment = { requestId: `tidying:${newId()}`, at: now };
    await db.transaction().execute((at) => expireRequests(at, organizationId, moment));
  }
  for (const { organizationId, guardId } of await dueGuards(db, now)) {
    const moment = { requestId: `tidying:${newId()}`, at: now };
    await db.transaction().execute((at) => revertIfDue(at, organizationId, guardId, moment));
  }
  // Eight days on: a week before the due day, in the time zone that is ahead of all others.
  const horizon = new Date(now.getTime() + 8 * day).toISOString().slice(0, 10);
  for (const organizationId of await organizationsToRemind(db, horizon)) {
    await db.transaction().execute((at) => remindOfReview(at, organizationId, now));
  }
  await takeUpStalled(db);
}

import { sql, type Kysely } from "kysely";
import { endReminderLead } from "#domain/accessEnd.ts";
import { expireSome } from "../invitations/expire.ts";
import { expireRequests } from "../approvals/expire.ts";
import { expireAccess, remindOfEnds } from "../members/expire.ts";
import { revertIfDue } from "../lockout/revert.ts";
import { expireTransfer } from "../ownership/expire.ts";
import { takeUpStalled } from "../jobs/review-job.ts";
import { remindOfReview } from "../reviews/remind.ts";
import type { Database } from "./database.ts";
import { newId } from "./ids.ts";
import { organizationsWithEndedAccess, organizationsWithEndsToTell } from "./queries/ending-access.ts";
import { organizationsWithOverdue } from "./queries/invitations.ts";
import { organizationsWithOverdueRequest } from "./queries/role-requests.ts";
import { dueGuards } from "./queries/lockout-guards.ts";
import { organizationsToRemind } from "./queries/review-schedules.ts";
import { organizationsWithOverdueTransfer } from "./queries/ownership-transfers.ts";

const tidyLock = 7_041_776;
const day = 86_400_000;
/** How long a plan that is over can be looked at, as long as whom it removed can be brought back. */
const keptPlans = 90 * day;

/**
 * Forgets what nobody needs any more, unless another server is doing so, and ends what has expired.
 * Invitations that are past their time count as expired everywhere before this writes it down.
 */
export async function tidy(db: Kysely<Database>, now: Date): Promise<void> {
  await forget(db, now);
  await expireEverywhere(db, now);
}

async function forget(db: Kysely<Database>, now: Date): Promise<void> {
  const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);
  await db.transaction().execute(async (at) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${tidyLock}) as mine`.execute(at);
    if (!rows[0]?.mine) return;
    await at.deleteFrom("mailed_codes").where("expires_at", "<", ago(day)).execute();
    await at.deleteFrom("sign_in_challenges").where("expires_at", "<", now).execute();
    await at.deleteFrom("sign_ups").where("expires_at", "<", ago(day)).execute();
    // A used refresh token stays until its own end, so that its reuse is still noticed.
    await at.deleteFrom("session_tokens").where("expires_at", "<", now).execute();
    await at
      .deleteFrom("sessions")
      .where((where) => where.or([where("expires_at", "<", now), where("revoked_at", "<", ago(30 * day))]))
      .execute();
    await at.deleteFrom("idempotency_keys").where("created_at", "<", ago(day)).execute();
    await at.deleteFrom("held_names").where("until", "<", now).execute();
    await at.deleteFrom("rate_limits").where("window_start", "<", ago(day)).execute();
    // With its items. One that waits for somebody to resume it is over as well.
    await at.deleteFrom("plans").where("status", "<>", "running").where("finished_at", "<", ago(keptPlans)).execute();
    await at
      .deleteFrom("outbox")
      .where("done_at", "<", ago(30 * day))
      .execute();
  });
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

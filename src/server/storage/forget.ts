import { day } from "#domain/calendar/lengths.ts";
import { sql, type Kysely } from "kysely";
import type { Database } from "./database.ts";

const tidyLock = 7_041_776;
/** How long a plan that is over can be looked at, as long as whom it removed can be brought back. */
const keptPlans = 90 * day;

/** Deletes what nobody needs any more, unless another server is doing so. */
export async function forget(db: Kysely<Database>, now: Date): Promise<void> {
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

import { sql, type Kysely } from "kysely";
import type { Database } from "./database.ts";
import { newId } from "./ids.ts";
import { inParts } from "./in-parts.ts";
import { notify } from "./notify.ts";

/** Announced with every new job, so that a worker of any server wakes at once. */
export const outboxChannel = "orgdesk_outbox";

/** Work that outlives its request. It is done at least once: a handler must bear a second run. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  /** Including this one. */
  readonly attempts: number;
}

/** Jobs that come by the thousand and can wait until nothing else does. */
export const bulkMailJob = "bulkMail";

/** Adds many jobs of a kind at once. */
export async function enqueueAll(db: Kysely<Database>, kind: string, payloads: readonly object[]): Promise<void> {
  const jobs = payloads.map((payload) => ({ id: newId(), kind, payload: JSON.stringify(payload) }));
  await Promise.all([
    ...inParts(jobs).map((part) => db.insertInto("outbox").values(part).execute()),
    notify(db, outboxChannel, ""),
  ]);
}

/** Adds a job to the caller's transaction: it exists only if that commits, and workers hear of it only then. */
export async function enqueue(
  db: Kysely<Database>,
  kind: string,
  payload: object,
  availableAt: Date | null = null,
): Promise<void> {
  const job = { id: newId(), kind, payload: JSON.stringify(payload) };
  await db
    .insertInto("outbox")
    .values(availableAt ? { ...job, available_at: availableAt } : job)
    .returning(sql`pg_notify(${outboxChannel}, '')`.as("told"))
    .execute();
}

/** The same writes as `enqueue` without any work: where time must not tell whether there was something to do. */
export async function enqueueNothing(db: Kysely<Database>): Promise<void> {
  await db
    .insertInto("outbox")
    .values({ id: newId(), kind: "nothing", payload: "{}", done_at: sql<Date>`now()` })
    .execute();
  await notify(db, outboxChannel, "");
}

/**
 * Takes due jobs for `leaseSeconds`. Other workers pass over them; should this one die, they are due again
 * when the lease ends.
 */
export async function takeJobs(db: Kysely<Database>, limit: number, leaseSeconds: number): Promise<readonly Job[]> {
  const due = db
    .selectFrom("outbox")
    .select("id")
    .where("done_at", "is", null)
    .where("available_at", "<=", sql<Date>`now()`)
    // A code that somebody waits for does not stand behind thousands of letters.
    .orderBy(sql`kind = ${bulkMailJob}`)
    .orderBy("available_at")
    .limit(limit)
    .forUpdate()
    .skipLocked();
  return db
    .updateTable("outbox")
    .set({
      attempts: sql<number>`attempts + 1`,
      available_at: sql<Date>`now() + make_interval(secs => ${leaseSeconds})`,
    })
    .where("id", "in", due)
    .returning(["id", "kind", "payload", "attempts"])
    .execute();
}

/** Forgets a finished job with its payload, which may hold a code or a link. */
export async function finishJob(db: Kysely<Database>, id: string): Promise<void> {
  await db.deleteFrom("outbox").where("id", "=", id).execute();
}

export async function retryJob(db: Kysely<Database>, id: string, error: string, delaySeconds: number): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ last_error: error, available_at: sql<Date>`now() + make_interval(secs => ${delaySeconds})` })
    .where("id", "=", id)
    .execute();
}

/** Gives a job up. Its error stays for the operator, its payload does not. */
export async function abandonJob(db: Kysely<Database>, id: string, error: string): Promise<void> {
  await db
    .updateTable("outbox")
    .set({ last_error: error, payload: "{}", done_at: sql<Date>`now()` })
    .where("id", "=", id)
    .execute();
}

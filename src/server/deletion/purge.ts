import { nameHold } from "#domain/deletion.ts";
import { sql } from "kysely";
import type { Db } from "../storage/database.ts";
import { announce, type Notice } from "../feed/notices.ts";
import {
  activeAccountIds,
  countPurged,
  deleteSome,
  lockDeletion,
  ownersOf,
  purgedTables,
  type DeletionRow,
  type PurgedTable,
} from "../storage/queries/deletions.ts";
import { mailOwners } from "./letters.ts";

export interface PurgeOptions {
  /** Rows per transaction. */
  readonly batch?: number;
  /** Milliseconds after which the work stops between two transactions, to be taken up again. */
  readonly budget?: number;
}

/**
 * Purges an organization whose hold has ended, in short transactions that each keep the certificate true; whoever
 * continues after an interruption finds out from what is left. Several may work on the same one.
 * @returns whether anything is left to do
 */
export async function purge(
  db: Db,
  organizationId: string,
  options: PurgeOptions = {},
): Promise<"done" | "unfinished"> {
  const { batch = 2_000, budget = 30_000 } = options;
  const until = Date.now() + budget;
  if (!(await begin(db, organizationId))) return "done";
  for (const table of purgedTables) {
    let taken = batch;
    while (taken === batch) {
      if (Date.now() >= until) return "unfinished";
      taken = await takeSome(db, organizationId, table, batch);
    }
  }
  await finish(db, organizationId);
  return "done";
}

/** Makes a held organization whose time has come one that is being purged; false where there is nothing to purge. */
async function begin(db: Db, organizationId: string): Promise<boolean> {
  return db.transaction().execute(async (at) => {
    const row = await lockDeletion(at, organizationId);
    if (row === undefined || row.status === "active") return false;
    if (row.status === "purging") return true;
    const { rows } = await sql<{ due: boolean }>`select ${row.purge_at}::timestamptz <= now() as due`.execute(at);
    if (rows[0]?.due !== true) return false;
    await certify(at, row);
    await holdName(at, row);
    await mailOwners(at, await ownersOf(at, organizationId), {
      organizationName: row.name,
      byName: row.held_by,
      what: "purged",
      purgeAt: new Date().toISOString(),
    });
    await at.updateTable("organizations").set({ status: "purging" }).where("id", "=", organizationId).execute();
    const people = await activeAccountIds(at, organizationId);
    await announce(
      at,
      people.map((accountId): Notice => ({ type: "membershipEnded", organizationId, accountId })),
    );
    return true;
  });
}

async function certify(db: Db, row: DeletionRow): Promise<void> {
  const { id: organization_id, name, slug, chain_head, revision } = row;
  const requested = { requested_by: row.held_by, requested_at: row.held_at ?? new Date() };
  await db
    .insertInto("deletion_certificates")
    .values({ organization_id, name, slug, chain_head, revision, ...requested })
    .execute();
  const readers = (await ownersOf(db, organization_id)).map(({ account_id }) => ({ organization_id, account_id }));
  if (readers.length > 0) await db.insertInto("certificate_readers").values(readers).execute();
}

async function holdName(db: Db, { id: organization_id, name, slug }: DeletionRow): Promise<void> {
  const until = new Date(Date.now() + nameHold);
  await db
    .insertInto("held_names")
    .values({ organization_id, slug, name_key: sql<string>`orgdesk_fold(${name})`, until })
    .execute();
}

async function takeSome(db: Db, organizationId: string, table: PurgedTable, batch: number): Promise<number> {
  return db.transaction().execute(async (at) => {
    if ((await lockDeletion(at, organizationId))?.status !== "purging") return 0;
    const taken = await deleteSome(at, table, organizationId, batch);
    if (taken > 0) await countPurged(at, organizationId, table, taken);
    return taken;
  });
}

async function finish(db: Db, organizationId: string): Promise<void> {
  await db.transaction().execute(async (at) => {
    if ((await lockDeletion(at, organizationId))?.status !== "purging") return;
    const which = { organization_id: null };
    await at.updateTable("security_events").set(which).where("organization_id", "=", organizationId).execute();
    const last = { last_organization_id: null };
    await at.updateTable("accounts").set(last).where("last_organization_id", "=", organizationId).execute();
    await at.deleteFrom("organizations").where("id", "=", organizationId).execute();
    const purged = { purged_at: sql<Date>`now()` };
    await at.updateTable("deletion_certificates").set(purged).where("organization_id", "=", organizationId).execute();
  });
}

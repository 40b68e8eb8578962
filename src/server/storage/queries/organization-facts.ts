import { builtOnce } from "../built-once.ts";
import type { Db } from "../database.ts";
import { customRolesText } from "../custom-roles.ts";
import { sql, type RawBuilder } from "kysely";

/** What joining depends on. Read it under the organization's lock: the counters move with every member. */
export async function joiningFacts(db: Db, organizationId: string) {
  return db
    .selectFrom("organizations as o")
    .select(["name", "preset", "switches", "seats_limit", "active_members", "pending_invitations", "status"])
    .select(customRolesText)
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
}

export type LockedRow = Awaited<ReturnType<ReturnType<typeof selectStanding>["executeTakeFirstOrThrow"]>>;

/** What goes with an organization, and when, if it is deleted. */
export async function deletionFacts(db: Db, organizationId: string) {
  return db
    .selectFrom("organizations as o")
    .select(["o.active_members as members", "o.pending_invitations as invitations", "o.purge_at as purgeAt"])
    .select((at) =>
      at
        .selectFrom("workspaces as w")
        .select((eb) => eb.fn.countAll<number>().as("rows"))
        .whereRef("w.organization_id", "=", "o.id")
        .$asScalar()
        .$notNull()
        .as("workspaces"),
    )
    .where("o.id", "=", organizationId)
    .executeTakeFirstOrThrow();
}

export type JoiningFacts = Awaited<ReturnType<typeof joiningFacts>>;

const selectStanding = (db: Db, organizationId: string | RawBuilder<string>) =>
  db
    .selectFrom("organizations as o")
    .innerJoin("members as m", "m.organization_id", "o.id")
    .select([
      "o.revision",
      "o.chain_head",
      "o.last_activity_at",
      "o.preset",
      "o.preset_version",
      "o.switches",
      "o.seats_limit",
      "o.owners",
      "o.lasting_owners",
    ])
    .select([
      "o.active_members",
      "o.pending_invitations",
      "o.personal_of",
      "o.status as organization_status",
      "o.name as organization_name",
    ])
    .select(customRolesText)
    .select(["m.id as member_id", "m.role", "m.owner_class", "m.status", "m.last_seen_at", "m.access_until"])
    .where("o.id", "=", organizationId)
    .where("m.account_id", "=", sql<string>`orgdesk_account()`)
    .forUpdate(["o", "m"]);

const locking = builtOnce<{ organizationId: string }, LockedRow>((db, slot) =>
  selectStanding(db, slot("organizationId")),
);

/**
 * Locks an organization's row and the membership of whoever the connection is narrowed to, and reads both as they are
 * now. Access that ended while this waited for the lock has ended.
 */
export async function lockStanding(db: Db, organizationId: string) {
  const [row] = await locking(db, { organizationId });
  if (row === undefined || row.status !== "active" || row.access_until === null) return row;
  const { rows } = await sql<{ over: boolean }>`
    select ${row.access_until}::timestamptz <= clock_timestamp() as over`.execute(db);
  return rows[0]?.over === true ? { ...row, status: "deactivated" as const } : row;
}

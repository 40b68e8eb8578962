import type { OwnershipTransfer } from "#contract/entities/ownership.ts";
import { transferEnd, type TransferEnd } from "#domain/ownership.ts";
import type { Policy } from "#domain/policy/policy.ts";
import type { Insertable, Updateable } from "kysely";
import { hasAccess, statusNow } from "../access-now.ts";
import type { Db } from "../database.ts";
import { customRolesText } from "../custom-roles.ts";
import type { OwnershipTransfersTable } from "../tables/ownership.ts";

/** Offers with both people as they are now. */
export const selectTransfers = (db: Db) =>
  db
    .selectFrom("ownership_transfers as t")
    .innerJoin("members as f", (join) =>
      join.onRef("f.organization_id", "=", "t.organization_id").onRef("f.id", "=", "t.from_member_id"),
    )
    .innerJoin("members as n", (join) =>
      join.onRef("n.organization_id", "=", "t.organization_id").onRef("n.id", "=", "t.to_member_id"),
    )
    .select(["t.id", "t.organization_id", "t.from_member_id", "t.to_member_id", "t.former_owner", "t.status"])
    .select(["t.created_at", "t.expires_at"])
    .select(["f.name as from_name", "f.email as from_email", "f.role as from_role"])
    .select([statusNow("f").as("from_status"), statusNow("n").as("to_status")])
    .select(["n.name as to_name", "n.email as to_email", "n.role as to_role"])
    .select(["f.account_id as from_account_id", "t.to_account_id"]);

export type TransferRow = Awaited<ReturnType<ReturnType<typeof selectTransfers>["executeTakeFirstOrThrow"]>>;

export function transferOf(row: TransferRow): OwnershipTransfer {
  return {
    id: row.id,
    organizationId: row.organization_id,
    from: { memberId: row.from_member_id, name: row.from_name },
    to: { memberId: row.to_member_id, name: row.to_name },
    formerOwner: row.former_owner,
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  };
}

/** Why a pending offer can no longer be taken, or null when it can. */
export function endOf(policy: Policy, row: TransferRow, now: Date): TransferEnd | null {
  const from = { role: row.from_role, status: row.from_status };
  return transferEnd(
    policy,
    { expiresAt: row.expires_at.getTime(), from, to: { status: row.to_status } },
    now.getTime(),
  );
}

/** The offer that waits for an answer, whether or not it still can be taken. */
export async function pendingTransfer(db: Db, organizationId: string): Promise<TransferRow | undefined> {
  return selectTransfers(db)
    .where("t.organization_id", "=", organizationId)
    .where("t.status", "=", "pending")
    .executeTakeFirst();
}

export async function transferById(db: Db, organizationId: string, id: string): Promise<TransferRow | undefined> {
  return selectTransfers(db).where("t.organization_id", "=", organizationId).where("t.id", "=", id).executeTakeFirst();
}

export async function insertTransfer(db: Db, row: Insertable<OwnershipTransfersTable>): Promise<void> {
  await db.insertInto("ownership_transfers").values(row).execute();
}

export async function updateTransfer(
  db: Db,
  { organization_id, id }: Pick<TransferRow, "organization_id" | "id">,
  set: Updateable<OwnershipTransfersTable>,
): Promise<void> {
  await db
    .updateTable("ownership_transfers")
    .set(set)
    .where("organization_id", "=", organization_id)
    .where("id", "=", id)
    .execute();
}

/** Offers to one person in any of their organizations. Needs the owner's rights: it names the people who offer. */
export async function offersTo(system: Db, accountId: string) {
  return selectTransfers(system)
    .innerJoin("organizations as o", "o.id", "t.organization_id")
    .select(["o.name as organization_name", "o.preset", "o.switches"])
    .select(customRolesText)
    .where("t.to_account_id", "=", accountId)
    .where("t.status", "=", "pending")
    .where(hasAccess("n"))
    .orderBy("t.created_at", "desc")
    .limit(100)
    .execute();
}

/** Organizations with an offer whose time has passed. */
export async function organizationsWithOverdueTransfer(system: Db, now: Date): Promise<string[]> {
  const rows = await system
    .selectFrom("ownership_transfers")
    .select("organization_id")
    .where("status", "=", "pending")
    .where("expires_at", "<=", now)
    .execute();
  return rows.map((row) => row.organization_id);
}

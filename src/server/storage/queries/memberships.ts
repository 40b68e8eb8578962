import type { Db } from "../../dispatch/contexts.ts";

/** The organizations in which a person is an active member. */
export async function activeOrganizationIds(db: Db, accountId: string): Promise<string[]> {
  const rows = await db
    .selectFrom("members")
    .select("organization_id")
    .where("account_id", "=", accountId)
    .where("status", "=", "active")
    .execute();
  return rows.map((row) => row.organization_id);
}

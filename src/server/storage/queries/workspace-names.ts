import type { Db } from "../database.ts";
import { anyIdOf } from "./any-of.ts";

/** The first names of some workspaces, by name. */
export async function namesOf(db: Db, organizationId: string, ids: readonly string[], limit: number) {
  const rows = await db
    .selectFrom("workspaces")
    .select("name")
    .where("organization_id", "=", organizationId)
    .where("id", "=", anyIdOf(ids))
    .orderBy("name_key")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(({ name }) => name);
}

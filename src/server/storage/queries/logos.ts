import type { Db } from "../database.ts";
import type { OrganizationLogosTable } from "../organization-tables.ts";

type StoredLogo = Pick<OrganizationLogosTable, "digest" | "type" | "bytes">;

/** Gives an organization this logo in place of any other. */
export async function saveLogo(db: Db, organizationId: string, logo: StoredLogo): Promise<void> {
  await db
    .insertInto("organization_logos")
    .values({ organization_id: organizationId, ...logo })
    .onConflict((conflict) => conflict.column("organization_id").doUpdateSet(logo))
    .execute();
  await db.updateTable("organizations").set({ logo: logo.digest }).where("id", "=", organizationId).execute();
}

export async function deleteLogo(db: Db, organizationId: string): Promise<void> {
  await db.deleteFrom("organization_logos").where("organization_id", "=", organizationId).execute();
  await db.updateTable("organizations").set({ logo: null }).where("id", "=", organizationId).execute();
}

/** The logo of this organization, if it still is the one with this digest. */
export async function logoBy(db: Db, organizationId: string, digest: string): Promise<StoredLogo | undefined> {
  return db
    .selectFrom("organization_logos")
    .select(["digest", "type", "bytes"])
    .where("organization_id", "=", organizationId)
    .where("digest", "=", digest)
    .executeTakeFirst();
}

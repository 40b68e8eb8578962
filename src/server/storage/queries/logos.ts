import type { Db } from "../database.ts";
import type { OrganizationLogosTable } from "../tables/organization.ts";
import type { InvitationPlace } from "./received-invitations.ts";

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

/** The logo of the organization that this invitation is from, while it can be answered. Needs the owner's rights. */
export async function logoOfInviting(
  system: Db,
  { organizationId, invitationId }: InvitationPlace,
  now: Date,
): Promise<StoredLogo | undefined> {
  return system
    .selectFrom("invitations as i")
    .innerJoin("organization_logos as l", "l.organization_id", "i.organization_id")
    .select(["l.digest", "l.type", "l.bytes"])
    .where("i.organization_id", "=", organizationId)
    .where("i.id", "=", invitationId)
    .where("i.status", "=", "pending")
    .where((eb) => eb.or([eb("i.expires_at", ">", now), eb("i.waiting_for_seat", "=", true)]))
    .executeTakeFirst();
}

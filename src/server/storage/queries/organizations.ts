import type { Organization } from "#contract/entities/organization.ts";
import { dateFormats, timeFormats, privacyLaws, organizationSizes, organizationTypes } from "#contract/lists.ts";
import { presetKeys } from "#domain/policy/preset.ts";
import { sql } from "kysely";
import type { Db } from "../database.ts";
import { customRolesOf, customRolesText } from "../custom-roles.ts";
import { hasAccess } from "../access-now.ts";

/** The value as one of the contract's, or the first of them for a row written before the list existed. */
function oneOf<const Values extends readonly [string, ...string[]]>(values: Values, stored: string): Values[number] {
  return values.find((value) => value === stored) ?? values[0];
}

/** Organizations joined with the membership of one person. */
export function myOrganizations(db: Db, accountId: string) {
  return db
    .selectFrom("members as m")
    .innerJoin("organizations as o", "o.id", "m.organization_id")
    .where("m.account_id", "=", accountId)
    .where(hasAccess("m"))
    .where("o.status", "<>", "purging")
    .select(["o.id", "o.slug", "o.name", "o.type", "o.industry", "o.size", "o.website", "o.time_zone", "o.currency"])
    .select(["o.language", "o.date_format", "o.description", "o.preset", "o.preset_version", "o.switches"])
    .select(["o.time_format", "o.contact_email", "o.phone", "o.address", "o.country", "o.privacy_law", "o.logo"])
    .select(customRolesText)
    .select([
      "o.seats_limit",
      "o.personal_of",
      "o.purge_at",
      "o.revision",
      "o.owners",
      "o.lasting_owners",
      "o.active_members",
      "o.pending_invitations",
    ])
    .select(["o.created_at", "o.last_activity_at", "m.id as member_id", "m.role", "m.account_id", "m.access_until"]);
}

export type OrganizationRow = Awaited<ReturnType<ReturnType<typeof myOrganizations>["execute"]>>[number];

/** An organization as its member sees it. */
export function organizationOf(row: OrganizationRow): Organization {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    type: oneOf(organizationTypes, row.type),
    industry: row.industry,
    size: oneOf(organizationSizes, row.size),
    website: row.website,
    timeZone: row.time_zone,
    currency: row.currency,
    language: row.language,
    dateFormat: oneOf(dateFormats, row.date_format),
    timeFormat: oneOf(timeFormats, row.time_format),
    description: row.description,
    contactEmail: row.contact_email,
    phone: row.phone,
    address: row.address,
    country: row.country,
    privacyLaw: oneOf(privacyLaws, row.privacy_law),
    logo: row.logo,
    preset: oneOf(presetKeys, row.preset),
    presetVersion: row.preset_version,
    adminsDemoteAdmins: row.switches["adminsDemoteAdmins"] === true,
    customRoles: customRolesOf(row.customRoles),
    personal: row.personal_of === row.account_id,
    seatsLimit: row.seats_limit,
    memberCount: row.active_members,
    pendingInvitations: row.pending_invitations,
    owners: row.owners,
    lastingOwners: row.lasting_owners,
    purgeAt: row.purge_at?.toISOString() ?? null,
    revision: row.revision,
    createdAt: row.created_at.toISOString(),
    lastActivityAt: row.last_activity_at.toISOString(),
    me: { memberId: row.member_id, role: row.role, ends: row.access_until !== null },
  };
}

/** One organization as this person sees it, if they have access to it at this moment. */
export async function organizationSeen(
  db: Db,
  accountId: string,
  organizationId: string,
): Promise<Organization | undefined> {
  const row = await myOrganizations(db, accountId).where("o.id", "=", organizationId).executeTakeFirst();
  return row && organizationOf(row);
}

/** The same where their access cannot have gone since it was judged: under the organization's lock, or in one moment. */
export async function loadOrganization(db: Db, accountId: string, organizationId: string): Promise<Organization> {
  const organization = await organizationSeen(db, accountId, organizationId);
  if (organization === undefined) throw new Error("The caller has no access to the organization that they locked");
  return organization;
}

/** The person's organizations by name, one page. */
export async function organizationPage(
  db: Db,
  accountId: string,
  page: { readonly afterId: string | null; readonly limit: number },
): Promise<Organization[]> {
  const key = sql`orgdesk_fold(o.name) collate "C"`;
  let query = myOrganizations(db, accountId).orderBy(key).orderBy("o.id").limit(page.limit);
  if (page.afterId !== null) {
    const there = sql`(select orgdesk_fold(name) from organizations where id = ${page.afterId}::uuid) collate "C"`;
    query = query.where(sql<boolean>`(${key}, o.id) > (${there}, ${page.afterId}::uuid)`);
  }
  return (await query.execute()).map(organizationOf);
}

export async function countOrganizations(db: Db, accountId: string): Promise<number> {
  const { organizations } = await db
    .selectFrom("members as m")
    .innerJoin("organizations as o", "o.id", "m.organization_id")
    .select((eb) => eb.fn.countAll<number>().as("organizations"))
    .where("m.account_id", "=", accountId)
    .where(hasAccess("m"))
    .where("o.status", "<>", "purging")
    .executeTakeFirstOrThrow();
  return organizations;
}

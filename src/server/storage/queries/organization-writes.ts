import type { OrganizationDetails } from "#contract/entities/organization.ts";
import type { Updateable } from "kysely";
import type { Db } from "../database.ts";
import { newId } from "../ids.ts";
import { isSlugHeld } from "./deletions.ts";
import type { OrganizationsTable } from "../tables/organization.ts";

export interface NewOrganization {
  readonly id: string;
  readonly details: Omit<OrganizationDetails, "slug">;
  readonly preset: string;
  readonly presetVersion: number;
  readonly seatsLimit: number | null;
  readonly personalOf: string | null;
  readonly at: Date;
}

/** Whether the organization could be written under this slug; false when another has it, or had it lately. */
export async function insertOrganization(db: Db, row: NewOrganization, slug: string): Promise<boolean> {
  const { details, at } = row;
  if (await isSlugHeld(db, slug)) return false;
  const inserted = await db
    .insertInto("organizations")
    .values({
      id: row.id,
      slug,
      name: details.name,
      type: details.type,
      industry: details.industry,
      size: details.size,
      website: details.website,
      time_zone: details.timeZone,
      currency: details.currency,
      language: details.language,
      date_format: details.dateFormat,
      time_format: details.timeFormat,
      description: details.description,
      contact_email: details.contactEmail,
      phone: details.phone,
      address: details.address,
      country: details.country,
      privacy_law: details.privacyLaw,
      preset: row.preset,
      preset_version: row.presetVersion,
      seats_limit: row.seatsLimit,
      personal_of: row.personalOf,
      created_at: at,
      updated_at: at,
      last_activity_at: at,
    })
    .onConflict((conflict) => conflict.column("slug").doNothing())
    .returning("id")
    .executeTakeFirst();
  return inserted !== undefined;
}

export async function insertFounder(
  db: Db,
  founder: { organizationId: string; accountId: string; role: string; at: Date },
): Promise<void> {
  const { organizationId: organization_id, accountId: account_id, role, at: joined_at } = founder;
  await db
    .insertInto("members")
    .values({ organization_id, id: newId(), account_id, role, owner_class: true, joined_at })
    .execute();
}

/** Changes details of an organization. A slug that another has violates `organizations_slug_key`. */
export async function updateDetails(
  db: Db,
  organizationId: string,
  details: Partial<OrganizationDetails>,
  at: Date,
): Promise<void> {
  const { timeZone, dateFormat, timeFormat, contactEmail, privacyLaw, ...same } = details;
  const set: Updateable<OrganizationsTable> = {
    ...same,
    ...(timeZone === undefined ? {} : { time_zone: timeZone }),
    ...(dateFormat === undefined ? {} : { date_format: dateFormat }),
    ...(timeFormat === undefined ? {} : { time_format: timeFormat }),
    ...(contactEmail === undefined ? {} : { contact_email: contactEmail }),
    ...(privacyLaw === undefined ? {} : { privacy_law: privacyLaw }),
    updated_at: at,
  };
  await db.updateTable("organizations").set(set).where("id", "=", organizationId).execute();
}

/** Deletes an organization for as long as it can be restored, or restores it (null). */
export async function setHold(
  db: Db,
  organizationId: string,
  hold: { readonly at: Date; readonly by: string; readonly purgeAt: Date } | null,
): Promise<void> {
  const set: Updateable<OrganizationsTable> =
    hold === null
      ? { status: "active", held_at: null, purge_at: null, held_by: "" }
      : { status: "held", held_at: hold.at, purge_at: hold.purgeAt, held_by: hold.by };
  await db.updateTable("organizations").set(set).where("id", "=", organizationId).execute();
}

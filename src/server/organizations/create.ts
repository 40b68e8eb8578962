import type { OrganizationDetails } from "#contract/entities/organization.ts";
import { presetOf } from "#domain/policy/presets.ts";
import type { PresetKey } from "#domain/policy/preset.ts";
import { nextSlug, slugOf } from "#domain/slug.ts";
import { randomBytes } from "node:crypto";
import { append, lockChain, type AuditEntry } from "../dispatch/audit.ts";
import type { Db } from "../storage/database.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { Notice } from "../feed/notices.ts";
import { newId } from "../storage/ids.ts";
import { insertFounder, insertOrganization, type NewOrganization } from "../storage/queries/organization-writes.ts";
import { isNameHeld } from "../storage/queries/deletions.ts";
import { cleanDetails, type GivenDetails } from "./details.ts";

export interface Founder {
  readonly accountId: string;
  readonly name: string;
}

export type NewDetails = GivenDetails & { readonly name: string; readonly preset: PresetKey };

export interface Founding {
  readonly organizationId: string;
  readonly founder: Founder;
  readonly details: NewDetails;
  readonly at: Date;
  /** Whether it is the person's own default organization (`requirements/002…`), of which there is one. */
  readonly personal: boolean;
}

export interface Founded {
  readonly organizationId: string;
  readonly events: readonly [AuditEntry];
  readonly notices: readonly Notice[];
}

/**
 * Seats of the free tier, on which every organization starts (`requirements/002…`). No document gives it a number,
 * and a limit that nobody can raise before plans exist would only stop teams: so there is none.
 */
const freeTierSeats: number | null = null;

const defaults: Omit<OrganizationDetails, "name" | "slug"> = {
  type: "company",
  industry: "",
  size: "1",
  website: "",
  timeZone: "UTC",
  currency: "USD",
  language: "en",
  dateFormat: "iso",
  timeFormat: "language",
  description: "",
  contactEmail: "",
  phone: "",
  address: "",
  country: "",
  privacyLaw: "none",
};

/** Writes an organization and its first owner. The transaction must be scoped to its id; the event is the caller's to write. */
export async function foundOrganization(db: Db, founding: Founding): Promise<Founded> {
  const { organizationId, founder, at, personal } = founding;
  const { preset: presetKey, ...given } = founding.details;
  const { name = founding.details.name, slug, ...details } = cleanDetails(given);
  if (!personal && (await isNameHeld(db, name))) refuse({ kind: "conflict", code: "nameHeld" });
  const preset = presetOf(presetKey);
  const row = {
    id: organizationId,
    details: { ...defaults, ...(personal ? { type: "personal" as const } : {}), ...details, name },
    preset: preset.key,
    presetVersion: preset.version,
    seatsLimit: freeTierSeats,
    personalOf: personal ? founder.accountId : null,
    at,
  };
  const used = slug === undefined ? await insertUnderFreeSlug(db, row) : await insertUnder(db, row, slug);
  await insertFounder(db, { organizationId, accountId: founder.accountId, role: preset.creatorRole, at });
  return {
    organizationId,
    events: [
      {
        target: { type: "organization", id: organizationId, name },
        before: null,
        after: { name, slug: used, preset: preset.key },
      },
    ],
    notices: [{ type: "membershipStarted", organizationId, accountId: founder.accountId }],
  };
}

async function insertUnder(db: Db, row: NewOrganization, slug: string): Promise<string> {
  if (await insertOrganization(db, row, slug)) return slug;
  return refuse({ kind: "conflict", code: "slugTaken" });
}

/** Row security hides which slugs are taken, so each is tried; a common name soon gets a random end instead. */
async function insertUnderFreeSlug(db: Db, row: NewOrganization): Promise<string> {
  const base = slugOf(row.details.name);
  const taken = new Set<string>();
  while (taken.size < 3) {
    const slug = nextSlug(base, taken);
    if (await insertOrganization(db, row, slug)) return slug;
    taken.add(slug);
  }
  return insertUnder(db, row, `${base.slice(0, 36).replace(/-+$/, "")}-${randomBytes(5).toString("hex")}`);
}

/** Creates an organization in the caller's transaction, audit event included. For sign-up, which has no dispatch. */
export async function createOrganization(
  db: Db,
  founder: Founder,
  details: NewDetails,
  request: { readonly requestId: string; readonly at: Date },
  options: { readonly personal: boolean },
): Promise<{ organizationId: string }> {
  const founding = { organizationId: newId(), founder, details, at: request.at, personal: options.personal };
  const { organizationId, events, notices } = await foundOrganization(db, founding);
  const head = await lockChain(db, organizationId);
  await append(db, head, "organization.created", events, { actor: founder, ...request }, notices);
  return { organizationId };
}

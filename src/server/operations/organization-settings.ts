import type { Organization, OrganizationDetails } from "#contract/entities/organization.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { cleanDetails } from "../organizations/details.ts";
import { isNameHeld } from "../storage/queries/deletions.ts";
import {
  countOrganizationSecurityEvents,
  organizationSecurityEvents,
} from "../storage/queries/organization-security-events.ts";
import { updateDetails } from "../storage/queries/organization-writes.ts";
import { loadOrganization } from "../storage/queries/organizations.ts";
import { invalid } from "./invalid.ts";
import { idAt, pageOf } from "./places.ts";

const securityScope = "organization.security";

type Field = keyof OrganizationDetails;

/** The fields whose value is another one than now. */
function changedFields(current: Organization, details: Partial<OrganizationDetails>): Field[] {
  return (Object.keys(details) as Field[]).filter((field) => details[field] !== current[field]);
}

export const organizationSettingsHandlers = {
  "organization.update": async ({ db, account, organization, caller }, input) => {
    const { organizationId: _, ...given } = input;
    const details = cleanDetails(given);
    const current = await loadOrganization(db, account.id, organization.id);
    const fields = changedFields(current, details);
    if (fields.length === 0) invalid("", "nothingToChange", "Nothing differs from what is stored");
    if (details.name !== undefined && fields.includes("name") && (await isNameHeld(db, details.name))) {
      refuse({ kind: "conflict", code: "nameHeld" });
    }
    const of = (values: Partial<OrganizationDetails>) =>
      Object.fromEntries(fields.map((field) => [field, values[field] ?? null]));
    await updateDetails(db, organization.id, of(details), caller.now);
    const target = { type: "organization", id: organization.id, name: details.name ?? current.name } as const;
    return {
      events: [{ target, before: of(current), after: of(details) }],
      output: () => loadOrganization(db, account.id, organization.id),
      outputReads: true,
    };
  },
  "organization.listSecurityEvents": async ({ services, organization }, { cursor, limit }) => {
    const { system } = services.pools;
    const before = cursor === undefined ? null : idAt(securityScope, cursor);
    const [rows, total] = await Promise.all([
      organizationSecurityEvents(system, organization.id, { before, limit: limit + 1 }),
      countOrganizationSecurityEvents(system, organization.id),
    ]);
    const { items, next } = pageOf(securityScope, rows, limit);
    return { items, next, total, matching: before === null ? total : null };
  },
} satisfies Partial<Handlers>;

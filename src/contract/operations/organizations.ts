import { z } from "zod";
import { Organization, OrganizationDetails, Preset } from "../entities/organization.ts";
import { SecurityEvent } from "../entities/auditEvent.ts";
import { declare } from "../operation.ts";
import { cursor, id, pageOf, pageSize } from "../scalars.ts";

export const organizationOperations = declare({
  "organization.list": {
    method: "GET",
    path: "/v1/organizations",
    summary: "The person's organizations by name, with role, members and last activity.",
    access: "account",
    kind: "query",
    large: true,
    input: z.strictObject({
      cursor: cursor.optional(),
      limit: z.coerce.number<number>().int().min(1).max(1000).default(200),
    }),
    output: pageOf(Organization),
    offline: "snapshot",
    bridge: "open",
  },
  "organization.create": {
    method: "POST",
    path: "/v1/organizations",
    summary: "Create an organization; the person becomes its owner.",
    access: "account",
    kind: "command",
    audit: "organization.created",
    input: OrganizationDetails.partial()
      .required({ name: true })
      .extend({ preset: Preset.default("agency") })
      .strict(),
    output: Organization,
    offline: "never",
    bridge: "open",
  },
  "organization.get": {
    method: "GET",
    path: "/v1/organizations/{organizationId}",
    summary: "One organization.",
    access: "organization",
    permission: null,
    kind: "query",
    input: z.strictObject({ organizationId: id }),
    output: Organization,
    offline: "snapshot",
    bridge: "open",
  },
  "organization.update": {
    method: "PATCH",
    path: "/v1/organizations/{organizationId}",
    summary: "Rename an organization or change its details.",
    access: "organization",
    permission: "organization.edit",
    kind: "command",
    audit: "organization.updated",
    input: OrganizationDetails.partial().extend({ organizationId: id }).strict(),
    output: Organization,
    offline: "never",
    bridge: "open",
  },
  "organization.listSecurityEvents": {
    method: "GET",
    path: "/v1/organizations/{organizationId}/security-events",
    summary: "Refused commands in this organization and sign-ins of its members, newest first.",
    access: "organization",
    permission: "security.view",
    kind: "query",
    input: z.strictObject({ organizationId: id, cursor: cursor.optional(), limit: pageSize }),
    output: pageOf(SecurityEvent),
    offline: "never",
    bridge: "open",
  },
});

import { z } from "zod";
import { AuditAction } from "../audit.ts";
import { AuditEvent, ChainReport, SealedAuditText, SignedAuditHead } from "../entities/auditEvent.ts";
import { declare } from "../operation.ts";
import { cursor, id, instant, pageSize } from "../scalars.ts";

/** What narrows an audit log: `from` inclusive, `to` exclusive, `text` matched in actor, target and action. */
export const auditFilters = {
  from: instant.optional(),
  to: instant.optional(),
  actorId: id.optional(),
  action: z.array(AuditAction).max(30).optional(),
  targetId: id.optional(),
  text: z.string().trim().max(100).optional(),
};

export const auditEventOperations = declare({
  "auditEvent.list": {
    method: "GET",
    path: "/v1/organizations/{organizationId}/audit-events",
    summary: "The audit log, newest first, paged both ways.",
    access: "organization",
    permission: "audit.view",
    kind: "query",
    input: z.strictObject({
      organizationId: id,
      ...auditFilters,
      newer: cursor.optional(),
      older: cursor.optional(),
      limit: pageSize,
    }),
    output: z.object({
      items: z.array(AuditEvent),
      /** Position for the next older page; null at the log's beginning. */
      older: cursor.nullable(),
      /** Position to ask for what came later; null only when the page is empty. */
      newer: cursor.nullable(),
      total: z.int(),
    }),
    offline: "snapshot",
    bridge: "open",
  },
  "auditEvent.get": {
    method: "GET",
    path: "/v1/organizations/{organizationId}/audit-events/{revision}",
    summary: "One audit event.",
    access: "organization",
    permission: "audit.view",
    kind: "query",
    input: z.strictObject({ organizationId: id, revision: z.coerce.number<number>().int().min(1) }),
    output: AuditEvent,
    offline: "snapshot",
    bridge: "open",
  },
  "auditEvent.export": {
    method: "GET",
    path: "/v1/organizations/{organizationId}/audit-events/export",
    summary:
      "The filtered audit log as a stream, oldest first: CSV or a JSON array. The header X-Total-Count says how many.",
    access: "organization",
    permission: "audit.view",
    kind: "stream",
    input: z.strictObject({ organizationId: id, ...auditFilters, format: z.enum(["csv", "json"]) }),
    output: z.string(),
    offline: "never",
    bridge: "closed",
  },
  "auditEvent.verify": {
    method: "POST",
    path: "/v1/organizations/{organizationId}/audit-events/verify",
    summary: "Walk the hash chain from the first event to the head and say where it breaks, if it does.",
    access: "organization",
    permission: "audit.view",
    kind: "query",
    input: z.strictObject({ organizationId: id }),
    output: ChainReport,
    offline: "never",
    bridge: "open",
  },
  "auditEvent.head": {
    method: "GET",
    path: "/v1/organizations/{organizationId}/audit-events/head",
    summary: "Where the audit log stands, signed by the server.",
    access: "organization",
    permission: "audit.view",
    kind: "query",
    input: z.strictObject({ organizationId: id }),
    output: SignedAuditHead,
    offline: "never",
    bridge: "closed",
  },
  "auditEvent.range": {
    method: "GET",
    path: "/v1/organizations/{organizationId}/audit-events/range",
    summary: "The hashed texts of audit events in order of revision, for whoever verifies the chain.",
    access: "organization",
    permission: "audit.view",
    kind: "query",
    large: true,
    input: z.strictObject({
      organizationId: id,
      fromRevision: z.coerce.number<number>().int().min(1),
      limit: z.coerce.number<number>().int().min(1).max(1000).default(250),
    }),
    output: z.object({ items: z.array(SealedAuditText) }),
    offline: "never",
    bridge: "closed",
  },
});

import type { SealedEvent } from "#domain/audit/chain.ts";
import { z } from "zod";
import { AuditAction, SecurityKind } from "../audit.ts";
import { id, instant, json } from "../scalars.ts";

/** One event of an organization's hash-chained audit log. `revision` is its place: 1, 2, 3 … without gaps. */
export const AuditEvent = z.object({
  organizationId: id,
  revision: z.int().min(1),
  id,
  at: instant,
  actor: z.object({ accountId: id.nullable(), name: z.string() }),
  action: AuditAction,
  target: z.object({
    type: z.enum(["organization", "member", "invitation", "workspace", "role"]),
    id,
    name: z.string(),
  }),
  before: z.record(z.string(), json).nullable(),
  after: z.record(z.string(), json).nullable(),
  requestId: z.string(),
  previousHash: z.string(),
  hash: z.string(),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

/** An event as its hash covers it. */
export function sealedOf(event: AuditEvent): SealedEvent {
  const { actor, target, ...rest } = event;
  return {
    ...rest,
    actorAccountId: actor.accountId,
    actorName: actor.name,
    targetType: target.type,
    targetId: target.id,
    targetName: target.name,
  };
}

/** An event for whoever verifies the chain: the very text that its hash covers, and its seals. */
export const SealedAuditText = z.object({ text: z.string(), previousHash: z.string(), hash: z.string() });

/** An entry of the security log. `detail` never holds a secret. */
export const SecurityEvent = z.object({
  id,
  at: instant,
  kind: SecurityKind,
  accountName: z.string().nullable(),
  organizationId: id.nullable(),
  address: z.string(),
  userAgent: z.string(),
  detail: z.record(z.string(), json),
});
export type SecurityEvent = z.infer<typeof SecurityEvent>;

/** The result of walking a whole chain. `brokenAt` is the first revision that does not fit. */
export const ChainReport = z.object({
  intact: z.boolean(),
  events: z.int(),
  head: z.string(),
  brokenAt: z.int().nullable(),
  problem: z.enum(["hash", "link", "gap", "head"]).nullable(),
  /** Whether events fit though the text kept to hash them does not, or is no longer written by the database itself. */
  fromColumns: z.boolean(),
  checkedAt: instant,
});
export type ChainReport = z.infer<typeof ChainReport>;

const base64 = z.base64().max(400);

/**
 * Where an audit log stands, signed by the server's Ed25519 key over `headText` of the domain; made when it is read.
 * `rotations` lead from keys that the server had before to the one it has (`product-rules.md`, 'Witnessed audit').
 * Revision and hash are told as they are stored, whatever stands there: what was tampered with must arrive to be found.
 */
export const SignedAuditHead = z.object({
  organizationId: id,
  revision: z.int(),
  hash: z.string(),
  at: instant,
  keyId: z.string().regex(/^[0-9a-f]{32}$/),
  publicKey: base64,
  signature: base64,
  rotations: z.array(z.object({ from: base64, to: base64, at: instant, signature: base64 })).max(100),
});
export type SignedAuditHead = z.infer<typeof SignedAuditHead>;

import { witnessFindings } from "#domain/audit/witness.ts";
import { z } from "zod";
import { id, instant } from "../scalars.ts";
import { AuditEvent, SignedAuditHead } from "./auditEvent.ts";

/** Up to which revision this desktop has computed an audit log's chain itself, and when it last did. */
export const WitnessedUpTo = z.object({ revision: z.int().min(0), at: instant });

/**
 * That an audit log is not the one that this desktop saw before. `revision` is the first event that differs, null
 * where only the signature does; `witnessed` is what was seen, `shown` what the server shows now.
 */
export const WitnessAlarm = z.object({
  id: z.uuid(),
  kind: z.enum(witnessFindings),
  revision: z.int().min(1).nullable(),
  /** What an event that was rewritten hashes to now; null where nothing was rewritten. */
  comesTo: z.string().nullable(),
  raisedAt: instant,
  verified: WitnessedUpTo.nullable(),
  witnessed: SignedAuditHead.nullable(),
  shown: SignedAuditHead,
});
export type WitnessAlarm = z.infer<typeof WitnessAlarm>;

/** An alarm that a person of this desktop has answered for. */
export const AnsweredAlarm = z.object({ alarm: WitnessAlarm, reason: z.string(), at: instant });

/**
 * What this desktop knows of an organization's audit log. `verified` is null before the first check, and so is
 * `signedBy`, the fingerprint of the key that signs the log and the evidence of reviews.
 */
export const WitnessStatus = z.object({
  verified: WitnessedUpTo.nullable(),
  signedBy: z.string().nullable(),
  alarm: WitnessAlarm.nullable(),
  answered: z.array(AnsweredAlarm),
});
export type WitnessStatus = z.infer<typeof WitnessStatus>;

/** Everything that shows a difference to somebody else: both heads with the texts that were signed, and the event. */
export const WitnessEvidence = z.object({
  organizationId: id,
  alarm: WitnessAlarm,
  signedTexts: z.object({ witnessed: z.string().nullable(), shown: z.string() }),
  /** The hash that this desktop computed for the differing event before. */
  keptHash: z.string().nullable(),
  /** The event as it was; null where this desktop did not keep it. */
  was: AuditEvent.nullable(),
  /** The event as the server gives it now; null where it is gone or cannot be asked for. */
  now: AuditEvent.nullable(),
});
export type WitnessEvidence = z.infer<typeof WitnessEvidence>;

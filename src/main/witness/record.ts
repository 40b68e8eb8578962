import { SignedAuditHead } from "#contract/entities/auditEvent.ts";
import { AnsweredAlarm, WitnessAlarm, type WitnessStatus } from "#contract/entities/witness.ts";
import { instant } from "#contract/scalars.ts";
import { z } from "zod";

/** What is kept of one organization's audit log. It names nobody, so it outlives a sign-out. */
export const WitnessRecord = z.object({
  /** The last signed head that contradicted nothing. */
  head: SignedAuditHead.nullable(),
  /** So many hashes in the file beside are whole. */
  verified: z.int().min(0),
  verifiedAt: instant.nullable(),
  /** Up to where the present round through older events has come. */
  patrolled: z.int().min(0),
  alarm: WitnessAlarm.nullable(),
  answered: z.array(AnsweredAlarm),
});
export type WitnessRecord = z.infer<typeof WitnessRecord>;

export const nothingWitnessed: WitnessRecord = {
  head: null,
  verified: 0,
  verifiedAt: null,
  patrolled: 0,
  alarm: null,
  answered: [],
};

/** Up to the last head that was verified; what a look that is not over has hashed beyond it does not count yet. */
export const upTo = ({ head, verifiedAt }: WitnessRecord): WitnessStatus["verified"] =>
  head === null || verifiedAt === null ? null : { revision: head.revision, at: verifiedAt };

export const statusOf = (record: WitnessRecord): WitnessStatus => ({
  verified: upTo(record),
  signedBy: record.head?.keyId ?? null,
  alarm: record.alarm,
  answered: record.answered,
});

/** What each event that somebody answered for hashes to; rewritten once more, it is another one. */
export const rewrittenOf = ({ answered }: WitnessRecord): ReadonlyMap<number, string> =>
  new Map(
    answered.flatMap(({ alarm: { revision, comesTo } }) =>
      revision === null || comesTo === null ? [] : [[revision, comesTo]],
    ),
  );

import type { SignedAuditHead } from "#contract/entities/auditEvent.ts";
import { chainStart } from "#domain/audit/chain.ts";
import { isSigned, leadsTo } from "#domain/audit/head.ts";
import { compareHeads, walk, type Difference, type WitnessFinding } from "#domain/audit/witness.ts";
import { DamagedHashes, type Hashes } from "./hashes.ts";
import { batch, type ServedLog } from "./log.ts";
import type { WitnessRecord } from "./record.ts";
import { sha256, verifySignature } from "./signatures.ts";
import type { TrustedKey } from "./store.ts";

/** What is wrong, and with which event first; null: nothing. */
export type Finding = Difference | { readonly kind: WitnessFinding; readonly revision: null } | null;

export interface Examined {
  readonly organizationId: string;
  readonly log: ServedLog;
  readonly hashes: Hashes;
  /** Events that somebody answered for: they do not hash to their seals. */
  readonly answered: ReadonlyMap<number, string>;
  /** Keeps what was verified so far, so that an interruption costs little. */
  readonly keep: (changes: Partial<WitnessRecord>) => Promise<void>;
}

/** For so long a server that was not started anew may go on signing with the key before, in milliseconds. */
const handover = 24 * 3_600_000;

/**
 * Whether the head is signed by a key that is trusted, or that follows one. `formerKey`: by the one that it followed a
 * short while ago, as one of several servers does until it is started anew; that raises no alarm and vouches for nothing.
 */
export function examineSignature(
  shown: SignedAuditHead,
  organizationId: string,
  trusted: TrustedKey | null,
): Finding | "formerKey" {
  if (!isSigned(shown, organizationId, { sha256, verify: verifySignature })) {
    return { kind: "badSignature", revision: null };
  }
  const { publicKey, rotations } = shown;
  if (trusted === null || leadsTo(trusted.publicKey, publicKey, rotations, verifySignature)) return null;
  const isFormer = trusted.former === publicKey && Math.abs(Date.now() - Date.parse(trusted.since)) < handover;
  return isFormer ? "formerKey" : { kind: "keyChanged", revision: null };
}

/**
 * Compares a log with what was witnessed of it: its head, then what is new, then a part of what is old. Whatever does
 * not fit, everything before it is computed anew: an alarm names the first event that differs.
 */
export async function examineLog(parts: Examined, record: WitnessRecord, shown: SignedAuditHead): Promise<Finding> {
  const verified = Math.min(record.verified, await parts.hashes.count());
  const suspicion =
    whatHeadsSay(record, verified, shown) ??
    (await examineNew(parts, record, verified, shown)) ??
    (await examineOld(parts, record, shown.revision));
  if (suspicion === null) return null;
  const upTo = Math.min(suspicion.revision, shown.revision);
  return (await walkKept(parts, { from: 0, upTo, verified })) ?? suspicion;
}

/** What can be said before any event is read. An interrupted look may have seen events beyond the last head. */
function whatHeadsSay({ head }: WitnessRecord, verified: number, shown: SignedAuditHead): Difference | null {
  if (shown.revision < Math.max(head?.revision ?? 0, verified)) {
    return { kind: "cut", revision: Math.max(shown.revision, 0) + 1 };
  }
  const isForked = head !== null && compareHeads(head, shown) === "forked";
  return isForked ? { kind: "forked", revision: Math.max(shown.revision, 1) } : null;
}

/** Batches between two writings of what was verified. */
const keptEvery = 8;

async function examineNew(
  parts: Examined,
  { head }: WitnessRecord,
  verified: number,
  shown: SignedAuditHead,
): Promise<Difference | null> {
  const { organizationId, answered } = parts;
  let at = { revision: verified, hash: await hashAt(parts.hashes, verified) };
  const keep = async () => {
    await parts.hashes.flush();
    await parts.keep({ verified: at.revision });
  };
  for (let batches = 1; at.revision < shown.revision; batches++) {
    const asked = Math.min(batch, shown.revision - at.revision);
    const texts = await parts.log.texts(at.revision + 1, asked);
    const { hashes, difference } = walk(texts, { organizationId, head: at, answered }, sha256);
    if (difference !== null) return difference;
    if (hashes.length < asked) return { kind: "cut", revision: at.revision + hashes.length + 1 };
    const witnessed = head === null ? undefined : hashes[head.revision - at.revision - 1];
    if (head !== null && witnessed !== undefined && witnessed !== head.hash) {
      return { kind: "forked", revision: head.revision };
    }
    await parts.hashes.write(at.revision + 1, hashes);
    at = { revision: at.revision + hashes.length, hash: hashes.at(-1) ?? at.hash };
    if (batches % keptEvery === 0) await keep();
  }
  if (at.revision > verified) await keep();
  return at.hash === shown.hash ? null : { kind: "forked", revision: Math.max(at.revision, 1) };
}

/** So many older events are computed anew each time; a short log is looked at as a whole. */
export const stretch = 1_000;

/** Computes the next stretch of the round through what was seen before anew; the next time goes on behind it. */
export async function examineOld(
  parts: Examined,
  { patrolled }: WitnessRecord,
  revision: number,
): Promise<Difference | null> {
  const from = revision <= stretch || patrolled >= revision ? 0 : patrolled;
  const upTo = Math.min(revision, from + stretch);
  const difference = await walkKept(parts, { from, upTo, verified: revision });
  if (difference === null) await parts.keep({ patrolled: upTo });
  return difference;
}

interface Walk {
  /** Begins behind this revision. */
  readonly from: number;
  readonly upTo: number;
  /** So many hashes are kept; what lies beyond is held to its own seals alone. */
  readonly verified: number;
}

/** Computes events anew that were seen before, and gives the first that differs. */
async function walkKept(parts: Examined, { from, upTo, verified }: Walk): Promise<Difference | null> {
  const { organizationId, answered } = parts;
  let head = { revision: from, hash: await hashAt(parts.hashes, from) };
  while (head.revision < upTo) {
    const asked = Math.min(batch, upTo - head.revision);
    const known = Math.max(0, Math.min(asked, verified - head.revision));
    const kept = await parts.hashes.read(head.revision + 1, known);
    const texts = await parts.log.texts(head.revision + 1, asked);
    const { hashes, difference } = walk(texts, { organizationId, head, kept, answered }, sha256);
    if (difference !== null) return difference;
    if (hashes.length < asked) return { kind: "cut", revision: head.revision + hashes.length + 1 };
    head = { revision: head.revision + hashes.length, hash: hashes.at(-1) ?? head.hash };
  }
  return null;
}

async function hashAt(hashes: Hashes, revision: number): Promise<string> {
  if (revision === 0) return chainStart.hash;
  const [hash] = await hashes.read(revision, 1);
  if (hash === undefined) throw new DamagedHashes();
  return hash;
}

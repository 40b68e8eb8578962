import type { SignedAuditHead } from "#contract/entities/auditEvent.ts";
import { chainStart, standsAt } from "#domain/audit/chain.ts";
import { isSigned, leadsTo } from "#domain/audit/head.ts";
import { compareHeads, walk, type Difference, type WitnessFinding } from "#domain/audit/witness.ts";
import type { Hashes } from "./hashes.ts";
import { batch, type ServedLog } from "./log.ts";
import type { WitnessRecord } from "./record.ts";
import { sha256, verifySignature } from "./signatures.ts";

/** What is wrong, and with which event first; null: nothing. */
export type Finding = { readonly kind: WitnessFinding; readonly revision: number | null } | null;

export interface Examined {
  readonly organizationId: string;
  readonly log: ServedLog;
  readonly hashes: Hashes;
  /** Revisions that somebody answered for: they do not hash to their seals. */
  readonly answered: ReadonlySet<number>;
  /** Keeps what was verified so far, so that an interruption costs little. */
  readonly keep: (changes: Partial<WitnessRecord>) => Promise<void>;
}

/** Whether the head is signed by a key that is trusted, or that follows one. */
export function examineSignature(shown: SignedAuditHead, organizationId: string, trusted: string | null): Finding {
  if (!isSigned(shown, organizationId, { sha256, verify: verifySignature })) {
    return { kind: "badSignature", revision: null };
  }
  const follows = trusted === null || leadsTo(trusted, shown.publicKey, shown.rotations, verifySignature);
  return follows ? null : { kind: "keyChanged", revision: null };
}

/** Compares a log with what was witnessed of it: its head, then what is new, then a part of what is old. */
export async function examineLog(parts: Examined, record: WitnessRecord, shown: SignedAuditHead): Promise<Finding> {
  const verified = Math.min(record.verified, await parts.hashes.count());
  const comparison = record.head === null ? "grown" : compareHeads(record.head, shown);
  if (comparison === "cut") return await whatWasCut(parts, verified, shown);
  if (comparison === "forked") return await whereItForks(parts, Math.min(verified, shown.revision), shown.revision);
  return (await examineNew(parts, record, verified, shown)) ?? (await examineOld(parts, record, shown.revision));
}

async function whatWasCut(parts: Examined, verified: number, shown: SignedAuditHead): Promise<Finding> {
  if (shown.revision <= verified && (await hashAt(parts.hashes, shown.revision)) !== shown.hash) {
    return await whereItForks(parts, shown.revision, shown.revision);
  }
  return { kind: "cut", revision: shown.revision + 1 };
}

/** Batches between two writings of what was verified. */
const keptEvery = 8;

async function examineNew(
  parts: Examined,
  { head }: WitnessRecord,
  verified: number,
  shown: SignedAuditHead,
): Promise<Finding> {
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
    const witnessed = head === null ? undefined : hashes[head.revision - at.revision - 1];
    const past = head !== null && witnessed !== undefined && witnessed !== head.hash;
    if (difference?.kind === "forked" && difference.revision === verified + 1) {
      return await whereItForks(parts, verified, verified + 1);
    }
    if (difference !== null || past) {
      await parts.hashes.write(at.revision + 1, hashes);
      at = { revision: at.revision + hashes.length, hash: hashes.at(-1) ?? at.hash };
      await keep();
      return difference ?? { kind: "forked", revision: head?.revision ?? at.revision };
    }
    if (hashes.length < asked) return { kind: "cut", revision: at.revision + hashes.length + 1 };
    await parts.hashes.write(at.revision + 1, hashes);
    at = { revision: at.revision + hashes.length, hash: hashes.at(-1) ?? at.hash };
    if (batches % keptEvery === 0) await keep();
  }
  if (at.revision > verified) await keep();
  return at.hash === shown.hash ? null : { kind: "forked", revision: Math.max(at.revision, 1) };
}

/** So many older events are computed anew each time; a short log is looked at as a whole. */
const patrol = 1_000;

async function examineOld(parts: Examined, { patrolled }: WitnessRecord, revision: number): Promise<Finding> {
  const { organizationId, answered } = parts;
  const begin = revision <= patrol || patrolled >= revision ? 0 : patrolled;
  const end = Math.min(revision, begin + patrol);
  for (let at = begin; at < end; at = Math.min(end, at + batch)) {
    const asked = Math.min(batch, end - at);
    const kept = await parts.hashes.read(at + 1, asked);
    const texts = await parts.log.texts(at + 1, asked);
    const head = { revision: at, hash: await hashAt(parts.hashes, at) };
    const { hashes, difference } = walk(texts, { organizationId, head, kept, answered }, sha256);
    if (difference !== null) return difference;
    if (hashes.length < asked) return { kind: "cut", revision: at + hashes.length + 1 };
  }
  await parts.keep({ patrolled: end });
  return null;
}

/** The first event whose seal is another than the one kept; `otherwise` where all that are kept still stand. */
async function whereItForks(parts: Examined, upTo: number, otherwise: number): Promise<Difference> {
  let [same, other] = [0, upTo + 1];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    const [sealed] = await parts.log.texts(middle, 1);
    const isThere = sealed !== undefined && standsAt(sealed.text, parts.organizationId, middle);
    const stands = isThere && sealed.hash === (await hashAt(parts.hashes, middle));
    if (stands) same = middle;
    else other = middle;
  }
  return { kind: "forked", revision: other > upTo ? Math.max(otherwise, 1) : other };
}

async function hashAt(hashes: Hashes, revision: number): Promise<string> {
  if (revision === 0) return chainStart.hash;
  return (await hashes.read(revision, 1))[0] ?? "";
}

import { hashOf, type ChainHead, type SealedEvent, type Sha256 } from "./chain.ts";

/**
 * What a desktop finds when a log is not the one that it saw before. `rewritten`: an event does not hash to its seal;
 * `cut`: events are missing; `forked`: other events stand where known ones stood, sealed anew; `badSignature`: nobody
 * vouches for the head; `keyChanged`: another key does, and the known one does not name it.
 */
export const witnessFindings = ["rewritten", "cut", "forked", "badSignature", "keyChanged"] as const;
export type WitnessFinding = (typeof witnessFindings)[number];

/** How a head stands to one that was seen before. */
export function compareHeads(witnessed: ChainHead, shown: ChainHead): "same" | "grown" | "cut" | "forked" {
  if (shown.revision < witnessed.revision) return "cut";
  if (shown.revision > witnessed.revision) return "grown";
  return shown.hash === witnessed.hash ? "same" : "forked";
}

/** The first event that differs, and how; `revision` counts from 1. */
export interface Difference {
  readonly kind: "rewritten" | "cut" | "forked";
  readonly revision: number;
}

/** The outcome of a walk: the hashes that were computed, up to the first difference. */
export interface Walked {
  readonly hashes: readonly string[];
  readonly difference: Difference | null;
}

/**
 * Walks events in order of revision from a known head and computes every hash anew. Where `kept` holds what was
 * computed earlier (its first entry belongs to the revision after `start`), each must be the same again. An event in
 * `answered` is known not to hash to its seal; the walk goes on from the seal that it carries.
 */
export function walk(
  events: Iterable<SealedEvent>,
  start: ChainHead,
  kept: readonly string[],
  sha256: Sha256,
  answered: ReadonlySet<number> = new Set(),
): Walked {
  const hashes: string[] = [];
  let { revision, hash } = start;
  const end = (kind: Difference["kind"]): Walked => ({ hashes, difference: { kind, revision } });
  for (const event of events) {
    revision += 1;
    if (event.revision !== revision) return end("cut");
    const computed = answered.has(revision) ? event.hash : hashOf(hash, event, sha256);
    const known = kept[revision - start.revision - 1];
    if (computed !== event.hash && event.previousHash === hash) return end("rewritten");
    if (event.previousHash !== hash || (known !== undefined && known !== computed)) return end("forked");
    hash = computed;
    hashes.push(hash);
  }
  return { hashes, difference: null };
}

import { standsAt, type ChainHead, type SealedText, type Sha256 } from "./chain.ts";

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
  /** Of an event that was rewritten: what it hashes to now. */
  readonly comesTo?: string;
}

/** The outcome of a walk: the hashes that were computed, up to the first difference. */
export interface Walked {
  readonly hashes: readonly string[];
  readonly difference: Difference | null;
}

/** What a walk begins with. */
export interface Beginning {
  readonly organizationId: string;
  readonly head: ChainHead;
  /** What was computed earlier, from the event after the head on. */
  readonly kept?: readonly string[];
  /** Events that are known not to hash to their seals, by their revisions: what they hash to instead. */
  readonly answered?: ReadonlyMap<number, string>;
}

const seal = /^[0-9a-f]{64}$/;

/**
 * Walks texts in order of revision from a known head and computes every hash anew. Where `kept` holds what was computed
 * earlier, each must be the same again. Past an event in `answered` the walk goes on from the seal that it carries, if
 * it is still the event that was answered for.
 *
 * A text must begin with its organization and revision. What else it says nobody reads here: the hash covers all of it,
 * so a text that says the same in other words, or two things at once, is another text, and no event hashes to it.
 */
export function walk(texts: Iterable<SealedText>, beginning: Beginning, sha256: Sha256): Walked {
  const { organizationId, head, kept = [], answered } = beginning;
  const hashes: string[] = [];
  let { revision, hash } = head;
  const end = (difference: Omit<Difference, "revision">): Walked => ({
    hashes,
    difference: { ...difference, revision },
  });
  for (const sealed of texts) {
    revision += 1;
    if (!standsAt(sealed.text, organizationId, revision)) return end({ kind: "cut" });
    if (sealed.previousHash !== hash) return end({ kind: "forked" });
    const comesTo = sha256(hash + sealed.text);
    const isKnown = answered?.get(revision) === comesTo && seal.test(sealed.hash);
    if (comesTo !== sealed.hash && !isKnown) return end({ kind: "rewritten", comesTo });
    const known = kept[revision - head.revision - 1];
    if (known !== undefined && known !== sealed.hash) return end({ kind: "forked" });
    hash = sealed.hash;
    hashes.push(hash);
  }
  return { hashes, difference: null };
}

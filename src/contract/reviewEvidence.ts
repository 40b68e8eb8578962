import type { Sha256 } from "#domain/audit/chain.ts";
import { keyIdOf, type VerifySignature } from "#domain/audit/head.ts";
import { orderedJson, type Json } from "#domain/audit/orderedJson.ts";
import { countItems } from "#domain/review/outcome.ts";
import { SignedReviewEvidence, type ReviewEvidence } from "./entities/reviewEvidence.ts";

/** What is signed of an evidence, and, around the signature, the file: equal evidence gives equal texts. */
export const canonicalText = (value: Json): string => JSON.stringify(orderedJson(value));

/** The file of a signed evidence. */
export const evidenceFile = (signed: SignedReviewEvidence): string => `${canonicalText(signed)}\n`;

/**
 * Why a file proves nothing. `notEvidence`: it is something else. `changed`: its bytes are not those of the evidence
 * that it holds. `key`: the key is not the one that the evidence names. `signature`: it was not signed by the key.
 * `counts`: its sums do not fit its items.
 */
export type EvidenceProblem = "notEvidence" | "changed" | "key" | "signature" | "counts";

export type EvidenceVerdict =
  | { readonly ok: true; readonly evidence: ReviewEvidence; readonly publicKey: string }
  | { readonly ok: false; readonly problem: EvidenceProblem };

const no = (problem: EvidenceProblem): EvidenceVerdict => ({ ok: false, problem });

/** Checks a file's text. Whose key it is, the caller must know: anybody can sign with a key of their own. */
export function checkEvidence(
  text: string,
  { sha256, verify }: { readonly sha256: Sha256; readonly verify: VerifySignature },
): EvidenceVerdict {
  const raw = parsed(text);
  const read = SignedReviewEvidence.safeParse(raw);
  if (raw === null || !read.success) return no("notEvidence");
  // Nothing beside what is signed: no other order, no space, no second field of the same name.
  if (`${canonicalText(raw)}\n` !== text) return no("changed");
  const { evidence, publicKey, signature } = read.data;
  if (!isPlainBase64(publicKey) || !isPlainBase64(signature)) return no("changed");
  if (evidence.keyId !== keyIdOf(publicKey, sha256)) return no("key");
  // Over what the file says, not over what this version understands of it.
  if (!verify(canonicalText(fieldOf(raw, "evidence")), signature, publicKey)) return no("signature");
  return countsFit(evidence) ? { ok: true, evidence, publicKey } : no("counts");
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

function fieldOf(value: Json, field: string): Json {
  return value !== null && typeof value === "object" && !Array.isArray(value)
    ? ((value as { readonly [key: string]: Json })[field] ?? null)
    : null;
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/**
 * Whether no other text means the same bytes: nothing stands after the padding, where readers stop, and the bits that
 * the last digit has to spare are none.
 */
export function isPlainBase64(text: string): boolean {
  const digits = text.replace(/=+$/, "");
  const spare = text.length - digits.length;
  if (text.length % 4 !== 0 || spare > 2 || digits.includes("=")) return false;
  return spare === 0 || alphabet.indexOf(digits.at(-1) ?? "") % (spare === 1 ? 4 : 16) === 0;
}

function countsFit({ counts, items }: ReviewEvidence): boolean {
  const counted = countItems(items.map(({ decision, outcome }) => ({ decision, state: outcome.state })));
  return canonicalText({ ...counted }) === canonicalText(counts);
}

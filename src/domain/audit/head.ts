import type { Sha256 } from "./chain.ts";
import { orderedJson } from "./orderedJson.ts";

/** Where a server says that an organization's audit log stands at an instant (`product-rules.md`, 'Witnessed audit'). */
export interface AuditHead {
  readonly organizationId: string;
  readonly revision: number;
  readonly hash: string;
  /** When it was said: ISO 8601 in UTC with milliseconds. */
  readonly at: string;
  readonly keyId: string;
}

/** A head with the Ed25519 signature over `headText`; key (SPKI) and signature in base64. */
export interface SignedHead extends AuditHead {
  readonly publicKey: string;
  readonly signature: string;
}

/** The former key's word that another follows it. Keys (SPKI) and signature in base64. */
export interface KeyRotation {
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly signature: string;
}

/** Whether a signature over a text was made with the private half of a public key; false for anything malformed. */
export type VerifySignature = (text: string, signature: string, publicKey: string) => boolean;

/** What a server signs of a head. Other statements of the same key begin with another kind, so none passes for it. */
export function headText({ organizationId, revision, hash, at, keyId }: AuditHead): string {
  return JSON.stringify(orderedJson({ kind: "orgdesk.auditHead.1", organizationId, revision, hash, at, keyId }));
}

/** What the former key signs when another follows it. */
export function rotationText({ from, to, at }: Omit<KeyRotation, "signature">): string {
  return JSON.stringify(orderedJson({ kind: "orgdesk.auditKeyRotation.1", from, to, at }));
}

/** The short name of a public key: 32 hexadecimal digits that nothing but the key decides. */
export const keyIdOf = (publicKey: string, sha256: Sha256): string =>
  sha256(`orgdesk.auditKey:${publicKey}`).slice(0, 32);

/** Whether a head was signed by the key that it names, for this organization. */
export function isSigned(
  head: SignedHead,
  organizationId: string,
  { sha256, verify }: { readonly sha256: Sha256; readonly verify: VerifySignature },
): boolean {
  return (
    head.organizationId === organizationId &&
    head.keyId === keyIdOf(head.publicKey, sha256) &&
    verify(headText(head), head.signature, head.publicKey)
  );
}

/** Whether signed rotations lead from a key that is trusted to another, in the order in which they are given. */
export function leadsTo(
  trusted: string,
  target: string,
  rotations: readonly KeyRotation[],
  verify: VerifySignature,
): boolean {
  let key = trusted;
  for (const rotation of rotations) {
    if (key === target) return true;
    if (rotation.from === key && verify(rotationText(rotation), rotation.signature, key)) key = rotation.to;
  }
  return key === target;
}

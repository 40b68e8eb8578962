import { hash, verify } from "node:crypto";

export const sha256 = (text: string): string => hash("sha256", text);

/** Checks an Ed25519 signature; key (SPKI) and signature in base64. */
export function verifies(text: string, signature: string, publicKey: string): boolean {
  const key = { key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" } as const;
  return verify(null, Buffer.from(text), key, Buffer.from(signature, "base64"));
}

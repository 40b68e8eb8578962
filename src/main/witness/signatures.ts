import { createPublicKey, hash, verify } from "node:crypto";
import type { VerifySignature } from "#domain/audit/head.ts";

export const sha256 = (text: string): string => hash("sha256", text);

/** Checks an Ed25519 signature; key (SPKI) and signature in base64. */
export const verifySignature: VerifySignature = (text, signature, publicKey) => {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
    return (
      key.asymmetricKeyType === "ed25519" && verify(null, Buffer.from(text), key, Buffer.from(signature, "base64"))
    );
  } catch {
    return false;
  }
};

import { ed25519By } from "#domain/audit/signature.ts";
import { createPublicKey, hash, verify, type KeyObject } from "node:crypto";

export const sha256 = (text: string): string => hash("sha256", text);

export const verifySignature = ed25519By<KeyObject, Buffer>({
  createPublicKey,
  verify,
  bytesOf: (text, encoding) => Buffer.from(text, encoding),
});

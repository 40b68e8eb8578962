import type { VerifySignature } from "./head.ts";

/** As much of Node's `crypto` and `Buffer` as checking a signature takes; the domain knows neither. */
export interface SignatureTools<Key extends { readonly asymmetricKeyType?: string | undefined }, Bytes> {
  readonly createPublicKey: (from: { key: Bytes; format: "der"; type: "spki" }) => Key;
  readonly verify: (algorithm: null, text: Bytes, key: Key, signature: Bytes) => boolean;
  readonly bytesOf: (text: string, encoding: "utf8" | "base64") => Bytes;
}

/** Checks Ed25519 signatures, and no others; key (SPKI) and signature in base64. */
export const ed25519By =
  <Key extends { readonly asymmetricKeyType?: string | undefined }, Bytes>({
    createPublicKey,
    verify,
    bytesOf,
  }: SignatureTools<Key, Bytes>): VerifySignature =>
  (text, signature, publicKey) => {
    try {
      const key = createPublicKey({ key: bytesOf(publicKey, "base64"), format: "der", type: "spki" });
      const isEd25519 = key.asymmetricKeyType === "ed25519";
      return isEd25519 && verify(null, bytesOf(text, "utf8"), key, bytesOf(signature, "base64"));
    } catch {
      return false;
    }
  };

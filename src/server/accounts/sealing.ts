import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** Locks secrets that the server must read again, unlike passwords, for storing them. */
export interface Sealing {
  /** `owner` is part of the seal: what was sealed for one person does not open as another's. */
  seal(secret: Uint8Array, owner: string): Buffer;
  /** @throws Error for another owner, another key, and anything that was changed since */
  open(sealed: Buffer, owner: string): Buffer;
}

const algorithm = "aes-256-gcm";
const ivBytes = 12;
const tagBytes = 16;

/** AES-256-GCM under the server's key, with a new nonce for every seal, which it starts with. */
export function sealingUnder(key: Buffer): Sealing {
  return {
    seal: (secret, owner) => {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(owner));
      const text = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), text]);
    },
    open: (sealed, owner) => {
      const iv = sealed.subarray(0, ivBytes);
      const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes });
      decipher.setAAD(Buffer.from(owner)).setAuthTag(sealed.subarray(ivBytes, ivBytes + tagBytes));
      return Buffer.concat([decipher.update(sealed.subarray(ivBytes + tagBytes)), decipher.final()]);
    },
  };
}

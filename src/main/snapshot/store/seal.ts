import { createCipheriv, createDecipheriv, createHmac, createSecretKey, randomBytes } from "node:crypto";

const algorithm = "aes-256-gcm";
const nonceBytes = 12;
const tagBytes = 16;

/** Key of a snapshot file, in bytes. */
export const keyBytes = 32;

/** Encrypts blocks, each bound to its place; what was written elsewhere, by another key or damaged does not open. */
export interface Seals {
  seal(place: string, content: Buffer): Buffer;
  /** Null for anything that was not sealed for this very place. */
  open(place: string, sealed: Uint8Array): Buffer | null;
  /** What stands on the disk in place of an id. */
  nameOf(id: string): Buffer;
}

export function createSeals(bytes: Buffer): Seals {
  // Made ready once: a filter opens a thousand blocks, and asks as often how their owner is called.
  const key = createSecretKey(bytes);
  const nameKey = createHmac("sha256", key).update("names").digest();
  const names = new Map<string, Buffer>();
  const named = (id: string): Buffer => createHmac("sha256", nameKey).update(id).digest().subarray(0, 16);
  return {
    seal: (place, content) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(place));
      return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]);
    },
    open: (place, sealed) => {
      if (sealed.length < nonceBytes + tagBytes) return null;
      const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceBytes));
      decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(-tagBytes));
      try {
        const content = decipher.update(sealed.subarray(nonceBytes, -tagBytes));
        // Says whether it is genuine; of a stream cipher nothing is left to give.
        decipher.final();
        return content;
      } catch {
        return null;
      }
    },
    nameOf: (id) => {
      const name = names.get(id) ?? named(id);
      names.set(id, name);
      return name;
    },
  };
}

/** What tells one writing of a block from every other. */
export const tagOf = (sealed: Uint8Array): string => Buffer.from(sealed.subarray(-tagBytes)).toString("base64");

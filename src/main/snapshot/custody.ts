import { randomBytes, randomUUID } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { parsedJson } from "../remote/faults.ts";
import type { SecretStore } from "../session/secret-store.ts";
import { eraseFile } from "./store/erase.ts";
import { keyBytes } from "./store/seal.ts";

/** Where a file of a person is, and the key that opens it; without a path it is in memory. */
export interface Place {
  readonly path: string | null;
  readonly key: Buffer;
}

/** Keeps the key of a sealed file where the sign-in is kept. Neither names nor addresses are in a file's name. */
export interface Custody {
  placeFor(accountId: string): Promise<Place>;
  /** Forgets the key, and with it everything that it sealed; then the file goes as well. */
  forget(): Promise<void>;
}

const Entry = z.object({ accountId: z.string(), key: z.base64(), file: z.uuid() });
type Entry = z.infer<typeof Entry>;

/** `name` is that of the entry in the secret store. */
export function createCustody(secrets: SecretStore, name: string, folder: string): Custody {
  const pathOf = ({ file }: Entry) => join(folder, `${file}.db`);
  const read = async () => Entry.safeParse(parsedJson((await secrets.read(name)) ?? "")).data ?? null;
  const forget = async () => {
    const entry = await read();
    if (entry === null) return;
    try {
      await secrets.remove(name);
    } finally {
      eraseFile(pathOf(entry));
    }
  };
  return {
    placeFor: async (accountId) => {
      // A key that does not outlive this process would leave a file that nobody can read.
      const placeOf = (entry: Entry) => ({
        path: secrets.lasting ? pathOf(entry) : null,
        key: Buffer.from(entry.key, "base64"),
      });
      if (secrets.lasting) await mkdir(folder, { recursive: true, mode: 0o700 });
      const known = await read();
      if (known?.accountId === accountId) return placeOf(known);
      await forget();
      const entry: Entry = { accountId, key: randomBytes(keyBytes).toString("base64"), file: randomUUID() };
      await secrets.write(name, JSON.stringify(entry));
      return placeOf(entry);
    },
    forget,
  };
}

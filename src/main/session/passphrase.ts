import { hashRaw } from "@node-rs/argon2";
import { randomBytes } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { z } from "zod";
import { parsedJson } from "../remote/faults.ts";
import { createSeals, keyBytes } from "../snapshot/store/seal.ts";
import type { Protection, SecretStore } from "./secret-store.ts";

/** argon2id, the library's default, with 64 MiB: it is asked for once a start, and each guess costs as much. */
const cost = { memoryCost: 65_536, timeCost: 3, parallelism: 1, outputLen: keyBytes };

/** The costs belong to the version: a file of another one is none of ours. */
const File = z.object({ version: z.literal(1), salt: z.base64(), sealed: z.base64() });
type File = z.infer<typeof File>;
const Entries = z.record(z.string(), z.string());
const place = "secrets|1";

const keyOf = async (passphrase: string, salt: Buffer): Promise<Buffer> =>
  // The same passphrase typed on another keyboard is the same passphrase.
  await hashRaw(passphrase.normalize("NFKC"), { ...cost, salt });

interface Opened {
  readonly key: Buffer;
  readonly salt: Buffer;
}

/**
 * Secrets in a file under a key that only the person's passphrase derives; until there is one, in memory. The
 * passphrase itself is kept nowhere.
 */
export async function passphraseSecrets(path: string): Promise<SecretStore> {
  const read = async () => File.safeParse(parsedJson(await readFile(path, "utf8").catch(() => ""))).data ?? null;
  let entries = new Map<string, string>();
  let opened: Opened | null = null;
  let locked = (await read()) !== null;
  let turn: Promise<void> = Promise.resolve();
  const save = async () => {
    const next = turn.then(async () => {
      if (opened === null) return;
      const { key, salt } = opened;
      const sealed = createSeals(key).seal(place, Buffer.from(JSON.stringify(Object.fromEntries(entries))));
      const file: File = { version: 1, salt: salt.toString("base64"), sealed: sealed.toString("base64") };
      await writeFile(`${path}.new`, JSON.stringify(file), { mode: 0o600, flush: true });
      await rename(`${path}.new`, path);
    });
    turn = next.catch(() => undefined);
    await next;
  };
  const protection: Protection = {
    lock: () => (locked ? "locked" : opened === null ? "none" : "open"),
    protect: async (passphrase) => {
      const [before, salt] = [opened, randomBytes(16)];
      opened = { key: await keyOf(passphrase, salt), salt };
      try {
        await save();
      } catch (error) {
        // Whatever protects them now is what is on the disk.
        opened = before;
        throw error;
      }
    },
    unlock: async (passphrase) => {
      const file = await read();
      if (file === null) return false;
      const salt = Buffer.from(file.salt, "base64");
      const key = await keyOf(passphrase, salt);
      const content = createSeals(key).open(place, Buffer.from(file.sealed, "base64"));
      const found = content === null ? undefined : Entries.safeParse(parsedJson(content.toString("utf8"))).data;
      if (found === undefined) return false;
      entries = new Map(Object.entries(found));
      opened = { key, salt };
      locked = false;
      return true;
    },
    release: async () => {
      await turn;
      opened = null;
      locked = false;
      for (const end of ["", ".new"]) await rm(`${path}${end}`, { force: true });
    },
  };
  return {
    get lasting() {
      return opened !== null;
    },
    protection,
    read: async (name) => entries.get(name) ?? null,
    write: async (name, secret) => {
      entries.set(name, secret);
      await save();
    },
    remove: async (name) => {
      entries.delete(name);
      await save();
    },
  };
}

import type { SafeStorage } from "electron";
import { readFile, rename, writeFile } from "node:fs/promises";
import { z } from "zod";
import { parsedJson } from "../../remote/faults.ts";
import { passphraseSecrets } from "../../session/passphrase.ts";
import type { SecretStore } from "../../session/secret-store.ts";

type Keychain = Pick<
  SafeStorage,
  "isAsyncEncryptionAvailable" | "encryptStringAsync" | "decryptStringAsync" | "getSelectedStorageBackend"
>;

const Entries = z.record(z.string(), z.base64());

/** Secrets in a file under a key that the system's keychain holds; without a keychain, as the person's passphrase protects them. */
export async function keychainSecrets(
  keychain: Keychain,
  file: string,
  platform: NodeJS.Platform,
): Promise<SecretStore> {
  return (await isTrustworthy(keychain, platform))
    ? encryptedFile(keychain, file)
    : await passphraseSecrets(`${file}.protected`);
}

// Linux's `basic_text` encrypts under a key that everybody knows.
async function isTrustworthy(keychain: Keychain, platform: NodeJS.Platform): Promise<boolean> {
  if (!(await keychain.isAsyncEncryptionAvailable())) return false;
  return platform !== "linux" || !["basic_text", "unknown"].includes(keychain.getSelectedStorageBackend());
}

/** A file that cannot be read at the moment still holds what is in it, and must not be written over. */
function noneYet(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOENT") return "";
  throw error;
}

function encryptedFile(keychain: Keychain, file: string): SecretStore {
  let turn = Promise.resolve();
  const load = async () => Entries.safeParse(parsedJson(await readFile(file, "utf8").catch(noneYet))).data ?? {};
  const change = async (edit: (entries: Record<string, string>) => Record<string, string>) => {
    const next = turn.then(async () => {
      const changed = JSON.stringify(edit(await load()));
      await writeFile(`${file}.new`, changed, { mode: 0o600, flush: true });
      await rename(`${file}.new`, file);
    });
    turn = next.catch(() => {});
    await next;
  };
  return {
    lasting: true,
    read: async (name) => {
      const entries: Readonly<Record<string, string>> = await load().catch(() => ({}));
      const entry = entries[name];
      if (entry === undefined) return null;
      // A key that the keychain no longer has: the person signs in again.
      return await keychain.decryptStringAsync(Buffer.from(entry, "base64")).then(
        ({ result }) => result,
        () => null,
      );
    },
    write: async (name, secret) => {
      const encrypted = (await keychain.encryptStringAsync(secret)).toString("base64");
      await change((entries) => ({ ...entries, [name]: encrypted }));
    },
    remove: async (name) =>
      await change((entries) => Object.fromEntries(Object.entries(entries).filter(([entry]) => entry !== name))),
  };
}

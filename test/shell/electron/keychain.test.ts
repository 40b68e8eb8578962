import { existsSync, lstatSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keychainSecrets } from "#main/shell/electron/keychain.ts";
import { expect, test } from "vitest";
import { testFolder } from "../../main/support/desktop.ts";

type Backend = "basic_text" | "gnome_libsecret" | "unknown";

/** A keychain whose key is lost with it. */
const keychain = (available = true, backend: Backend = "gnome_libsecret", key = 0x5a) => ({
  isAsyncEncryptionAvailable: async () => available,
  getSelectedStorageBackend: () => backend,
  encryptStringAsync: async (text: string) => Buffer.from(Buffer.from(`ok${text}`).map((byte) => byte ^ key)),
  decryptStringAsync: async (encrypted: Buffer) => {
    const text = Buffer.from(encrypted.map((byte) => byte ^ key)).toString("utf8");
    if (!text.startsWith("ok")) throw new Error("wrong key");
    return { result: text.slice(2), shouldReEncrypt: false };
  },
});

test("secrets outlive the process, encrypted and for this person alone", async () => {
  const file = join(testFolder(), "secrets.json");
  const first = await keychainSecrets(keychain(), file, "linux");
  await Promise.all([first.write("a", "secret-one"), first.write("b", "secret-two")]);
  expect(readFileSync(file, "utf8")).not.toMatch(/secret-(one|two)/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const second = await keychainSecrets(keychain(), file, "linux");
  expect([await second.read("a"), await second.read("b"), await second.read("c")]).toEqual([
    "secret-one",
    "secret-two",
    null,
  ]);
  await second.remove("a");
  expect(await second.read("a")).toBeNull();
  expect(await second.read("b")).toBe("secret-two");
});

test.each([
  ["no keychain", keychain(false), "darwin"],
  ["Linux's basic_text", keychain(true, "basic_text"), "linux"],
  ["an unknown backend", keychain(true, "unknown"), "linux"],
] as const)("with %s nothing is written to the disk", async (_, chain, platform) => {
  const file = join(testFolder(), "secrets.json");
  const secrets = await keychainSecrets(chain, file, platform);
  await secrets.write("a", "secret");
  expect(await secrets.read("a")).toBe("secret");
  expect(existsSync(file)).toBe(false);
});

test("another key or a damaged file is no secret, and no failure", async () => {
  const file = join(testFolder(), "secrets.json");
  await (await keychainSecrets(keychain(), file, "linux")).write("a", "secret");
  expect(await (await keychainSecrets(keychain(true, "gnome_libsecret", 0x11), file, "linux")).read("a")).toBeNull();
  writeFileSync(file, "{broken");
  const secrets = await keychainSecrets(keychain(), file, "linux");
  expect(await secrets.read("a")).toBeNull();
  await secrets.write("a", "again");
  expect(await secrets.read("a")).toBe("again");
});

test("a file that cannot be read at the moment is not written over", async () => {
  const file = join(testFolder(), "secrets.json");
  symlinkSync(file, file);
  const secrets = await keychainSecrets(keychain(), file, "linux");
  await expect(secrets.write("a", "secret")).rejects.toThrow("ELOOP");
  expect(await secrets.read("a")).toBeNull();
  expect(lstatSync(file).isSymbolicLink()).toBe(true);
});

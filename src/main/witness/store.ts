import { instant } from "#contract/scalars.ts";
import { randomBytes, randomUUID } from "node:crypto";
import { link, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { parsedJson } from "../remote/faults.ts";
import type { SecretStore } from "../session/secret-store.ts";
import { createSeals, keyBytes, type Seals } from "../snapshot/store/seal.ts";
import { openHashes, type Hashes } from "./hashes.ts";
import { nothingWitnessed, WitnessRecord } from "./record.ts";

/** What this machine has seen of the audit logs of one server. */
export interface WitnessStore {
  read(organizationId: string): Promise<WitnessRecord>;
  write(organizationId: string, record: WitnessRecord): Promise<void>;
  hashes(organizationId: string): Promise<Hashes>;
  /** The key that is trusted to sign for this server; null before the first. */
  trustedKey(): Promise<TrustedKey | null>;
  /** From now on this one, instead of the one before. */
  trust(publicKey: string): Promise<void>;
}

const TrustedKey = z.object({ publicKey: z.string(), since: instant, former: z.string().nullable() });
export type TrustedKey = z.infer<typeof TrustedKey>;

/**
 * Files named by a keyed digest and sealed; they stay when somebody signs out, so that a log that was rewritten
 * meanwhile is noticed. A file that does not open is as none.
 */
export function createWitnessStore(secrets: SecretStore, serverKey: string, folder: string): WitnessStore {
  let opening: Promise<Seals> | null = null;
  const seals = async () => await (opening ??= openSeals(secrets, folder));
  const nameOf = async (what: string) => (await seals()).nameOf(`${serverKey}|${what}`).toString("hex");
  const read = async (what: string): Promise<unknown> => {
    const name = await nameOf(what);
    const sealed = await readFile(join(folder, name)).catch(() => null);
    const content = sealed && (await seals()).open(name, sealed);
    return content && parsedJson(content.toString("utf8"));
  };
  const write = async (what: string, content: unknown) => {
    const name = await nameOf(what);
    const sealed = (await seals()).seal(name, Buffer.from(JSON.stringify(content)));
    await replaceFile(join(folder, name), sealed);
  };
  const trustedKey = async () => TrustedKey.safeParse(await read("server")).data ?? null;
  return {
    read: async (organizationId) => WitnessRecord.safeParse(await read(organizationId)).data ?? nothingWitnessed,
    write,
    hashes: async (organizationId) => openHashes(join(folder, `${await nameOf(organizationId)}.hashes`)),
    trustedKey,
    trust: async (publicKey) => {
      const known = await trustedKey();
      if (known?.publicKey === publicKey) return;
      const trusted: TrustedKey = { publicKey, since: new Date().toISOString(), former: known?.publicKey ?? null };
      await write("server", trusted);
    },
  };
}

const entry = "witness";

/** The key is where the sign-ins are; without a keychain in a file of its own, for nothing here names a person. */
async function openSeals(secrets: SecretStore, folder: string): Promise<Seals> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  // A passphrase can be forgotten or taken away; what was witnessed outlives it.
  if (!secrets.lasting || secrets.protection !== undefined) return createSeals(await keyFile(join(folder, "key")));
  const kept = Buffer.from((await secrets.read(entry)) ?? "", "base64");
  if (kept.length === keyBytes) return createSeals(kept);
  const key = randomBytes(keyBytes);
  await secrets.write(entry, key.toString("base64"));
  return createSeals(key);
}

async function keyFile(file: string): Promise<Buffer> {
  const kept = await readFile(file).catch(() => null);
  if (kept?.length === keyBytes) return kept;
  const unfinished = `${file}.${randomUUID()}`;
  await writeFile(unfinished, randomBytes(keyBytes), { mode: 0o600, flush: true });
  // Of two that begin at once, the first one's key is everybody's.
  await link(unfinished, file).catch(() => undefined);
  await rm(unfinished);
  return await readFile(file);
}

/** Whole or not at all, whenever the program ends. */
async function replaceFile(file: string, content: Buffer): Promise<void> {
  const unfinished = `${file}.${randomUUID()}`;
  await writeFile(unfinished, content, { mode: 0o600, flush: true });
  await rename(unfinished, file);
}

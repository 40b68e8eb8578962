import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, sign, type KeyObject } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { rotationText, type KeyRotation } from "#domain/audit/head.ts";
import { z } from "zod";

/** The key that signs heads of audit logs, and how it followed the ones before. */
export interface SigningKey {
  readonly key: KeyObject;
  readonly rotations: readonly KeyRotation[];
}

export interface SigningKeyOptions {
  readonly dataDir: string;
  /** An Ed25519 private key, PKCS#8 in base64 or PEM; then nothing is read from the data folder or written to it. */
  readonly given?: string | null;
  /** The key that was given before, whose word makes the new one trusted. */
  readonly formerlyGiven?: string | null;
  /** Makes a new key that the one in the data folder vouches for. */
  readonly rotate?: boolean;
}

const Stored = z.object({
  key: z.string(),
  rotations: z.array(z.object({ from: z.string(), to: z.string(), at: z.string(), signature: z.string() })),
});

/**
 * The server's signing key: given, or made once and kept in the data folder, readable by this process's user only.
 * @throws Error with one sentence when a key cannot be read
 */
export async function openSigningKey(options: SigningKeyOptions): Promise<SigningKey> {
  if (options.given) return givenKey(options.given, options.formerlyGiven ?? null);
  const file = path.join(options.dataDir, "audit-key.json");
  const known = await readKey(file);
  if (known !== null && options.rotate !== true) return known;
  const key = generateKeyPairSync("ed25519").privateKey;
  const made = { key, rotations: known === null ? [] : [...known.rotations, rotation(known.key, key)] };
  await writeKey(file, made);
  return made;
}

/** A public key as it travels: SPKI in base64. */
export const publicKeyOf = (key: KeyObject): string =>
  createPublicKey(key).export({ type: "spki", format: "der" }).toString("base64");

export const signText = (text: string, key: KeyObject): string => sign(null, Buffer.from(text), key).toString("base64");

function givenKey(given: string, former: string | null): SigningKey {
  const key = privateKey(given, "ORGDESK_AUDIT_KEY");
  if (former === null) return { key, rotations: [] };
  return { key, rotations: [rotation(privateKey(former, "ORGDESK_AUDIT_FORMER_KEY"), key)] };
}

function privateKey(text: string, source: string): KeyObject {
  const isPem = text.includes("-----BEGIN");
  const bytes = isPem ? text : Buffer.from(text, "base64");
  try {
    const key = createPrivateKey(isPem ? text : { key: Buffer.from(bytes), type: "pkcs8", format: "der" });
    if (key.asymmetricKeyType === "ed25519") return key;
  } catch {
    // What was given must not stand in the sentence.
  }
  throw new Error(`${source} holds no Ed25519 private key (PKCS#8, in PEM or base64).`);
}

function rotation(from: KeyObject, to: KeyObject): KeyRotation {
  const statement = { from: publicKeyOf(from), to: publicKeyOf(to), at: new Date().toISOString() };
  return { ...statement, signature: signText(rotationText(statement), from) };
}

async function readKey(file: string): Promise<SigningKey | null> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return null;
  // A damaged key is never replaced silently: every desktop would take that for an attack.
  try {
    const { key, rotations } = Stored.parse(JSON.parse(text));
    return { key: privateKey(key, file), rotations };
  } catch {
    throw new Error(`${file} holds no signing key; restore it from a backup, or remove it to begin with a new one.`);
  }
}

async function writeKey(file: string, { key, rotations }: SigningKey): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const stored = { key: key.export({ type: "pkcs8", format: "pem" }).toString(), rotations };
  // Whole or not at all: a start that is killed here leaves the former key.
  const unfinished = `${file}.${randomUUID()}`;
  await writeFile(unfinished, `${JSON.stringify(stored)}\n`, { mode: 0o600, flush: true });
  await rename(unfinished, file);
}

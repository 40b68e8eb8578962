import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

/** Bytes of the key; AES-256. */
const keyBytes = 32;
const inFile = "The file secret-key in the data folder";

/**
 * The key under which stored secrets are sealed. It stands beside the database and not in it, so that a copy of the
 * database alone (a backup, a leaked dump) gives nobody's second factor away. Given by the environment where several
 * servers share one database; otherwise random, made once, readable by this process's user only.
 * @throws Error with one sentence for a key of another length
 */
export async function secretKey(dataDir: string, given: string | null): Promise<Buffer> {
  if (given !== null) return keyOf(given, "ORGDESK_SECRET_KEY");
  const file = path.join(dataDir, "secret-key");
  const existing = await readIfThere(file);
  if (existing !== null) return keyOf(existing, inFile);
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const key = randomBytes(keyBytes);
  // Another server on this folder may have been first; then its key is the one.
  await writeFile(file, `${key.toString("base64")}\n`, { mode: 0o600, flag: "wx" }).catch((error: unknown) => {
    if (!isCode(error, "EEXIST")) throw error;
  });
  return keyOf(await readFile(file, "utf8"), inFile);
}

/** Only a file that is not there may be made anew: another key would lock everybody with a second factor out. */
async function readIfThere(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;

function keyOf(text: string, where: string): Buffer {
  const key = Buffer.from(text.trim(), "base64");
  if (key.length === keyBytes) return key;
  throw new Error(`${where} must hold ${keyBytes} bytes in base64.`);
}

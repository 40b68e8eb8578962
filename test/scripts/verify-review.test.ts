import { keyIdOf } from "#domain/audit/head.ts";
import { publicKeyOf } from "#server/audit/signing-key.ts";
import { evidenceOf, signedFile } from "#test/server/reviews/evidence.ts";
import { sha256 } from "#test/support/signatures.ts";
import { execFile } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";

const program = path.resolve(import.meta.dirname, "../../scripts/verify-review.ts");
const { privateKey: key } = generateKeyPairSync("ed25519");
const keyId = keyIdOf(publicKeyOf(key), sha256);
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "orgdesk-review-"));
  const record = signedFile(evidenceOf(5), key);
  await writeFile(path.join(folder, "review.json"), record);
  await writeFile(path.join(folder, "changed.json"), record.replace("Olivia Owner", "Olaf Owner"));
});
afterAll(async () => rm(folder, { recursive: true }));

/** What the program prints, and how it ends. */
async function verify(...args: readonly string[]): Promise<{ code: number; first: string; output: string }> {
  const done = promisify(execFile)(process.execPath, ["--disable-warning=ExperimentalWarning", program, ...args]);
  const { code, stdout, stderr } = await done.then(
    (printed) => ({ code: 0, ...printed }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  const output = `${stdout}${stderr}`;
  return { code, first: output.split("\n")[0] ?? "", output };
}

test("a record that holds ends well and names its key", async () => {
  const { code, first, output } = await verify(path.join(folder, "review.json"));
  expect({ code, first }).toEqual({ code: 0, first: "VALID" });
  expect(output).toContain(`Signing key: ${keyId}`);
});

test("the key that is insisted on decides", async () => {
  const file = path.join(folder, "review.json");
  expect(await verify(file, "--key", keyId)).toMatchObject({ code: 0, first: "VALID" });
  expect(await verify(file, "--key", "0".repeat(32))).toMatchObject({ code: 1, first: "NOT VALID" });
});

test.each([
  ["a changed record", ["changed.json"], 1, /^NOT VALID$/],
  ["a missing one", ["missing.json"], 1, /cannot be read/],
  ["none at all", [], 2, /^Name one file/],
])("%s ends badly", async (_, files, code, first) => {
  const ended = await verify(...files.map((file) => path.join(folder, file)));
  expect(ended).toMatchObject({ code, first: expect.stringMatching(first) });
});

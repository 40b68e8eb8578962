import { keyIdOf } from "#domain/audit/head.ts";
import { canonicalText } from "#contract/reviewEvidence.ts";
import { SignedReviewEvidence } from "#contract/entities/reviewEvidence.ts";
import { publicKeyOf } from "#server/audit/signing-key.ts";
import { signedPdf } from "#server/reviews/pdf/signed-pdf.ts";
import { evidenceOf, signedFile } from "#test/server/reviews/evidence.ts";
import { sha256 } from "#test/support/signatures.ts";
import { execFile } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const program = path.resolve(import.meta.dirname, "../../scripts/verify-review.ts");
const { privateKey: key } = generateKeyPairSync("ed25519");
const { privateKey: otherKey } = generateKeyPairSync("ed25519");
const keyId = keyIdOf(publicKeyOf(key), sha256);
const otherKeyId = keyIdOf(publicKeyOf(otherKey), sha256);
const evidence = evidenceOf(5);
const record = signedFile(evidence, key);
let folder: string;

/** The record with something else said in it, under the signature that it had. */
function changed(change: (signed: SignedReviewEvidence) => SignedReviewEvidence): string {
  return `${canonicalText(change(SignedReviewEvidence.parse(JSON.parse(record))))}\n`;
}

const withDecision = (signed: SignedReviewEvidence): SignedReviewEvidence => {
  const [first, ...others] = signed.evidence.items;
  if (first === undefined) return signed;
  return {
    ...signed,
    evidence: { ...signed.evidence, items: [{ ...first, decision: { kind: "remove" } }, ...others] },
  };
};

/** With one bit of the byte in the middle flipped. */
function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const at = copy.length >> 1;
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}

/** The last line, where the signature of a PDF stands. */
const lineOf = (pdf: Buffer): Buffer => pdf.subarray(pdf.lastIndexOf("%orgdesk"));
const pagesOf = (pdf: Buffer): Buffer => pdf.subarray(0, pdf.lastIndexOf("%orgdesk"));

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "orgdesk-review-"));
  const other = signedFile(evidenceOf(3), key);
  const { signature } = SignedReviewEvidence.parse(JSON.parse(other));
  const pdf = await signedPdf(record, key);
  const files = {
    "review.json": record,
    "review.pdf": pdf,
    "byte.json": flipped(Buffer.from(record)),
    "byte.pdf": flipped(pdf),
    "decision.json": changed(withDecision),
    "decision.pdf": await signedPdf(changed(withDecision), key),
    "signature.json": changed((signed) => ({ ...signed, signature })),
    "signature.pdf": Buffer.concat([pagesOf(pdf), lineOf(await signedPdf(other, key))]),
    "key.json": changed((signed) => ({ ...signed, publicKey: publicKeyOf(otherKey) })),
    "key.pdf": await signedPdf(record, otherKey),
    "foreign.json": signedFile(evidence, otherKey),
    "foreign.pdf": await signedPdf(signedFile(evidence, otherKey), otherKey),
  };
  await Promise.all(Object.entries(files).map(async ([name, file]) => writeFile(path.join(folder, name), file)));
});
afterAll(async () => rm(folder, { recursive: true }));

/** What the program prints, and how it ends. */
async function verify(...args: readonly string[]) {
  const done = promisify(execFile)(process.execPath, ["--disable-warning=ExperimentalWarning", program, ...args]);
  const { code, stdout, stderr } = await done.then(
    (printed) => ({ code: 0, ...printed }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  );
  const output = `${stdout}${stderr}`;
  return { code, first: output.split("\n")[0] ?? "", second: output.split("\n")[1] ?? "", output };
}

describe.each(["json", "pdf"])("as %s", (format) => {
  const file = (name: string) => path.join(folder, `${name}.${format}`);

  test("what a server signed ends well and names its key", async () => {
    const { code, first, output } = await verify(file("review"));
    expect({ code, first }).toEqual({ code: 0, first: "VALID" });
    expect(output).toContain(`Signing key: ${keyId}`);
    expect(output).toContain("Compare the signing key with the one that you know");
  });

  test("the key that is insisted on decides", async () => {
    expect(await verify(file("review"), "--key", keyId)).toMatchObject({ code: 0, first: "VALID" });
    expect(await verify(file("review"), "--key", otherKeyId)).toMatchObject({ code: 1, first: "NOT VALID" });
  });

  test("what somebody signed with a key of their own names that key, and does not pass for the server's", async () => {
    const alone = await verify(file("foreign"));
    expect(alone).toMatchObject({ code: 0, output: expect.stringContaining(`Signing key: ${otherKeyId}`) });
    expect(await verify(file("foreign"), "--key", keyId)).toMatchObject({
      code: 1,
      first: "NOT VALID",
      second: `It was signed by ${otherKeyId}, not by the key that you named.`,
    });
  });

  test.each([
    ["one byte", "byte"],
    ["one decision", "decision"],
    ["the signature of another review", "signature"],
    ["another key", "key"],
  ])("a copy with %s changed ends badly and says so", async (_, name) => {
    const { code, first, second } = await verify(file(name));
    expect({ name, code, first }).toEqual({ name, code: 1, first: "NOT VALID" });
    expect(second).toMatch(/^(?:The|This) .+\.$/);
  });
});

test("a file that is missing ends badly", async () => {
  expect(await verify(path.join(folder, "missing.json"))).toMatchObject({
    code: 1,
    first: expect.stringMatching(/cannot be read/),
  });
});

test.each([
  ["no file", []],
  ["two files", ["one.pdf", "two.pdf"]],
  ["an option that does not exist", ["one.pdf", "--kye", "00"]],
  ["a key without its fingerprint", ["one.pdf", "--key"]],
])("%s is answered with how to ask", async (_, args) => {
  expect(await verify(...args)).toMatchObject({ code: 2, first: expect.stringMatching(/^Name one file: npm run/) });
});

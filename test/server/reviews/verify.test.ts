import { canonicalText, isPlainBase64 } from "#contract/reviewEvidence.ts";
import { pdfSignatureLine } from "#contract/reviewPdf.ts";
import { publicKeyOf } from "#server/audit/signing-key.ts";
import { keyIdOf } from "#domain/audit/head.ts";
import { signedPdf } from "#server/reviews/pdf/signed-pdf.ts";
import { verdictOf } from "#server/reviews/verdict.ts";
import { verifyFile } from "#server/reviews/verify-file.ts";
import { sha256 } from "#test/support/signatures.ts";
import { generateKeyPairSync } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { evidenceOf, signedFile } from "./evidence.ts";

/** The evidence of a review as somebody with nothing but the file checks it. */
const { privateKey: key } = generateKeyPairSync("ed25519");
const { privateKey: otherKey } = generateKeyPairSync("ed25519");
const keyId = keyIdOf(publicKeyOf(key), sha256);
const record = Buffer.from(signedFile(evidenceOf(9), key));
let pdf: Buffer;

beforeAll(async () => {
  pdf = await signedPdf(record.toString(), key);
});

/** A copy with one bit of one byte flipped. */
function flipped(bytes: Buffer, at: number, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
}

/** Places all over a file, its ends among them: the same in every run. */
const places = (length: number, count: number): number[] => {
  const spread = Array.from({ length: count }, (_, index) => Math.floor((index * (length - 1)) / (count - 1)));
  const ends = Array.from({ length: 260 }, (_, index) => [index, length - 1 - index]).flat();
  return [...new Set([...spread, ...ends.filter((at) => at >= 0 && at < length)])];
};

describe("a record", () => {
  test("holds as it was signed", async () => {
    const verdict = await verifyFile(record);
    expect(verdict).toMatchObject({ ok: true, format: "json", evidence: { keyId, counts: { total: 9 } } });
  });

  test("does not hold with any bit of any place changed", async () => {
    for (const at of places(record.length, 700)) {
      const verdict = await verifyFile(flipped(record, at, at % 8));
      expect({ at, ok: verdict.ok }).toEqual({ at, ok: false });
    }
  });

  test.each([
    ["a byte more", Buffer.concat([record, Buffer.from("\n")])],
    ["a byte order mark", Buffer.concat([Buffer.from("\ufeff"), record])],
    ["its last byte cut", record.subarray(0, -1)],
    ["nothing", Buffer.alloc(0)],
    ["another order of its fields", Buffer.from(`${JSON.stringify(JSON.parse(record.toString()), null, 1)}\n`)],
    ["a field twice", Buffer.from(record.toString().replace('{"evidence":', '{"evidence":{},"evidence":'))],
  ])("does not hold with %s", async (_, bytes) => {
    expect(await verifyFile(bytes)).toMatchObject({ ok: false });
  });

  test("does not hold under a key that it does not name", async () => {
    const parsed: unknown = JSON.parse(record.toString());
    const swapped = { ...(parsed as Record<string, never>), publicKey: publicKeyOf(otherKey) };
    expect(await verifyFile(Buffer.from(`${canonicalText(swapped)}\n`))).toMatchObject({ ok: false, problem: "key" });
  });

  test("does not hold where its sums were signed wrong", async () => {
    const evidence = evidenceOf(4);
    const wrong = signedFile({ ...evidence, counts: { ...evidence.counts, kept: 99 } }, key);
    expect(await verifyFile(Buffer.from(wrong))).toMatchObject({ ok: false, problem: "counts" });
  });
});

describe("a PDF", () => {
  test("holds as it was signed, carries the record, and is set as this version sets it", async () => {
    expect(await verifyFile(pdf)).toMatchObject({ ok: true, format: "pdf", evidence: { keyId }, samePages: true });
  });

  test("does not hold with any bit of any place changed", async () => {
    for (const at of places(pdf.length, 700)) {
      const verdict = await verifyFile(flipped(pdf, at, at % 8));
      expect({ at, ok: verdict.ok }).toEqual({ at, ok: false });
    }
  });

  test("does not hold with any bit of its last line changed", async () => {
    const ended = pdf.lastIndexOf("\n%orgdesk");
    for (let place = ended * 8; place < pdf.length * 8; place++) {
      const verdict = await verifyFile(flipped(pdf, place >> 3, place & 7));
      expect({ place, ok: verdict.ok }).toEqual({ place, ok: false });
    }
  });

  test("does not hold with something appended, cut, or signed by another key than its record", async () => {
    expect(await verifyFile(Buffer.concat([pdf, Buffer.from("\n%%EOF\n")]))).toMatchObject({ ok: false });
    expect(await verifyFile(pdf.subarray(0, -1))).toMatchObject({ ok: false });
    const foreign = await signedPdf(record.toString(), otherKey);
    expect(await verifyFile(foreign)).toMatchObject({ ok: false, problem: "attachment" });
  });

  test("does not hold with the line of another document", async () => {
    const other = await signedPdf(signedFile(evidenceOf(3), key), key);
    const line = pdfSignatureLine({ keyId: "0".repeat(32), publicKey: publicKeyOf(key), signature: "A".repeat(88) });
    const swapped = Buffer.concat([pdf.subarray(0, -line.length), other.subarray(-line.length)]);
    expect(await verifyFile(swapped)).toMatchObject({ ok: false });
  });
});

describe("the verdict", () => {
  test("insists on a key where one is named, however it is written", async () => {
    const written = keyId.toUpperCase().replaceAll(/(..)(?=.)/g, "$1:");
    expect(await verdictOf(pdf, written)).toMatchObject({ ok: true });
    const other = await verdictOf(pdf, "0".repeat(32));
    expect(other).toEqual({ ok: false, lines: ["NOT VALID", expect.stringContaining(keyId)] });
  });

  test("names the key and never trusts one by itself", async () => {
    const { lines } = await verdictOf(record, null);
    expect(lines[0]).toBe("VALID");
    expect(lines).toContain(`Signing key: ${keyId}`);
    expect(lines.at(-2)).toContain("Compare the signing key");
    expect(lines.at(-1)).toContain("the server logs it when it starts");
  });

  test("does not let a name steer the terminal", async () => {
    const evil = signedFile(evidenceOf(1, "Evil\u001b[2J\u202eStudio"), key);
    const { lines } = await verdictOf(Buffer.from(evil), null);
    expect(lines.join("")).not.toMatch(/\p{C}/u);
  });
});

test.each([
  ["AAAA", true],
  ["AAA=", true],
  ["AAB=", false],
  ["AA==", true],
  ["AB==", false],
  ["AQ==", true],
  ["A===", false],
  ["AAAAA", false],
  ["AA=9", false],
  ["A=AA", false],
  ["=AAA", false],
])("base64 with bits to spare: %s", (text, is) => {
  expect(isPlainBase64(text)).toBe(is);
});

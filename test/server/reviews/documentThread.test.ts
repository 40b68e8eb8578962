import { setDocument } from "#server/reviews/pdf/thread.ts";
import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { evidenceOf, signedFile } from "./evidence.ts";

const { privateKey: key } = generateKeyPairSync("ed25519");
const [few, many] = [1, 3_000].map((people) => signedFile(evidenceOf(people), key)) as [string, string];
const tooLarge = { fault: { kind: "conflict", code: "pdfTooLarge" } };

test("a document that takes too long is given up, and the next one is set", async () => {
  await expect(setDocument(many, { time: 200, memory: 1024 })).rejects.toMatchObject(tooLarge);
  expect((await setDocument(few)).subarray(0, 5).toString()).toBe("%PDF-");
});

test("a document that takes too much memory is given up as well", async () => {
  await expect(setDocument(many, { time: 60_000, memory: 16 })).rejects.toMatchObject(tooLarge);
});

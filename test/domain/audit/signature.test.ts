import { ed25519By } from "#domain/audit/signature.ts";
import { createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from "node:crypto";
import { expect, test } from "vitest";

const verifies = ed25519By<KeyObject, Buffer>({
  createPublicKey,
  verify,
  bytesOf: (text, encoding) => Buffer.from(text, encoding),
});
const keyOf = (key: KeyObject): string => key.export({ format: "der", type: "spki" }).toString("base64");
const signed = (text: string, key: KeyObject): string => sign(null, Buffer.from(text), key).toString("base64");

const ours = generateKeyPairSync("ed25519");
const other = generateKeyPairSync("ed25519");
const longer = generateKeyPairSync("ed448");
const signature = signed("Ærø 7", ours.privateKey);

test.each<[string, Parameters<typeof verifies>, boolean]>([
  ["the signed text", ["Ærø 7", signature, keyOf(ours.publicKey)], true],
  ["another text", ["Ærø 8", signature, keyOf(ours.publicKey)], false],
  ["another key", ["Ærø 7", signature, keyOf(other.publicKey)], false],
  ["another kind of key", ["Ærø 7", signed("Ærø 7", longer.privateKey), keyOf(longer.publicKey)], false],
  ["half a signature", ["Ærø 7", signature.slice(0, 40), keyOf(ours.publicKey)], false],
  ["no signature", ["Ærø 7", "", keyOf(ours.publicKey)], false],
  ["no key", ["Ærø 7", signature, ""], false],
  ["what is no key", ["Ærø 7", signature, "bm90IGEga2V5"], false],
])("%s", (_, given, holds) => {
  expect(verifies(...given)).toBe(holds);
});

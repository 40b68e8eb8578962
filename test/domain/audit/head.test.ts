import { generateKeyPairSync, sign, type KeyObject } from "node:crypto";
import { headText, isSigned, keyIdOf, leadsTo, rotationText, type SignedHead } from "#domain/audit/head.ts";
import { sha256, verifies } from "#test/support/signatures.ts";
import { describe, expect, it } from "vitest";

const spki = (key: KeyObject) => key.export({ type: "spki", format: "der" }).toString("base64");
const keyPair = () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return { privateKey, publicKey: spki(publicKey) };
};
const signed = (text: string, key: KeyObject) => sign(null, Buffer.from(text), key).toString("base64");
const [first, second, third] = [keyPair(), keyPair(), keyPair()];
const organizationId = "01920000-0000-7000-8000-000000000001";
const plain = { organizationId, revision: 7, hash: "a".repeat(64), at: "2026-11-01T09:00:00.000Z" };
const headBy = ({ privateKey, publicKey }: typeof first): SignedHead => {
  const head = { ...plain, keyId: keyIdOf(publicKey, sha256) };
  return { ...head, publicKey, signature: signed(headText(head), privateKey) };
};
const rotated = (from: typeof first, to: typeof first, by = from) => {
  const statement = { from: from.publicKey, to: to.publicKey, at: plain.at };
  return { ...statement, signature: signed(rotationText(statement), by.privateKey) };
};

describe("a signed head", () => {
  it("does not depend on the order of its fields", () => {
    const { at, revision, ...rest } = headBy(first);
    expect(headText({ revision, at, ...rest })).toBe(headText({ ...rest, at, revision }));
  });

  it.each([
    ["as it was signed", {}, true],
    ["of another organization", { organizationId: "01920000-0000-7000-8000-000000000002" }, false],
    ["with another revision", { revision: 6 }, false],
    ["with another hash", { hash: "b".repeat(64) }, false],
    ["with another time", { at: "2026-11-02T09:00:00.000Z" }, false],
    ["under another key's name", { keyId: keyIdOf(second.publicKey, sha256) }, false],
    ["with another key", { publicKey: second.publicKey, keyId: keyIdOf(second.publicKey, sha256) }, false],
  ])("%s", (_what, change, expected) => {
    expect(isSigned({ ...headBy(first), ...change }, organizationId, { sha256, verify: verifies })).toBe(expected);
  });
});

describe("a key that follows another", () => {
  const leads = (rotations: Parameters<typeof leadsTo>[2], target = third) =>
    leadsTo(first.publicKey, target.publicKey, rotations, verifies);
  it.each([
    ["needs no word where it is the same", [], true, first],
    ["is not trusted without one", [], false, third],
    ["is trusted by the word of the former", [rotated(first, third)], true, third],
    ["is trusted over several", [rotated(first, second), rotated(second, third)], true, third],
    ["is not trusted by its own word", [rotated(first, third, third)], false, third],
    ["is not trusted where a step is missing", [rotated(second, third)], false, third],
    ["is not trusted in the wrong order", [rotated(second, third), rotated(first, second)], false, third],
  ])("%s", (_what, rotations, expected, target) => {
    expect(leads(rotations, target)).toBe(expected);
  });
});

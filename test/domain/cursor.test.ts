import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeBase64Url, encodeBase64Url } from "#domain/base64url.ts";
import { decodeCursor, encodeCursor } from "#domain/cursor.ts";

const scope = "members:name:asc";
const key = fc.oneof(fc.string({ unit: "grapheme", maxLength: 40 }), fc.integer(), fc.boolean(), fc.constant(null));

describe("cursor", () => {
  it("comes back as it went", () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 4 }), (keys) => {
        expect(decodeCursor(scope, encodeCursor(scope, keys))).toEqual(keys);
      }),
    );
  });

  it("is one URL-safe word", () => {
    fc.assert(
      fc.property(fc.array(key), (keys) => {
        expect(encodeCursor(scope, keys)).toMatch(/^[\w-]+$/u);
      }),
    );
  });

  it("is not read under another scope", () => {
    expect(decodeCursor("members:role:asc", encodeCursor(scope, ["Dana"]))).toBeNull();
  });

  it("reads no other text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(decodeCursor(scope, text)).toBeNull();
      }),
    );
  });

  it.each([
    "",
    "null",
    encodeBase64Url("null"),
    encodeBase64Url('{"v":1}'),
    encodeBase64Url(`[1,"${scope}"]`),
    encodeBase64Url(`[2,"${scope}",[]]`),
    encodeBase64Url(`[1,"${scope}",{}]`),
    encodeBase64Url(`[1,"${scope}",[{"$ne":null}]]`),
    `${encodeCursor(scope, ["a"])}=`,
    `${encodeCursor(scope, ["a"])} `,
    encodeCursor(scope, ["x".repeat(5000)]),
  ])("refuses %j", (text) => {
    expect(decodeCursor(scope, text)).toBeNull();
  });
});

describe("base64url", () => {
  it("is what Node makes of UTF-8", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(encodeBase64Url(text)).toBe(Buffer.from(text).toString("base64url"));
        expect(decodeBase64Url(encodeBase64Url(text))).toBe(text.toWellFormed());
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "#domain/text.ts";
import { codePoints, controlCharacter, directionOverride } from "#domain/unicode.ts";

const name = (raw: string) => cleanText(raw, { max: 20 });

describe("cleanText", () => {
  it.each([
    ["  Dana  ", "Dana"],
    ["Zoë", "Zoë"],
    ["👩‍👩‍👧 family", "👩‍👩‍👧 family"],
    ["=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"],
    ["<script>alert(1)", "<script>alert(1)"],
    ["شركة\u200f", "شركة\u200f"],
  ])("keeps %j as %j", (raw, text) => {
    expect(name(raw)).toEqual({ ok: true, text });
  });

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["\u200b\u200d\u3164", "empty"],
    ["a\u0000b", "control"],
    ["a\nb", "control"],
    ["a\u001bb", "control"],
    ["a\u2028b", "control"],
    ["evil\u202etxt.exe", "direction"],
    ["a\u2066b", "direction"],
    ["\ud800", "malformed"],
    ["x".repeat(21), "tooLong"],
    ["x".repeat(10_000), "tooLong"],
  ])("refuses %j: %s", (raw, problem) => {
    expect(name(raw)).toEqual({ ok: false, problem });
  });

  it("counts code points", () => {
    expect(name("😀".repeat(20)).ok).toBe(true);
    expect(name("😀".repeat(21)).ok).toBe(false);
  });

  it("allows lines and nothing at all where told", () => {
    const message = { max: 50, multiline: true, optional: true };
    expect(cleanText("one\r\n\ttwo\n", message)).toEqual({ ok: true, text: "one\n\ttwo" });
    expect(cleanText(" ", message)).toEqual({ ok: true, text: "" });
    expect(cleanText("a\u0000", message)).toEqual({ ok: false, problem: "control" });
  });

  it("gives texts that it takes again unchanged", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (raw) => {
        const clean = cleanText(raw, { max: 40 });
        if (!clean.ok) return;
        expect(cleanText(clean.text, { max: 40 })).toEqual(clean);
        expect(codePoints(clean.text)).toBeLessThanOrEqual(40);
        expect(controlCharacter.test(clean.text) || directionOverride.test(clean.text)).toBe(false);
      }),
    );
  });
});

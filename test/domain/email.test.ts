import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldEmail } from "#domain/email.ts";

describe("foldEmail", () => {
  it.each([
    ["dana@example.com", "dana@example.com", "dana@example.com"],
    ["  Dana.Reyes+team@Example.COM ", "Dana.Reyes+team@Example.COM", "dana.reyes+team@example.com"],
    ["\u212aelvin@example.com", "Kelvin@example.com", "kelvin@example.com"],
    ["ｄａｎａ@example.com", "dana@example.com", "dana@example.com"],
    ["cafe\u0301@example.com", "café@example.com", "café@example.com"],
    ["o'neil@müller.de", "o'neil@müller.de", "o'neil@müller.de"],
  ])("reads %j", (raw, email, folded) => {
    expect(foldEmail(raw)).toEqual({ ok: true, email, folded });
  });

  it.each([
    ["", "empty"],
    ["   ", "empty"],
    ["dana", "missingAt"],
    ["a@b@example.com", "severalAt"],
    ["dana＠example.com", "ambiguous"],
    ["dana@example．com", "ambiguous"],
    ["dana@exa℀mple.com", "ambiguous"],
    ["dana@example。com", "domain"],
    ["dana\u0000@example.com", "control"],
    ["dana@example.com\r\nbcc: x@y.zz", "control"],
    ["dana\u202e@example.com", "direction"],
    ["da\u200bna@example.com", "localPart"],
    ["dana@exam\u00adple.com", "domain"],
    ["da na@example.com", "localPart"],
    ["<dana@example.com>", "localPart"],
    [".dana@example.com", "localPart"],
    ["da..na@example.com", "localPart"],
    ["@example.com", "localPart"],
    ["dana@", "domain"],
    ["dana@localhost", "domain"],
    ["dana@-example.com", "domain"],
    ["dana@example..com", "domain"],
    ["dana@127.0.0.1", "domain"],
    ["dana@[127.0.0.1]", "domain"],
    [`${"x".repeat(65)}@example.com`, "localPart"],
    [`dana@${"x".repeat(64)}.com`, "domain"],
    [`dana@${"x.".repeat(130)}com`, "tooLong"],
    [`${"x".repeat(10_000)}@example.com`, "tooLong"],
  ])("refuses %j: %s", (raw, problem) => {
    expect(foldEmail(raw)).toEqual({ ok: false, problem });
  });

  const anything = fc
    .tuple(fc.string({ unit: "binary", maxLength: 12 }), fc.constantFrom("@", "＠", ""), fc.string({ maxLength: 8 }))
    .map(([local, at, domain]) => `${local}${at}${domain}.example.com`);

  it("gives addresses that it takes again, folded alike", () => {
    fc.assert(
      fc.property(fc.oneof(anything, fc.emailAddress()), (raw) => {
        const read = foldEmail(raw);
        if (!read.ok) return;
        expect(foldEmail(read.email)).toEqual(read);
        expect(foldEmail(read.folded)).toEqual({ ok: true, email: read.folded, folded: read.folded });
      }),
      { numRuns: 2000 },
    );
  });

  it("compares addresses without their case, blanks and composition", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        const read = foldEmail(address);
        if (!read.ok) return;
        expect(foldEmail(` ${address.toUpperCase().normalize("NFD")}\t`)).toMatchObject({ folded: read.folded });
      }),
    );
  });
});

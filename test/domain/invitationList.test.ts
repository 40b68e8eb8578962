import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInvitationList } from "#domain/invitationList.ts";

describe("parseInvitationList", () => {
  it("reads every form with its line", () => {
    const pasted = [
      "a@example.com, b@example.com;c@example.com",
      "",
      'Dana Reyes <dana@example.com>, "Reyes, Ph.D., Ana" <ana@example.com>',
      "d@example.com e@example.com\tf@example.com",
      "A@Example.com",
      "nobody",
      "Broken <x@@example.com>",
      '"unclosed <u@example.com>',
    ].join("\r\n");
    const read = parseInvitationList(pasted).map((entry) =>
      entry.problem === null ? [entry.line, entry.folded, entry.name] : [entry.line, entry.problem, entry.text],
    );
    expect(read).toEqual([
      [1, "a@example.com", null],
      [1, "b@example.com", null],
      [1, "c@example.com", null],
      [3, "dana@example.com", "Dana Reyes"],
      [3, "ana@example.com", "Reyes, Ph.D., Ana"],
      [4, "d@example.com", null],
      [4, "e@example.com", null],
      [4, "f@example.com", null],
      [5, "repeated", "A@Example.com"],
      [6, "missingAt", "nobody"],
      [7, "severalAt", "Broken <x@@example.com>"],
      [8, "u@example.com", "unclosed"],
    ]);
  });

  it("is quick on hostile text", () => {
    const started = performance.now();
    parseInvitationList('"'.repeat(20_001));
    parseInvitationList(`<${" ".repeat(20_000)}"`);
    parseInvitationList('",'.repeat(10_000));
    parseInvitationList(`${"@".repeat(50_000)}<`);
    parseInvitationList("a ".repeat(50_000));
    parseInvitationList("x".repeat(2_000_000));
    // A busy machine is slow; what this guards against takes minutes.
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it("finds every address once, however the list is written", () => {
    const local = fc.stringMatching(/^[a-z]{1,8}$/u);
    const separator = fc.constantFrom(",", ";", "\n", "\r\n", " , ", ";\n");
    fc.assert(
      fc.property(fc.array(fc.tuple(local, separator), { maxLength: 20 }), (entries) => {
        const pasted = entries.map(([name, end]) => `${name}@example.com${end}`).join("");
        const read = parseInvitationList(pasted);
        const good = read.filter((entry) => entry.problem === null).map((entry) => entry.folded);
        expect(good).toEqual([...new Set(entries.map(([name]) => `${name}@example.com`))]);
        expect(read).toHaveLength(entries.length);
      }),
    );
  });

  it("never loses a line and never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const lines = text.split(/\r\n|\r|\n/u).length;
        for (const entry of parseInvitationList(text)) {
          expect(entry.line).toBeGreaterThanOrEqual(1);
          expect(entry.line).toBeLessThanOrEqual(lines);
          expect(text).toContain(entry.text);
        }
      }),
    );
  });
});

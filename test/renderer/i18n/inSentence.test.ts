import { expect, test } from "vitest";
import { createI18n } from "#renderer/i18n/i18n.ts";
import { inSentence, outOfSentence } from "#renderer/i18n/inSentence.ts";

test("only a name that runs from right to left is set apart", () => {
  expect(inSentence("Zoë 🦊 O'Connor")).toBe("Zoë 🦊 O'Connor");
  expect(inSentence("عبد الرحمن")).toBe("\u2068عبد الرحمن\u2069");
  expect(inSentence("Acme דנה")).toBe("\u2068Acme דנה\u2069");
});

test("every text sets apart what is put into it, and what is copied from it is as it was", () => {
  const { t } = createI18n();
  const text = t("line.fromYou", { ns: "ownership", to: "דנה", organization: "Acme", date: "2026-11-30" });
  expect(text).toContain("\u2068דנה\u2069 is asked to take over Acme");
  expect(outOfSentence(text)).toBe("דנה is asked to take over Acme and has until 2026-11-30 to answer.");
});

import { expect, test } from "vitest";
import { inSentence } from "#renderer/i18n/inSentence.ts";

test("only a name that runs from right to left is set apart", () => {
  expect(inSentence("Zoë 🦊 O'Connor")).toBe("Zoë 🦊 O'Connor");
  expect(inSentence("عبد الرحمن")).toBe("\u2068عبد الرحمن\u2069");
  expect(inSentence("Acme דנה")).toBe("\u2068Acme דנה\u2069");
});

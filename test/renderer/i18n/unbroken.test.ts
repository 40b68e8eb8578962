import { createI18n } from "#renderer/i18n/i18n.ts";
import { expect, test } from "vitest";

const { t } = createI18n();

test.each([
  ["2026-11-22", "2026-\u206011-\u206022"],
  ["2026-11-22, 14:05", "2026-\u206011-\u206022, 14:05"],
  ["22 Nov 2026", "22 Nov 2026"],
  ["555-2026-11", "555-2026-11"],
  ["Anna-Lena & <Co>", "Anna-Lena & <Co>"],
])("'%s' in a sentence stays on one line and is otherwise as it is", (date, shown) => {
  expect(t("row.held", { ns: "deletion", date })).toBe(
    `Deleted for good on ${shown}. An owner can restore it until then.`,
  );
});

import { expect, test } from "vitest";
import { createI18n } from "#renderer/i18n/i18n.ts";
import { pseudo } from "#renderer/i18n/pseudo.ts";

test("letters are accented, placeholders and tags stay", () => {
  expect(pseudo("Invite {{name}} to <1>Acme</1>")).toMatch(/^\[Íñvíté \{\{name\}\} tö <1>Åçmé<\/1>~+\]$/);
});

test("the pseudo-locale still interpolates and counts", () => {
  const { t } = createI18n("en-XA");
  expect(t("table.count", { shown: 42, total: 1204 })).toMatch(/^\[42 öf 1,204~+\]$/);
  expect(t("table.selected", { count: 2 })).toMatch(/^\[2 šéléçtéd~+\]$/);
});

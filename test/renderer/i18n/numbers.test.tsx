import { screen } from "@testing-library/react";
import { useTranslation } from "react-i18next";
import { expect, test } from "vitest";
import { LocaleProvider, useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { renderUi } from "#test/support/render.tsx";

function Both() {
  const { t } = useTranslation("people");
  const { number } = useFormat();
  return (
    <>
      <p>{t("organizations", { count: 12_345 })}</p>
      <p>{number(12_345)}</p>
    </>
  );
}

const paragraphs = () => screen.getAllByText(/^12/).map((each) => each.textContent);

test.each([
  ["en-GB", "12,345"],
  ["de-DE", "12.345"],
  ["pl-PL", "12\u00A0345"],
])("a number in a sentence reads as in a table, in %s", (language, number) => {
  renderUi(<Both />, { locale: { language, timeZone: "UTC" } });
  expect(paragraphs()).toEqual([`${number} organizations`, number]);
});

test("inside an organization its way of writing numbers comes before the person's", () => {
  const tree = (language: string) => (
    <LocaleProvider locale={{ language, timeZone: "UTC" }}>
      <Both />
    </LocaleProvider>
  );
  const { rerender } = renderUi(tree("de-DE"));
  expect(paragraphs()).toEqual(["12.345 organizations", "12.345"]);
  rerender(tree("en-IN"));
  expect(paragraphs()).toEqual(["12,345 organizations", "12,345"]);
});

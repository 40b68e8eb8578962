import { screen } from "@testing-library/react";
import { useTranslation } from "react-i18next";
import { expect, test } from "vitest";
import { english } from "#renderer/i18n/resources.ts";
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

const amounts = "count|done|filled|free|good|left|limit|lines|most|pending|revision|shown|total|used|wrong|written";

const textsOf = (texts: object): readonly string[] =>
  Object.values(texts).flatMap((each: unknown) =>
    typeof each === "string" ? [each] : typeof each === "object" && each !== null ? textsOf(each) : [],
  );

test("a text writes its numbers itself, so that no screen has to", () => {
  const texts = textsOf(english);
  expect(texts.length).toBeGreaterThan(1000);
  const bare = new RegExp(`\\{\\{(${amounts})\\}\\}`);
  expect(texts.filter((text) => bare.test(text))).toEqual([]);
});

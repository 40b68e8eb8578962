import { describe, expect, test } from "vitest";
import {
  firstDayOfWeek,
  formatDate,
  formatDateTime,
  formatExact,
  formatMoment,
  formatMoney,
  formatNumber,
  formatRelative,
  formatTime,
  formatZoned,
} from "#renderer/i18n/format.ts";

const berlin = { language: "en-GB", timeZone: "Europe/Berlin" };
const german = { language: "de-DE", timeZone: "Europe/Berlin" };
const now = Date.parse("2026-03-03T12:00:00Z");

describe("relative times", () => {
  test.each([
    ["2026-03-03T11:59:30Z", null],
    ["2026-03-03T11:55:00Z", "5 minutes ago"],
    ["2026-03-02T12:00:00Z", "1 day ago"],
    ["2026-03-02T00:30:00Z", "1 day ago"],
    ["2026-03-10T12:00:00Z", "in 1 week"],
    ["2026-03-10T11:59:00Z", "in 7 days"],
    ["2024-03-03T12:00:00Z", "2 years ago"],
  ])("%s reads %s", (iso, text) => expect(formatRelative(iso, now, berlin)).toBe(text));
});

test("numbers and money follow the locale and the currency's minor units", () => {
  expect(formatNumber(1_234_567, german.language)).toBe("1.234.567");
  expect(formatMoney(1299, "EUR", berlin)).toBe("€12.99");
  expect(formatMoney(1299, "JPY", berlin)).toBe("JP¥1,299");
});

test("days fall where the zone says", () => {
  expect(formatDate("2026-03-03T23:30:00Z", berlin)).toBe("4 Mar 2026");
  expect(formatExact("2026-03-03T23:30:09Z", berlin)).toMatch(/^4 March 2026, 00:30:09/);
});

test.each([
  ["iso", "2026-03-04, 00:30", "2026-03-04, 00:30:09"],
  ["dayMonthYear", "04/03/2026, 00:30", "04/03/2026, 00:30:09"],
  ["monthDayYear", "03/04/2026, 00:30", "03/04/2026, 00:30:09"],
] as const)("an organization's format of days, %s, holds wherever a day is written", (dateFormat, minute, second) => {
  const locale = { ...berlin, dateFormat };
  expect(formatDate("2026-03-03T23:30:09Z", locale)).toBe(minute.slice(0, 10));
  expect(formatDateTime("2026-03-03T23:30:09Z", locale)).toBe(minute);
  expect(formatMoment("2026-03-03T23:30:09Z", locale)).toBe(second);
  expect(formatExact("2026-03-03T23:30:09Z", locale)).toBe(`${second} CET`);
});

test.each([
  ["language", "en-US", "03:30 PM", "03:30:09 PM"],
  ["language", "en-GB", "15:30", "15:30:09"],
  ["h23", "en-US", "15:30", "15:30:09"],
  ["h12", "en-GB", "03:30 pm", "03:30:09 pm"],
] as const)("hours are counted as the organization chose: %s in %s", (timeFormat, language, minute, second) => {
  const locale = { language, timeZone: "UTC", dateFormat: "iso", timeFormat } as const;
  const plain = (text: string) => text.replaceAll("\u202f", " ");
  expect(plain(formatTime("2026-03-03T15:30:09Z", locale))).toBe(minute);
  expect(plain(formatDateTime("2026-03-03T15:30:09Z", locale))).toBe(`2026-03-03, ${minute}`);
  expect(plain(formatMoment("2026-03-03T15:30:09Z", locale))).toBe(`2026-03-03, ${second}`);
  expect(plain(formatZoned("2026-03-03T15:30:09Z", locale))).toBe(`${minute} UTC`);
});

test.each([
  ["en-US", 0],
  ["de-DE", 1],
  ["ar-EG", 6],
])("weeks begin as in %s", (language, day) => expect(firstDayOfWeek(language)).toBe(day));

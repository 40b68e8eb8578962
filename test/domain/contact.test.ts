import { describe, expect, it } from "vitest";
import { countries, isCountry } from "#domain/countries.ts";
import { readPhone } from "#domain/phone.ts";

describe("readPhone", () => {
  it.each([
    ["+49 30 1234567", "+49 30 1234567"],
    ["  (020) 7946  0958 ", "(020) 7946 0958"],
    ["＋１ 415 555 0100", "+1 415 555 0100"],
    ["1-800-555.0199", "1-800-555.0199"],
  ])("reads %j as %j", (raw, phone) => {
    expect(readPhone(raw)).toBe(phone);
  });

  it.each([
    "",
    "123",
    "+",
    "call me",
    "+49 30\r\nBcc: all@example.com",
    "<b>5550100</b>",
    "tel:5550100",
    "=5550100+1",
    "+49+30 12345",
    "5".repeat(21),
    "٠١٢٣٤٥٦",
  ])("refuses %j", (raw) => {
    expect(readPhone(raw)).toBeNull();
  });
});

it("countries are those of ISO 3166-1", () => {
  expect(countries).toHaveLength(249);
  expect(new Set(countries).size).toBe(249);
  expect([isCountry("DE"), isCountry("de"), isCountry("EU"), isCountry("ZZ"), isCountry("")]).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

import { readAccessEndText } from "#domain/accessEndText.ts";
import { describe, expect, test } from "vitest";

const now = Date.UTC(2026, 10, 22, 12);
const read = (text: string, timeZone = "UTC") => readAccessEndText(text, { now, timeZone });

describe("a day ends with its last moment in the organization's time zone", () => {
  test.each([
    ["2026-12-31", "UTC", "2027-01-01T00:00:00Z"],
    [" 2026-12-31 ", "Europe/Berlin", "2026-12-31T23:00:00Z"],
    ["2026-12-31", "America/New_York", "2027-01-01T05:00:00Z"],
    ["2026-12-31", "Pacific/Kiritimati", "2026-12-31T10:00:00Z"],
    ["2026-12-31", "Asia/Kathmandu", "2026-12-31T18:15:00Z"],
    ["2026-11-22", "UTC", "2026-11-23T00:00:00Z"],
    // The clock goes forward on the next day, and back on the day itself.
    ["2027-03-28", "Europe/Berlin", "2027-03-28T22:00:00Z"],
    ["2027-10-31", "Europe/Berlin", "2027-10-31T23:00:00Z"],
    // Midnight is left out where the clock goes forward at it: the day begins at one.
    ["2027-03-27", "Asia/Beirut", "2027-03-27T22:00:00Z"],
  ])("%s in %s ends at %s", (text, timeZone, until) => {
    expect(read(text, timeZone)).toEqual({ ok: true, until: Date.parse(until) });
  });
});

test.each([
  ["2026-12-31T18:00:00Z", "2026-12-31T18:00:00Z"],
  ["2026-12-31T18:00+02:00", "2026-12-31T16:00:00Z"],
  ["2026-12-31t18:00:00.250z", "2026-12-31T18:00:00.250Z"],
])("an instant %s is what it says", (text, until) => {
  expect(read(text, "Asia/Tokyo")).toEqual({ ok: true, until: Date.parse(until) });
});

test.each(["", "  "])("nothing, as in %j, is no end", (text) => {
  expect(read(text)).toEqual({ ok: true, until: null });
});

test.each([
  ["2026-11-21", "UTC", "past"],
  // There it is the 23rd already.
  ["2026-11-22", "Pacific/Kiritimati", "past"],
  ["2026-11-22T12:00:00Z", "UTC", "past"],
  ["1999-01-01", "UTC", "past"],
  ["2037-01-01", "UTC", "tooFar"],
  ["9998-12-31", "UTC", "tooFar"],
])("%s in %s is %s", (text, timeZone, problem) => {
  expect(read(text, timeZone)).toEqual({ ok: false, problem });
});

test.each([
  "31.12.2026",
  "12/31/2026",
  "2026-02-30",
  "2026-13-01",
  "2026-99-99",
  "9999-12-31",
  "2026-12-31T18:00",
  "2026-12-31T25:00Z",
  "2026-02-30T10:00Z",
  "2026-12-31T18:00+99:00",
  "1798675200000",
  "soon",
  "=now()",
])("%j cannot be read", (text) => {
  expect(read(text)).toEqual({ ok: false, problem: "unreadable" });
});

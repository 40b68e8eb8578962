import { localTime, startOfDay } from "#domain/calendar/localDay.ts";
import { expect, test } from "vitest";

test.each([
  ["2026-01-31T23:30:00Z", "UTC", "2026-01-31", 23],
  ["2026-01-31T23:30:00Z", "Europe/Berlin", "2026-02-01", 0],
  ["2026-01-31T23:30:00Z", "Pacific/Auckland", "2026-02-01", 12],
  ["2026-01-31T23:30:00Z", "America/Los_Angeles", "2026-01-31", 15],
  ["2026-03-29T00:59:00Z", "Europe/Berlin", "2026-03-29", 1],
  ["2026-03-29T01:00:00Z", "Europe/Berlin", "2026-03-29", 3],
  ["2026-01-31T23:30:00Z", "Nowhere/Land", "2026-01-31", 23],
])("%s in %s", (instant, zone, day, hour) => {
  expect(localTime(Date.parse(instant), zone)).toEqual({ day, hour });
});

test.each([
  ["2026-01-31", "UTC", "2026-01-31T00:00:00.000Z"],
  ["2026-01-31", "Pacific/Kiritimati", "2026-01-30T10:00:00.000Z"],
  ["2026-01-31", "Pacific/Pago_Pago", "2026-01-31T11:00:00.000Z"],
  ["2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00.000Z"],
  ["2026-03-30", "Europe/Berlin", "2026-03-29T22:00:00.000Z"],
  // Clocks go from midnight to one: the day begins then.
  ["2026-04-24", "Africa/Cairo", "2026-04-23T22:00:00.000Z"],
  ["2026-01-31", "Nowhere/Land", "2026-01-31T00:00:00.000Z"],
])("%s begins in %s at %s", (day, zone, instant) => {
  expect(new Date(startOfDay(day, zone)).toISOString()).toBe(instant);
});

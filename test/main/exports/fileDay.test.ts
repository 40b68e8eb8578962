import { fileDay } from "#main/exports/fileDay.ts";
import { afterEach, expect, test, vi } from "vitest";

afterEach(() => void vi.unstubAllEnvs());

test.each([
  ["Pacific/Auckland", "2026-11-24"],
  ["America/St_Johns", "2026-11-23"],
  ["UTC", "2026-11-23"],
])("a file that is made in %s has the day that the calendar shows there", (zone, day) => {
  vi.stubEnv("TZ", zone);
  expect(fileDay(Date.parse("2026-11-23T20:00:00.000Z"))).toBe(day);
});

import { createRounds, defaultPace } from "#main/witness/rounds.ts";
import { expect, test } from "vitest";

/** How many stretches of each log are looked at in the second of two hours, where each pause brings at most one. */
function inAnHour(logs: Readonly<Record<string, number>>): Record<string, number> {
  const { pauseMs } = defaultPace;
  let now = 0;
  const rounds = createRounds(defaultPace, () => now);
  const counts = Object.fromEntries(Object.keys(logs).map((id) => [id, 0]));
  for (; now < 7_200_000; now += pauseMs) {
    const id = rounds.next(Object.keys(logs));
    if (id === null) continue;
    rounds.done(id, logs[id] ?? 0);
    if (now >= 3_600_000) counts[id] = (counts[id] ?? 0) + 1;
  }
  return counts;
}

test("an hour is a round through a log of any length, and no more than that", () => {
  expect(inAnHour({ long: 500_000 })).toEqual({ long: 500 });
  expect(inAnHour({ long: 500_000, other: 20_000, short: 12, empty: 0 })).toEqual({
    long: 500,
    other: 20,
    short: 1,
    empty: 1,
  });
});

test("of more than fits into an hour each log has its part", () => {
  const { pauseMs } = defaultPace;
  const stretches = 3_600_000 / pauseMs;
  const counts = inAnHour({ first: 5_000_000, second: 5_000_000, short: 12 });
  expect(counts["short"]).toBe(1);
  expect(Math.abs((counts["first"] ?? 0) - stretches / 2)).toBeLessThan(3);
  expect(Math.abs((counts["second"] ?? 0) - stretches / 2)).toBeLessThan(3);
});

test("what was missed while the computer slept is not made up for at once", () => {
  let now = 0;
  const rounds = createRounds(defaultPace, () => now);
  rounds.done("long", 500_000);
  now = 8 * 3_600_000;
  expect(rounds.next(["long"])).toBe("long");
  rounds.done("long", 500_000);
  rounds.done("long", 500_000);
  expect(rounds.next(["long"])).toBeNull();
});

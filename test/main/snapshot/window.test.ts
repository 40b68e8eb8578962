import { randomBytes } from "node:crypto";
import { day } from "#domain/calendar/lengths.ts";
import { openBook } from "#main/reviews/book.ts";
import { openStore } from "#main/snapshot/store/store.ts";
import { keeperOf } from "#main/snapshot/worker/keeper.ts";
import { expect, test } from "vitest";
import { fillOf } from "./support/fillLines.ts";
import { changesAt, eventAt, factsAt, idOf, organizationId, usualWindow as window } from "./support/rows.ts";

/** What a window leaves out, of the log and of the organizations. */
const instant = (days: number) => new Date(Date.UTC(2026, 0, 1) + days * day).toISOString();
/** One event a day, from the first on. */
const eventsOf = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ ...eventAt(from + index), at: instant(from + index) }));

test("days that pass take events out of the window though nothing else happens", () => {
  const store = openStore(null, randomBytes(32));
  const filling = store.beginFill(organizationId);
  filling.add("events", eventsOf(1, 20));
  filling.add("events", eventsOf(21, 40));
  filling.commit({ ...factsAt(40), at: instant(40) }, window);
  const keeper = keeperOf(store, openBook(null, randomBytes(32)));
  const keptOn = (days: number) => {
    const changes = { ...changesAt(40, []), facts: { ...factsAt(40), at: instant(days) }, events: [] };
    keeper.change({ organizationId, changes });
    return keeper.stored(null)[0]?.events;
  };
  expect([keptOn(20 + window.days), keptOn(21 + window.days)]).toEqual([40, 20]);
  expect([keptOn(40 + window.days), keptOn(41 + window.days)]).toEqual([20, 0]);
});

test("a fill under way of an organization that is left out ends, however little of it came", () => {
  const keeper = keeperOf(openStore(null, randomBytes(32)), openBook(null, randomBytes(32)));
  const fill = keeper.beginFill({ organizationId, window, after: null }) ?? "";
  const [first, second] = [...fillOf(organizationId, 2)];
  if (first === undefined || second === undefined) throw new Error("It has no lines");
  expect(keeper.takeChunk({ fill, chunk: first })).toMatchObject({ rows: 0 });
  keeper.keepRows({ organizationIds: [idOf(200)] });
  expect(keeper.takeChunk({ fill, chunk: second })).toBe("dropped");
});

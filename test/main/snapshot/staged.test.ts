import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { SnapshotFrame } from "#contract/entities/snapshot.ts";
import { openBook } from "#main/reviews/book.ts";
import { openStore } from "#main/snapshot/store/store.ts";
import { fillsInto } from "#main/snapshot/worker/fills.ts";
import { keeperOf } from "#main/snapshot/worker/keeper.ts";
import { expect, test } from "vitest";
import { testFolder } from "../support/desktop.ts";
import {
  changesAt,
  eventAt,
  factsAt,
  fillStore,
  idOf,
  memberAt,
  membersIn,
  organizationId,
  usualWindow as window,
} from "./support/rows.ts";

/** A fill that is cut after so much that part of it is on the disk, and what becomes of that. */
const batch = 10;
/** Each line of members is two pages; forty are staged. */
const staged = 20 * batch;
const all = 300;

const members = (from: number, to: number, revision: number): SnapshotFrame[] =>
  Array.from({ length: Math.ceil((to - from) / batch) }, (_, index) => ({
    type: "members",
    rows: Array.from({ length: batch }, (_row, row) => memberAt(from + index * batch + row, revision)),
  }));
const counts = (rows: number, events: number) => ({ workspaces: 0, members: rows, invitations: 0, events });
const beginning = (revision: number): SnapshotFrame => ({
  type: "facts",
  facts: factsAt(revision),
  expected: counts(all, 1),
});
const linesOf = (given: readonly unknown[]): Buffer =>
  Buffer.from(given.map((frame) => `${JSON.stringify(frame)}\n`).join(""));
/** What the server sends behind the rows that are staged. */
const rest = (revision: number) =>
  linesOf([
    beginning(revision),
    ...members(staged, all, revision),
    { type: "events", rows: [eventAt(revision)] },
    { type: "end", revision, counts: counts(all - staged, 1) },
  ]);

const key = randomBytes(32);

/** A store in which a fill of revision 5 was cut behind 250 rows, and then the program ended. */
function cutStore({ kept = 0 } = {}) {
  const path = join(testFolder(), "snapshot.db");
  const store = openStore(path, key);
  if (kept > 0) fillStore(store, kept, 7);
  const fills = fillsInto(store);
  const fill = fills.begin(organizationId, window, null) ?? "none";
  fills.take(fill, linesOf([beginning(5), ...members(0, 250, 5)]));
  store.close();
  const opened = openStore(path, key);
  return { store: opened, fills: fillsInto(opened) };
}

const place = { after: `members:${idOf(staged - 1)}`, revision: 5, mark: "mark-5" };
const rolesIn = (rows: readonly { readonly role: string }[]) => [...new Set(rows.map(({ role }) => role))];

test("after a cut it goes on behind what is on the disk, and is shown once all of it is of one revision", () => {
  const { store, fills } = cutStore();
  expect(store.manifest(organizationId)).toBeUndefined();
  expect(fills.resumption(organizationId, window)).toEqual(place);
  const fill = fills.begin(organizationId, window, place.after) ?? "none";
  // Ten rows more than before the cut: what was not staged comes again.
  expect(fills.take(fill, rest(6))).toEqual({ rows: all + 1, expected: all + 1 });
  expect(fills.finish(fill)).toEqual({ organizationId, outcome: "part" });
  // Rows of two revisions are there, and nobody is shown them.
  expect([store.manifest(organizationId), store.organizationIds()]).toEqual([undefined, []]);
  store.publish(
    organizationId,
    changesAt(
      7,
      Array.from({ length: all }, (_, number) => number),
    ),
  );
  const shown = membersIn(store);
  expect([shown.length, rolesIn(shown)]).toEqual([all, ["role-7"]]);
  expect(shown.map(({ id }) => id)).toEqual(shown.map(({ id }) => id).toSorted());
  expect(store.manifest(organizationId)?.facts.revision).toBe(7);
  expect(fills.resumption(organizationId, window)).toBeNull();
  store.close();
});

test("it may be cut again and again, and what is staged stays through the end of the program", () => {
  const { store, fills } = cutStore();
  const fill = fills.begin(organizationId, window, place.after) ?? "none";
  fills.take(fill, rest(6));
  expect(fills.finish(fill)?.outcome).toBe("part");
  // The changes were not told any more; the next time only what is newer comes.
  const going = fills.resumption(organizationId, window);
  const after = going === null || going === "full" ? "" : going.after;
  expect(after).toBe("events:6");
  const again = fills.begin(organizationId, window, after) ?? "none";
  const end = { type: "end", revision: 7, counts: counts(0, 1) };
  fills.take(again, linesOf([beginning(7), { type: "events", rows: [eventAt(7)] }, end]));
  expect(fills.finish(again)?.outcome).toBe("part");
  expect(fills.resumption(organizationId, window)).toEqual({ ...place, after: "events:7" });
  store.close();
});

test("what was kept is shown until then, follows changes meanwhile, and goes with what takes its place", () => {
  const { store, fills } = cutStore({ kept: 4 });
  store.change(organizationId, changesAt(5, [1, 2]));
  expect([membersIn(store).length, rolesIn(membersIn(store))]).toEqual([7, ["role-4", "role-5"]]);
  const fill = fills.begin(organizationId, window, place.after) ?? "none";
  fills.take(fill, rest(6));
  fills.finish(fill);
  const before = store.sizeOf(organizationId);
  store.publish(organizationId, changesAt(7, []));
  expect(membersIn(store)).toHaveLength(all);
  expect(store.sizeOf(organizationId)).toBeLessThan(before);
  store.close();
});

test.each<[string, (staged: ReturnType<typeof cutStore>) => unknown]>([
  ["another window is wanted", ({ fills }) => fills.resumption(organizationId, { ...window, days: 30 })],
  ["it begins anew", ({ fills }) => fills.begin(organizationId, window, null)],
  [
    "rows come that were there before",
    ({ fills }) => {
      const fill = fills.begin(organizationId, window, place.after) ?? "none";
      return fills.take(fill, linesOf([beginning(6), ...members(staged - batch, all, 6)]));
    },
  ],
  ["the organization is forgotten", ({ store }) => store.forget(organizationId)],
  ["the organization is none of the person's any more", ({ store }) => store.keepOnly([])],
  [
    "the organization is left out of what is kept",
    ({ store }) => keeperOf(store, openBook(null, randomBytes(32))).keepRows({ organizationIds: [idOf(200)] }),
  ],
])("nothing of it stays where %s", (_, act) => {
  const given = cutStore();
  expect(given.store.sizeOf(organizationId)).toBeGreaterThan(0);
  act(given);
  expect(given.fills.resumption(organizationId, window)).toBeNull();
  expect(given.store.sizeOf(organizationId)).toBe(0);
  given.store.close();
});

test.each<[string, Buffer]>([
  ["the page of a network", Buffer.from("<html>Sign in to our Wi-Fi</html>\n")],
  [
    "a proxy's words behind a few rows",
    Buffer.concat([linesOf([beginning(6), ...members(staged, 250, 6)]), Buffer.from("502 Bad Gateway\n")]),
  ],
  [
    "a fill of another organization",
    linesOf([
      { ...beginning(6), facts: { ...factsAt(6), organization: { ...factsAt(6).organization, id: idOf(200) } } },
    ]),
  ],
  ["a line that does not end", Buffer.alloc(17 * 1024 * 1024, " ")],
])("where %s is answered instead, what is staged waits for the server", (_, answer) => {
  const { store, fills } = cutStore();
  const fill = fills.begin(organizationId, window, place.after) ?? "none";
  expect(fills.take(fill, answer)).toBe("unreadable");
  expect(fills.resumption(organizationId, window)).toEqual(place);
  const again = fills.begin(organizationId, window, place.after) ?? "none";
  fills.take(again, rest(6));
  expect(fills.finish(again)?.outcome).toBe("part");
  store.close();
});

test("a log that would have a gap is not taken", () => {
  const { store, fills } = cutStore();
  const fill = fills.begin(organizationId, window, place.after) ?? "none";
  const gap = [eventAt(6), eventAt(8)];
  const lines = linesOf([beginning(8), ...members(staged, all, 8), { type: "events", rows: gap }]);
  expect(fills.take(fill, lines)).toBe("unreadable");
  expect(fills.resumption(organizationId, window)).toBeNull();
  store.close();
});

test("a line that never ends is given up before it fills the memory", () => {
  const { store, fills } = cutStore();
  const fill = fills.begin(organizationId, window, null) ?? "none";
  const megabyte = Buffer.alloc(1024 * 1024, " ");
  let taken = 0;
  while (taken < 100 && fills.take(fill, megabyte) !== "unreadable") taken += 1;
  expect(taken).toBe(16);
  store.close();
});

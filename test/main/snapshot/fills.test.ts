import { randomBytes } from "node:crypto";
import type { SnapshotFrame } from "#contract/entities/snapshot.ts";
import { openStore } from "#main/snapshot/store/store.ts";
import { fillsInto, type Fills } from "#main/snapshot/worker/fills.ts";
import { expect, test } from "vitest";
import {
  eventAt,
  factsAt,
  fillStore,
  idOf,
  memberAt,
  membersIn,
  organizationId,
  usualWindow as window,
} from "./support/rows.ts";

/** Fills that end otherwise than they should: nothing of them is kept, and what was there stays. */
const counts = { workspaces: 0, members: 3, invitations: 0, events: 1 };

const frames = (revision: number): SnapshotFrame[] => [
  { type: "facts", facts: factsAt(revision), expected: counts },
  { type: "members", rows: [1, 2].map((number) => memberAt(number, revision)) },
  { type: "members", rows: [memberAt(3, revision)] },
  { type: "events", rows: [eventAt(revision)] },
  { type: "end", revision, counts },
];

const begin = (fills: Fills): string => fills.begin(organizationId, window, null) ?? "none";

const linesOf = (given: readonly unknown[]): Buffer =>
  Buffer.from(given.map((frame) => `${JSON.stringify(frame)}\n`).join(""));

/** A store at revision 1, and a fill of it under way. */
function filling() {
  const store = openStore(null, randomBytes(32));
  fillStore(store, 1, 5);
  const fills = fillsInto(store);
  const fill = begin(fills);
  const kept = () => ({ revision: store.manifest(organizationId)?.facts.revision, members: membersIn(store).length });
  return { store, fills, fill, kept };
}
const asBefore = { revision: 1, members: 5 };
const whole = linesOf(frames(2));

test("cut after any byte, nothing of it is kept, and the next one is whole", () => {
  const { fills, kept } = filling();
  // Every place at which a line ends or begins, and some inside of lines.
  const ends = [...whole.entries()].flatMap(([at, byte]) => (byte === 10 ? [at, at + 1] : []));
  const places = [0, 1, ...ends.slice(0, -1), ...Array.from({ length: 20 }, (_, index) => (index + 1) * 83)];
  for (const place of places.filter((at) => at < whole.length - 1)) {
    const fill = begin(fills);
    fills.take(fill, whole.subarray(0, place));
    expect({ place, finished: fills.finish(fill), ...kept() }).toEqual({ place, finished: null, ...asBefore });
  }
  const fill = begin(fills);
  for (const byte of whole) fills.take(fill, Uint8Array.of(byte));
  expect(fills.finish(fill)).toEqual({ organizationId, outcome: "whole" });
  expect(kept()).toEqual({ revision: 2, members: 3 });
});

const [facts, first, second, events, end] = frames(2);
test.each<[string, readonly unknown[]]>([
  ["a line that came twice", [facts, first, first, second, events, end]],
  ["a line that is missing", [facts, first, events, end]],
  ["rows before the facts", [first, facts, second, events, end]],
  ["facts twice", [facts, facts, first, second, events, end]],
  ["rows after the end", [facts, first, second, events, end, first]],
  ["an end of another revision", [facts, first, second, events, { ...end, revision: 3 }]],
  [
    "another organization",
    [{ ...facts, facts: { ...factsAt(2), organization: { ...factsAt(2).organization, id: idOf(200) } } }],
  ],
  ["what is no frame", [facts, { type: "secrets", rows: [] }]],
])("with %s nothing of it is kept", (_, given) => {
  const { fills, fill, kept } = filling();
  fills.take(fill, linesOf(given));
  expect(fills.finish(fill)).toBeNull();
  expect(kept()).toEqual(asBefore);
});

test("dropped, ended twice, or of an organization that was forgotten meanwhile, it leaves no trace", () => {
  const { store, fills, fill, kept } = filling();
  fills.take(fill, whole);
  fills.drop(fill);
  expect(fills.finish(fill)).toBeNull();
  const again = begin(fills);
  fills.take(again, whole);
  expect([fills.finish(again), fills.finish(again)]).toEqual([{ organizationId, outcome: "whole" }, null]);
  expect(kept()).toEqual({ revision: 2, members: 3 });
  const late = begin(fills);
  fills.dropOf(organizationId);
  store.forget(organizationId);
  expect(fills.take(late, whole)).toBe("dropped");
  expect(fills.finish(late)).toBeNull();
  expect(store.organizationIds()).toEqual([]);
});

test("its progress counts rows against what is expected", () => {
  const { fills, fill } = filling();
  expect(fills.take(fill, linesOf([facts, first]))).toEqual({ rows: 2, expected: 4 });
  expect(fills.take(fill, linesOf([second, events]))).toEqual({ rows: 4, expected: 4 });
});

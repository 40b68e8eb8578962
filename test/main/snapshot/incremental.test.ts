import { randomBytes } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { openBook } from "#main/reviews/book.ts";
import { actOf } from "#main/snapshot/store/events.ts";
import { openStore, type Store } from "#main/snapshot/store/store.ts";
import { gatheredFrom } from "#main/snapshot/answers/gathered.ts";
import { loadedFrom, type Loaded } from "#main/snapshot/worker/loaded.ts";
import { keeperOf } from "#main/snapshot/worker/keeper.ts";
import type { SnapshotMember } from "#contract/entities/snapshot.ts";
import { operationOf } from "#contract/operations.ts";
import { anAuditEvent, idOf as fixtureId } from "#test/support/fixtures.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { eventAt, factsAt, memberAt, organizationId, usualWindow } from "./support/rows.ts";

/** What is in memory follows a change without being opened again, and answers as rows do that were just opened. */
const count = 2_300;
const me = { memberId: fixtureId(1001), role: "owner", ends: false };

const factsWith = (revision: number, memberCount: number) => {
  const facts = factsAt(revision);
  return { ...facts, organization: { ...facts.organization, preset: "agency" as const, memberCount, me } };
};

function filled(): Store {
  const store = openStore(null, randomBytes(32));
  const filling = store.beginFill(organizationId);
  for (let from = 0; from < count; from += 500) {
    const rows = Array.from({ length: Math.min(500, count - from) }, (_, index) => person(from + index, "Kilroy"));
    filling.add("members", rows);
  }
  filling.add("events", [eventAt(1)]);
  filling.commit(factsWith(1, count), usualWindow);
  return store;
}

const person = (number: number, name: string, change: Partial<SnapshotMember> = {}): SnapshotMember => ({
  ...memberAt(number, 1),
  role: "member",
  name: `${name} ${number % 7}`,
  ...change,
});

/** A store that counts what is read of it. */
function counted(store: Store): { store: Store; reads: () => number } {
  let reads = 0;
  const read: Store["read"] = (id, kind, page) => {
    reads += 1;
    return store.read(id, kind, page);
  };
  const texts: Store["texts"] = (id, page) => {
    reads += 1;
    return store.texts(id, page);
  };
  return { store: { ...store, read, texts }, reads: () => reads };
}

const keeperOver = (store: Store) => keeperOf(store, openBook(null, randomBytes(32)));
type Asked = ReturnType<typeof keeperOver>;

const questions = [
  { search: "zoe" },
  { search: "kilroy 3", sort: "lastSeenAt", direction: "descending" },
  { sort: "name", role: ["member"] },
  { sort: "email", direction: "descending", role: ["admin", "member"] },
  { status: "removed", search: "k" },
] as const;

const ask = (keeper: Asked, question: object): unknown => {
  const input = operationOf("member.list").input.parse({ organizationId, limit: 200, ...question });
  const answer = keeper.answer({ name: "member.list", input, exact: true });
  return answer?.ok === true ? answer.value : answer;
};
const askLog = (keeper: Asked, text: string): unknown =>
  keeper.answer({ name: "auditEvent.list", input: { organizationId, limit: 100, text }, exact: false });
const all = (keeper: Asked): unknown => [questions.map((question) => ask(keeper, question)), askLog(keeper, "")];

const changed = fc.record({
  number: fc.integer({ min: 0, max: count + 20 }),
  name: fc.constantFrom("Zo\u00eb", "Kilroy", "aaron", "\u{1f600}"),
  role: fc.constantFrom("member", "admin"),
  status: fc.constantFrom("active", "removed"),
});

test("after changes the rows in memory answer as rows that are opened anew", () => {
  fc.assert(
    fc.property(fc.array(fc.array(changed, { maxLength: 12 }), { minLength: 1, maxLength: 4 }), (writings) => {
      const store = filled();
      const keeper = keeperOver(store);
      all(keeper);
      for (const [index, writing] of writings.entries()) {
        const revision = index + 2;
        // A person stands in the changes of one revision once.
        const rows = new Map(writing.map(({ number, name, ...change }) => [number, person(number, name, change)]));
        const facts = factsWith(revision, count);
        const events = [eventAt(revision)];
        keeper.change({
          organizationId,
          changes: { facts, workspaces: null, members: [...rows.values()], invitations: [], events },
        });
        expect(all(keeper)).toEqual(all(keeperOver(store)));
      }
    }),
    { numRuns: 15 },
  );
});

test("a change opens nothing but the pages that it writes", () => {
  const { store, reads } = counted(filled());
  const keeper = keeperOver(store);
  ask(keeper, { search: "kilroy" });
  const before = reads();
  keeper.change({
    organizationId,
    changes: {
      facts: factsWith(2, count),
      workspaces: null,
      members: [person(7, "Zo\u00eb")],
      invitations: [],
      events: [eventAt(2)],
    },
  });
  expect(ask(keeper, { search: "zoe" })).toMatchObject({ matching: 1 });
  expect(reads()).toBe(before);
});

test("over organizations, only who changed is gathered anew", () => {
  const store = filled();
  const loaded = loadedFrom(store);
  const everybody = (from: Loaded) => {
    const rows = from.rows(organizationId);
    return new Map(gatheredFrom(rows === null ? [] : [rows]).map((each) => [each.accountId, each]));
  };
  const before = everybody(loaded);
  const news = person(7, "Zo\u00eb", { role: "admin" });
  const changes = { facts: factsWith(2, count), workspaces: null, members: [news], invitations: [], events: [] };
  store.change(organizationId, changes);
  loaded.changed(organizationId, changes);
  const after = everybody(loaded);
  expect(after).toEqual(everybody(loadedFrom(store)));
  expect([...after.values()].filter((each) => before.get(each.accountId) !== each)).toMatchObject([
    { accountId: news.accountId, name: news.name, memberships: [{ role: "admin" }] },
  ]);
});

test("while nothing is asked the list that is looked at is opened, and the first search opens nothing", async () => {
  const { store, reads } = counted(filled());
  const keeper = keeperOver(store);
  expect(keeper.tidy()).toBe(false);
  keeper.answer({ name: "organization.get", input: { organizationId }, exact: false });
  // A step is all that somebody who asks meanwhile waits for.
  for (let more = keeper.tidy(); more; more = keeper.tidy()) await setImmediate();
  const before = reads();
  expect(before).toBeGreaterThan(0);
  const found = [ask(keeper, { search: "kilroy 3" }), askLog(keeper, "kilroy")];
  expect(reads()).toBe(before);
  expect(keeper.tidy()).toBe(false);
  const anew = keeperOver(store);
  expect(found).toEqual([ask(anew, { search: "kilroy 3" }), askLog(anew, "kilroy")]);
});

test("an act is read off an event's beginning as its JSON tells it, however it is written", () => {
  const text = fc.string({ unit: "grapheme" });
  fc.assert(
    fc.property(text, fc.option(fc.uuid()), fc.boolean(), (name, accountId, otherwise) => {
      const event = anAuditEvent({ actor: { accountId, name }, after: { action: "member.removed", name } });
      const { id, ...rest } = event;
      const line = JSON.stringify(otherwise ? { ...rest, id } : event);
      expect(actOf(line)).toEqual({ accountId, action: event.action, at: Date.parse(event.at) });
    }),
  );
});

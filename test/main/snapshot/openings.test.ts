import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { openBook } from "#main/reviews/book.ts";
import { openStore, type Store } from "#main/snapshot/store/store.ts";
import { keeperOf } from "#main/snapshot/worker/keeper.ts";
import type { SnapshotFacts, SnapshotMember } from "#contract/entities/snapshot.ts";
import { operationOf } from "#contract/operations.ts";
import { sortKey } from "#domain/searchKey.ts";
import { idOf as fixtureId } from "#test/support/fixtures.ts";
import fc from "fast-check";
import { expect, onTestFinished, test } from "vitest";
import { join } from "node:path";
import { testFolder } from "../support/desktop.ts";
import { factsAt, idOf, memberAt, organizationId, usualWindow } from "./support/rows.ts";

/** The first page of a long list is kept beside it, and is always the one that its rows would give. */
const count = 2_400;
const key = randomBytes(32);
const me = { memberId: fixtureId(1001), role: "owner", ends: false };

const factsWith = (revision: number, memberCount: number): SnapshotFacts => {
  const facts = factsAt(revision);
  return { ...facts, organization: { ...facts.organization, preset: "agency", memberCount, me } };
};

function filled(store: Store): void {
  const filling = store.beginFill(organizationId);
  for (let from = 0; from < count; from += 500) {
    const rows = Array.from({ length: Math.min(500, count - from) }, (_, index) => memberAt(from + index, 1));
    filling.add("members", rows);
  }
  filling.commit(factsWith(1, count), usualWindow);
}

/** A store that tells which lists were opened. */
function watched(path: string | null): { store: Store; opened: string[]; keptPages: () => unknown } {
  const store = openStore(path, key);
  const opened: string[] = [];
  const read: Store["read"] = (id, kind, page) => {
    opened.push(kind);
    return store.read(id, kind, page);
  };
  return { store: { ...store, read }, opened, keptPages: () => store.readOpening(organizationId) };
}

const keeperOver = (store: Store) => keeperOf(store, openBook(null, randomBytes(32)));
const forgetful = (store: Store): Store => ({ ...store, readOpening: () => null, writeOpening: () => undefined });
const ask = (store: Store, given: object = {}, keeper = keeperOver(store)) => {
  const input = operationOf("member.list").input.parse({ organizationId, limit: 100, ...given });
  const answer = keeper.answer({ name: "member.list", input, exact: true });
  return answer?.ok === true ? (answer.value as { items: { id: string }[]; total: number }) : null;
};

test("after a restart the first page comes without opening the list, and the next page with it", () => {
  const path = join(testFolder(), "snapshot.db");
  const first = watched(path);
  filled(first.store);
  const page = ask(first.store);
  expect(page).toMatchObject({ total: count });
  first.store.close();
  // Sealed as everything else is.
  expect(readFileSync(path).includes("Kilroy")).toBe(false);
  const second = watched(path);
  onTestFinished(() => second.store.close());
  expect(ask(second.store)).toEqual(page);
  expect(second.opened).toEqual([]);
  expect(ask(second.store, { search: "wanderer 7" })?.items.length).toBeGreaterThan(0);
  expect(second.opened).toContain("members");
});

test("it goes with the organization", () => {
  const { store, keptPages } = watched(null);
  filled(store);
  const keeper = keeperOver(store);
  ask(store, {}, keeper);
  expect(keptPages()).not.toBeNull();
  keeper.forget({ organizationId });
  expect(keptPages()).toBeNull();
  expect(ask(store, {}, keeper)).toBeNull();
});

/** The member in a place of the list by name; the last few places of the first page matter most. */
const places = Array.from({ length: count }, (_, number) => number).sort((a, b) => {
  const [one, other] = [a, b].map((number) => sortKey(memberAt(number, 1).name));
  return (one ?? "") < (other ?? "") ? -1 : 1;
});
const someone = fc
  .oneof(fc.integer({ min: 0, max: 130 }), fc.integer({ min: 0, max: count - 1 }))
  .map((place) => places[place] ?? 0);
const name = fc.constantFrom(undefined, "Aaron First", "Kilroy Wanderer 10", "Kilroy Wanderer 1099", "Zoe Last", "ß");
const status = fc.constantFrom("active" as const, "active" as const, "deactivated" as const, "removed" as const);
const act = fc.record({ number: someone, name, status, leaves: fc.integer({ min: 0, max: 2 }) });

test("whatever changes, it is the page that the rows would give", () => {
  fc.assert(
    fc.property(fc.array(fc.array(act, { maxLength: 3 }), { minLength: 1, maxLength: 6 }), (rounds) => {
      const { store } = watched(null);
      filled(store);
      const keeper = keeperOver(store);
      ask(store, {}, keeper);
      for (const [index, acts] of rounds.entries()) {
        const revision = index + 2;
        const members = new Map(
          acts.map(({ number, name: to, status: now }): [string, SnapshotMember] => {
            const member = { ...memberAt(number, revision), status: now };
            return [idOf(number), to === undefined ? member : { ...member, name: to }];
          }),
        );
        const facts = factsWith(revision, count - (acts[0]?.leaves ?? 0));
        keeper.change({
          organizationId,
          changes: { facts, workspaces: null, members: [...members.values()], invitations: [], events: [] },
        });
        for (const given of [{}, { sort: "email" }, { status: "removed" }, { direction: "descending" }] as const) {
          expect(ask(store, given, keeper)).toEqual(ask(forgetful(store), given));
        }
      }
      store.close();
    }),
    { numRuns: 12 },
  );
});

test("a change of somebody far down the list opens it for nobody", () => {
  const { store, opened } = watched(null);
  filled(store);
  const keeper = keeperOver(store);
  ask(store, {}, keeper);
  const far = memberAt(places.at(-1) ?? 0, 2);
  const changes = { workspaces: null, members: [far], invitations: [], events: [] };
  keeper.change({ organizationId, changes: { facts: factsWith(2, count - 1), ...changes } });
  opened.length = 0;
  expect(ask(store, {}, keeper)).toMatchObject({ total: count - 1 });
  expect(opened.filter((kind) => kind === "members")).toEqual([]);
});

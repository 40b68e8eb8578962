import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { operationOf } from "#contract/operations.ts";
import { openBook } from "#main/reviews/book.ts";
import { openStore } from "#main/snapshot/store/store.ts";
import { keeperOf, UnerasedError } from "#main/snapshot/worker/keeper.ts";
import { anOrganization, idOf as fixtureId } from "#test/support/fixtures.ts";
import { afterEach, expect, test, vi } from "vitest";
import { testFolder } from "../support/desktop.ts";
import { fullDisk } from "./support/fullDisk.ts";
import { changesAt, factsAt, idOf, memberAt, organizationId, usualWindow } from "./support/rows.ts";

/** A keeper of a list so long that its first page is kept beside it, and a disk that takes nothing any more. */
const count = 2_400;
const me = { memberId: fixtureId(1001), role: "owner", ends: false };
const factsWith = (revision: number) => {
  const facts = factsAt(revision);
  return { ...facts, organization: { ...facts.organization, preset: "agency" as const, memberCount: count, me } };
};

function scene() {
  const [path, key] = [join(testFolder(), "snapshot.db"), randomBytes(32)];
  const start = () => keeperOf(openStore(path, key), openBook(null, randomBytes(32)));
  const store = openStore(path, key);
  const filling = store.beginFill(organizationId);
  for (let from = 0; from < count; from += 400) {
    const rows = Array.from({ length: 400 }, (_, index) => memberAt(from + index, 1));
    filling.add("members", rows);
  }
  filling.commit(factsWith(1), usualWindow);
  store.close();
  return { keeper: start(), start };
}

afterEach(() => void vi.restoreAllMocks());

type Scene = ReturnType<typeof scene>["keeper"];
const listed = (keeper: Scene, given: object = {}) => {
  const input = operationOf("member.list").input.parse({ organizationId, limit: 50, ...given });
  return keeper.answer({ name: "member.list", input, exact: false });
};

test("what is stored is shown though nothing can be written", () => {
  const { keeper } = scene();
  fullDisk();
  expect(listed(keeper)).toMatchObject({ ok: true, value: { total: count } });
  vi.restoreAllMocks();
  keeper.close(null);
});

test("rows in memory follow a change after which there was room for nothing more", () => {
  const { keeper } = scene();
  // The page that is put together anew is kept before; the search opens the list.
  expect(listed(keeper, { search: "wanderer" })).toMatchObject({ value: { matching: count } });
  expect(listed(keeper)).toMatchObject({ ok: true });
  fullDisk(1);
  const changes = { ...changesAt(2, [2_399]), facts: factsWith(2) };
  expect(keeper.change({ organizationId, changes })).toBe(true);
  expect(listed(keeper, { search: "wanderer 2399" })).toMatchObject({
    value: { items: [{ role: "role-2" }] },
    source: { revision: 2 },
  });
  vi.restoreAllMocks();
  keeper.close(null);
});

test("what must go and cannot be taken out asks for all of the file to go, whoever says so", () => {
  const { keeper } = scene();
  const other = anOrganization({ id: idOf(200) });
  fullDisk();
  const list = { name: "organization.list", input: {}, value: { items: [other], next: null } } as const;
  expect(() => keeper.note(list)).toThrow(UnerasedError);
  expect(() => keeper.forget({ organizationId })).toThrow(UnerasedError);
  expect(() => keeper.dropRows({ organizationId })).toThrow(UnerasedError);
});

test("what could not be noted is noted when there is room again", () => {
  const { keeper, start } = scene();
  const mine = anOrganization({ id: organizationId });
  const list = { name: "organization.list", input: {}, value: { items: [mine], next: null } } as const;
  fullDisk();
  expect(() => keeper.note(list)).toThrow("full");
  vi.restoreAllMocks();
  keeper.note(list);
  keeper.close(null);
  const again = start();
  const answer = again.answer({
    name: "organization.list",
    input: operationOf("organization.list").input.parse({}),
    exact: true,
  });
  expect(answer).toMatchObject({ ok: true, value: { total: 1 } });
  again.close(null);
});

import { searchKey } from "#domain/searchKey.ts";
import {
  actionKey,
  actorKey,
  digestOf,
  gramsOf,
  keysIn,
  searchedText,
  targetKey,
} from "#main/snapshot/store/digest.ts";
import { openStore } from "#main/snapshot/store/store.ts";
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { changesAt, eventAt, factsAt, idOf, organizationId } from "./support/rows.ts";

const names = ["Ærøskøbing Øst", "ΣΊΣΥΦΟΣ", "Mara Lindqvist", "𝒜lice", "Jo"];

const events = Array.from({ length: 500 }, (_, index) => ({
  ...eventAt(index + 1),
  at: new Date(1_750_000_000_000 + index * 60_000).toISOString(),
  actor: { accountId: idOf(5_000 + index), name: `${names[index % names.length]} ${index}` },
}));
const digest = digestOf(events, "tag");

test("a digest holds every key and every three letters of its page", () => {
  const holds = keysIn(digest);
  for (const event of events) {
    expect(holds(actionKey(event.action))).toBe(true);
    expect(holds(actorKey(event.actor.accountId))).toBe(true);
    expect(holds(targetKey(event.target.id))).toBe(true);
    expect(gramsOf(searchedText(event)).every(holds)).toBe(true);
  }
  expect(digest.from).toBe(Date.parse(events[0]?.at ?? ""));
  expect(digest.to).toBe(Date.parse(events.at(-1)?.at ?? ""));
});

test("a digest passes over nearly all that its page does not hold", () => {
  const holds = keysIn(digest);
  const strangers = Array.from({ length: 1_000 }, (_, index) => actorKey(idOf(900_000 + index)));
  expect(strangers.filter(holds).length).toBeLessThan(50);
  expect(gramsOf(searchKey("zzyzx")).every(holds)).toBe(false);
  expect(gramsOf("jo")).toEqual([]);
});

test("a page has a digest of its own writing, also after a change, and none of an earlier one", () => {
  const store = openStore(null, randomBytes(32));
  const filling = store.beginFill(organizationId);
  filling.add("events", [eventAt(1)]);
  filling.commit(factsAt(1), 50_000);
  const [before] = store.manifest(organizationId)?.pages.events ?? [];
  store.change(organizationId, changesAt(2, []));
  const [page] = store.manifest(organizationId)?.pages.events ?? [];
  if (before === undefined || page === undefined) throw new Error("There are no pages");
  expect(store.digest(organizationId, page)).toMatchObject({ tag: page.tag });
  expect(store.digest(organizationId, before)).toBeNull();
  expect(store.digest(organizationId, { ...page, tag: before.tag })).toBeNull();
  store.close();
});

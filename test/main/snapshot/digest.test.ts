import { searchKey } from "#domain/searchKey.ts";
import { actionKey, actorKey, digestOf, keysIn, targetKey } from "#main/snapshot/store/digest.ts";
import { bytesOfEvents, bytesOfTexts, searchedText, textsIn } from "#main/snapshot/store/events.ts";
import { linesIn } from "#main/snapshot/store/lines.ts";
import { openStore } from "#main/snapshot/store/store.ts";
import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { changesAt, eventAt, factsAt, idOf, organizationId, usualWindow } from "./support/rows.ts";

const names = ["Ærøskøbing Øst", "ΣΊΣΥΦΟΣ", "Mara Lindqvist", "𝒜lice", "Jo"];

const events = Array.from({ length: 500 }, (_, index) => ({
  ...eventAt(index + 1),
  at: new Date(1_750_000_000_000 + index * 60_000).toISOString(),
  actor: { accountId: idOf(5_000 + index), name: `${names[index % names.length]} ${index}` },
}));
const digest = digestOf(events, "tag");

test("a digest holds every key of its page", () => {
  const holds = keysIn(digest);
  for (const event of events) {
    expect(holds(actionKey(event.action))).toBe(true);
    expect(holds(actorKey(event.actor.accountId))).toBe(true);
    expect(holds(targetKey(event.target.id))).toBe(true);
  }
  expect(digest.from).toBe(Date.parse(events[0]?.at ?? ""));
  expect(digest.to).toBe(Date.parse(events.at(-1)?.at ?? ""));
});

test("a digest passes over nearly all that its page does not hold", () => {
  const holds = keysIn(digest);
  const strangers = Array.from({ length: 1_000 }, (_, index) => actorKey(idOf(900_000 + index)));
  expect(strangers.filter(holds).length).toBeLessThan(50);
});

test.each(["jo", "Ærøskøbing", "σισυφοσ", "alice 38", "member.rolechanged", "zzyzx", "9"])(
  "the texts of a page tell exactly which of its events hold %s",
  (text) => {
    const wanted = searchKey(text);
    const places = events.flatMap((event, place) => (searchedText(event).includes(wanted) ? [place] : []));
    expect(textsIn(bytesOfTexts(events, "tag"), "tag")?.holding(wanted)).toEqual(places);
  },
);

test("texts of another writing of the page are none", () => {
  expect(textsIn(bytesOfTexts(events, "former"), "tag")).toBeNull();
});

test("a line break in a name moves no text to another event", () => {
  const broken = [{ ...eventAt(1), actor: { accountId: null, name: "Two\nlines" } }, eventAt(2)];
  const texts = textsIn(bytesOfTexts(broken, "tag"), "tag");
  expect(texts?.count()).toBe(2);
  expect(texts?.holding("lines")).toEqual([0]);
});

test.each<[string, string[]]>([
  ["nothing", []],
  ["one line", ["only"]],
  ["empty lines", ["", "a", "", "b", ""]],
  ["many bytes a letter", ["Ærø", "ΣΊΣΥΦΟΣ", "𝒜lice", "Ærø"]],
  ["a text twice in a line", ["aa aa", "b", "aa"]],
])("lines are read and searched where they stand: %s", (_, given) => {
  const lines = linesIn(Buffer.from(given.join("\n")));
  expect(Array.from({ length: lines.count() }, (__, place) => lines.at(place))).toEqual(given);
  for (const text of ["a", "aa", "b", "Ærø", "lice", "y"]) {
    expect(lines.holding(text)).toEqual([...given.keys()].filter((place) => given[place]?.includes(text)));
  }
});

test("an event on its line is the event", () => {
  const lines = linesIn(bytesOfEvents(events));
  expect(events.map((_, place) => JSON.parse(lines.at(place)))).toEqual(events);
});

test("a page has a digest of its own writing, also after a change, and none of an earlier one", () => {
  const store = openStore(null, randomBytes(32));
  const filling = store.beginFill(organizationId);
  filling.add("events", [eventAt(1)]);
  filling.commit(factsAt(1), usualWindow);
  const [before] = store.manifest(organizationId)?.pages.events ?? [];
  store.change(organizationId, changesAt(2, []));
  const [page] = store.manifest(organizationId)?.pages.events ?? [];
  if (before === undefined || page === undefined) throw new Error("There are no pages");
  expect(store.digest(organizationId, page)).toMatchObject({ tag: page.tag });
  expect(store.digest(organizationId, before)).toBeNull();
  expect(store.digest(organizationId, { ...page, tag: before.tag })).toBeNull();
  store.close();
});

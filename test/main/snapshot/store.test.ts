import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { DamagedError, openStore, type Store } from "#main/snapshot/store/store.ts";
import { expect, onTestFinished, test } from "vitest";
import { testFolder } from "../support/desktop.ts";
import {
  changesAt,
  eventAt,
  fillStore,
  idOf,
  memberAt,
  membersIn,
  organizationId,
  usualWindow,
} from "./support/rows.ts";

const key = randomBytes(32);

function storeAt(path: string | null, with_: Buffer = key): Store {
  const store = openStore(path, with_);
  let open = true;
  const close = () => {
    if (open) store.close();
    open = false;
  };
  onTestFinished(close);
  return { ...store, close };
}

const newPath = (): string => join(testFolder(), "snapshot.db");

/** All bytes that are on the disk. */
const rawFiles = (path: string): Buffer => {
  const folder = join(path, "..");
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
};

test("what was filled and changed is there after closing and opening", () => {
  const path = newPath();
  const store = storeAt(path);
  fillStore(store, 1, 1_203);
  store.change(organizationId, changesAt(2, [0, 700, 1_202, 5_000]));
  store.writeAccount({ name: "Ada" });
  store.close();
  const again = storeAt(path);
  expect(again.kept).toBe("disk");
  expect(again.manifest(organizationId)?.facts.revision).toBe(2);
  const members = membersIn(again);
  expect(members.map(({ id }) => id)).toEqual([
    ...Array.from({ length: 1_203 }, (_, index) => idOf(index)),
    idOf(5_000),
  ]);
  expect(members.filter(({ role }) => role === "role-2").map(({ id }) => id)).toEqual([0, 700, 1_202, 5_000].map(idOf));
  expect(again.readAccount()).toEqual({ name: "Ada" });
});

test("no name, address, id or word of it can be read in the files, not even while they are open", () => {
  const path = newPath();
  const store = storeAt(path);
  fillStore(store, 1, 2_000);
  store.change(organizationId, changesAt(2, [1, 2, 3]));
  store.writeAccount({ email: "ada@secret-client.example" });
  const raw = rawFiles(path).toString("latin1");
  const { actor, target, action } = eventAt(1);
  const people = ["Kilroy", "secret-client", "Quillfeather", "role-1", organizationId, idOf(7), "member"];
  for (const word of [...people, actor.name, target.name, target.id, action]) {
    // What is searched is kept without capitals.
    expect(raw.toLowerCase().includes(word.toLowerCase()), word).toBe(false);
    expect(raw.includes(Buffer.from(word).toString("base64").slice(0, 6)), word).toBe(false);
  }
});

test("what was forgotten leaves no block behind, and what was erased no file", () => {
  const path = newPath();
  const store = storeAt(path);
  fillStore(store, 1, 2_000);
  const { members = [], events = [] } = store.manifest(organizationId)?.pages ?? {};
  const tags = [...members, ...events].map(({ tag }) => Buffer.from(tag, "base64"));
  const found = () => tags.filter((tag) => rawFiles(path).includes(tag)).length;
  expect(found()).toBeGreaterThan(2);
  store.forget(organizationId);
  expect(found()).toBe(0);
  expect(store.manifest(organizationId)).toBeUndefined();
  store.close();
  expect(storeAt(path).organizationIds()).toEqual([]);
  const erased = newPath();
  openStore(erased, key).erase();
  expect(readdirSync(join(erased, ".."))).toEqual([]);
});

test("a second process keeps its snapshot in memory, and the first is not disturbed", () => {
  const path = newPath();
  const first = storeAt(path);
  fillStore(first, 1, 10);
  const second = storeAt(path);
  expect(second.kept).toBe("elsewhere");
  expect(second.organizationIds()).toEqual([]);
  fillStore(second, 7, 3);
  first.change(organizationId, changesAt(2, [1]));
  first.close();
  expect(storeAt(path).manifest(organizationId)?.facts.revision).toBe(2);
});

test.each([
  ["another key", (path: string) => void path, randomBytes(32)],
  ["no database", (path: string) => writeFileSync(path, "This is not SQLite, but a letter to a friend."), key],
  ["an empty file", (path: string) => writeFileSync(path, ""), key],
  ["half a file", (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 30_000)), key],
  ["another version", (path: string) => altered(path, "pragma user_version = 999"), key],
  ["another application", (path: string) => altered(path, "pragma application_id = 1"), key],
  ["no proof", (path: string) => altered(path, "delete from proof"), key],
  ["a foreign table", (path: string) => altered(path, "drop table blocks"), key],
])("a file with %s is begun anew, never trusted", (_what, spoil, with_) => {
  const path = newPath();
  const store = storeAt(path);
  fillStore(store, 1, 600);
  store.close();
  for (const end of ["-wal", "-shm"]) rmSync(`${path}${end}`, { force: true });
  spoil(path);
  const again = storeAt(path, with_);
  expect(again.kept).toBe("disk");
  expect(again.organizationIds()).toEqual([]);
  fillStore(again, 2, 5);
  expect(membersIn(again)).toHaveLength(5);
});

function altered(path: string, statement: string): void {
  const db = new DatabaseSync(path);
  db.exec(statement);
  db.close();
}

/** Block kinds of members, and of what is known of the organization. */
const [manifests, members] = [0, 2];

test.each([
  ["turned bits", `update blocks set sealed = zeroblob(length(sealed)) where kind = ${members} and number = 0`],
  ["a missing page", `delete from blocks where kind = ${members} and number = 1`],
  [
    "pages that changed places",
    `update blocks set number = case number when 0 then 1000 else 0 end where kind = ${members} and number in (0, 1)`,
  ],
  [
    "a page of another kind",
    `update blocks set sealed = (select sealed from blocks where kind = 4) where kind = ${members}`,
  ],
])("%s are noticed and never shown", (_what, statement) => {
  const path = newPath();
  const store = storeAt(path);
  fillStore(store, 1, 1_200);
  store.close();
  altered(path, statement);
  const again = storeAt(path);
  expect(() => membersIn(again)).toThrow(DamagedError);
});

test("an older writing of a page in the place of the new one is noticed", () => {
  const path = newPath();
  const store = storeAt(path);
  fillStore(store, 1, 400);
  store.close();
  const db = new DatabaseSync(path);
  const old = db.prepare("select owner, sealed from blocks where kind = ? and number = 0").get(members);
  db.close();
  const next = storeAt(path);
  // Numbers begin anew, so the new page stands where the old one stood.
  next.forget(organizationId);
  fillStore(next, 2, 400);
  next.close();
  const spoiled = new DatabaseSync(path);
  const put = spoiled.prepare("update blocks set sealed = ? where owner = ? and kind = ? and number = 0");
  put.run(old?.["sealed"] ?? null, old?.["owner"] ?? null, members);
  spoiled.close();
  expect(() => membersIn(storeAt(path))).toThrow(DamagedError);
});

test("another organization's rows do not open as one's own", () => {
  const path = newPath();
  const store = storeAt(path);
  fillStore(store, 1, 400);
  const other = store.beginFill(idOf(200));
  other.add("members", [memberAt(1, 1)]);
  other.add("events", [eventAt(1)]);
  const facts = store.manifest(organizationId)?.facts;
  if (facts === undefined) throw new Error("Nothing was filled");
  other.commit({ ...facts, organization: { ...facts.organization, id: idOf(200) } }, usualWindow);
  store.close();
  altered(
    path,
    `update blocks set sealed = (select max(sealed) from blocks where kind = ${manifests}) where kind = ${manifests}`,
  );
  expect(storeAt(path).organizationIds()).toHaveLength(1);
});

test("events beyond the window go, page by page", () => {
  const store = storeAt(null);
  const filling = store.beginFill(organizationId);
  const events = Array.from({ length: 1_000 }, (_, index) => eventAt(index + 1));
  filling.add("events", events.slice(0, 500));
  filling.add("events", events.slice(500));
  const path = newPath();
  const facts = (() => {
    const other = storeAt(path);
    fillStore(other, 1_000, 1);
    return other.manifest(organizationId)?.facts;
  })();
  if (facts === undefined) throw new Error("Nothing was filled");
  filling.commit(facts, { ...usualWindow, mostEvents: 600 });
  store.change(organizationId, {
    ...changesAt(1_200, []),
    events: Array.from({ length: 200 }, (_, index) => eventAt(1_001 + index)),
  });
  const pages = store.manifest(organizationId)?.pages.events ?? [];
  const rows = pages.flatMap((page) => store.read(organizationId, "events", page));
  expect(rows.at(-1)?.revision).toBe(1_200);
  expect(rows.length).toBeGreaterThanOrEqual(600);
  expect(rows.length).toBeLessThan(1_100);
});

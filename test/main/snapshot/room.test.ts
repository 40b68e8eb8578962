import { randomBytes } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import { leftFree } from "#contract/leftFree.ts";
import { openBook } from "#main/reviews/book.ts";
import { openStore } from "#main/snapshot/store/store.ts";
import { keeperOf } from "#main/snapshot/worker/keeper.ts";
import { afterEach, expect, test, vi } from "vitest";
import { testFolder } from "../support/desktop.ts";
import { fillOf, rowsOfLine } from "./support/fillLines.ts";
import { fullDisk } from "./support/fullDisk.ts";
import { fillStore, idOf, organizationId, usualWindow as window } from "./support/rows.ts";

afterEach(() => void vi.restoreAllMocks());

const megabyte = 1_000_000;
const large = idOf(101);
/** Thirty megabytes. */
const lines = 100;

/** A keeper with a small organization on an invented disk, which takes so many bytes beside what is left free. */
function scene(bytes: number) {
  const path = join(testFolder(), "snapshot.db");
  const taken = () => statSync(path).size + statSync(`${path}-wal`).size;
  let room = bytes;
  const store = openStore(path, randomBytes(32), () => leftFree + room - taken());
  fillStore(store, 1, rowsOfLine);
  const keeper = keeperOf(store, openBook(null, randomBytes(32)));
  const resumption = (of = window) => keeper.resumption({ organizationId: large, window: of });
  /** As far as it is taken. */
  const filled = (count = lines) => {
    const fill = keeper.beginFill({ organizationId: large, window, after: null }) ?? "";
    for (const chunk of fillOf(large, count)) {
      const taken = keeper.takeChunk({ fill, chunk });
      if (typeof taken === "string") return taken;
    }
    return keeper.finishFill({ fill });
  };
  const kept = () => keeper.stored(null).map(({ id, rows }) => [id, rows]);
  return { store, keeper, taken, resumption, filled, kept, grow: (to: number) => void (room = to) };
}

test("a fill that would take what is left to others ends, gives all of its room back, and what was kept stays", () => {
  const { store, keeper, taken, resumption, filled, kept } = scene(20 * megabyte);
  const before = store.room();
  expect(resumption()).toBeNull();
  expect(filled()).toBe("full");
  expect(kept()).toEqual([[organizationId, rowsOfLine]]);
  expect([store.staged(large), store.sizeOf(large)]).toEqual([undefined, 0]);
  expect(before - store.room()).toBeLessThan(megabyte);
  expect(taken()).toBeGreaterThan(18 * megabyte);
  while (keeper.tidy());
  expect(taken()).toBeLessThan(17 * megabyte);
  keeper.close(null);
});

test("the server is asked again once there is room for as much as was missing, or where less is wanted", () => {
  const { keeper, resumption, filled, kept, grow } = scene(20 * megabyte);
  expect(filled()).toBe("full");
  expect(resumption()).toBe("full");
  expect(resumption({ ...window, mostEvents: 10 })).toBeNull();
  grow(25 * megabyte);
  expect(filled()).toBe("full");
  expect(resumption()).toBe("full");
  grow(80 * megabyte);
  expect(resumption()).toBeNull();
  expect(filled()).toBe("whole");
  expect(kept()).toContainEqual([large, lines * rowsOfLine]);
  keeper.close(null);
});

test("where others took of what is left to them, nothing is begun, and what came of a fill that was cut makes room", () => {
  const { store, keeper, resumption, grow } = scene(100 * megabyte);
  const fill = keeper.beginFill({ organizationId: large, window, after: null }) ?? "";
  const cut = [...fillOf(large, lines)].slice(0, 50);
  for (const chunk of cut) keeper.takeChunk({ fill, chunk });
  keeper.dropFill({ fill });
  expect(resumption()).toMatchObject({ revision: 3 });
  grow(0);
  expect(resumption()).toBe("full");
  expect([store.staged(large), store.sizeOf(large)]).toEqual([undefined, 0]);
  keeper.close(null);
});

test("a program that ends while that goes leaves nothing that a fill would go on behind", () => {
  const path = join(testFolder(), "snapshot.db");
  const key = randomBytes(32);
  const store = openStore(path, key);
  const keeper = keeperOf(store, openBook(null, randomBytes(32)));
  const fill = keeper.beginFill({ organizationId: large, window, after: null }) ?? "";
  for (const chunk of [...fillOf(large, lines)].slice(0, 70)) keeper.takeChunk({ fill, chunk });
  const staged = store.staged(large);
  if (staged === undefined) throw new Error("Nothing is staged");
  expect(staged.manifest.pages.members.length).toBeGreaterThan(40);
  // The second transaction of the erasing is not written any more.
  fullDisk(1);
  expect(() => store.dropStaged(large)).toThrow("full");
  vi.restoreAllMocks();
  keeper.close(null);
  const again = keeperOf(openStore(path, key), openBook(null, randomBytes(32)));
  expect(again.stored(null)).toEqual([]);
  expect(again.resumption({ organizationId: large, window })).toBeNull();
  again.close(null);
});

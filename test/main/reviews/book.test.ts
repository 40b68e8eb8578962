import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { openBook, type Book, type Head } from "#main/reviews/book.ts";
import { expect, test } from "vitest";
import { testFolder } from "../support/desktop.ts";
import {
  actAt,
  everybody,
  inventedHead,
  organizationIds,
  peopleEach,
  type InventedPerson,
} from "./support/invented.ts";

type Invented = Book<Head, InventedPerson, number>;
const [one, two] = organizationIds;
const key = randomBytes(32);

function started(path: string | null = null): Invented {
  const book = openBook<Head, InventedPerson, number>(path, key);
  book.begin(inventedHead("review-1"), everybody);
  return book;
}

test("a review and what was decided are there after the next opening, under the same key alone", () => {
  const path = join(testFolder(), "reviews.db");
  const book = started(path);
  book.act("review-1", actAt(3));
  book.act("review-1", new Map([[one, [[`${one}-3`, 9]]]]));
  book.end();
  expect(readFileSync(path).includes("Kilroy")).toBe(false);

  const again = openBook<Head, InventedPerson, number>(path, key);
  expect(again.heads()).toEqual([inventedHead("review-1")]);
  expect(again.items("review-1", two)).toHaveLength(peopleEach);
  expect([...again.marks("review-1", one)]).toEqual([[`${one}-3`, 9]]);
  expect([...again.marks("review-1", two)]).toEqual([[`${two}-3`, 3]]);
  again.end();

  const foreign = openBook<Head, InventedPerson, number>(path, randomBytes(32));
  expect(foreign.heads()).toEqual([]);
  foreign.end();
});

test("undo takes back the last act in every organization it was about, and then the one before", () => {
  const book = started();
  book.act("review-1", actAt(1));
  book.act("review-1", new Map([[two, [[`${two}-1`, 5]]]]));
  expect(book.undo("review-1", organizationIds)).toEqual([`${two}-1`]);
  expect(book.marks("review-1", two).get(`${two}-1`)).toBe(1);
  expect(book.undo("review-1", organizationIds)).toEqual([`${one}-1`, `${two}-1`]);
  expect(book.acted("review-1", organizationIds)).toBe(false);
  expect(book.undo("review-1", organizationIds)).toEqual([]);
});

test("closing an organization leaves nothing of its people, and the rest of the review", () => {
  const book = started();
  book.act("review-1", actAt(1));
  book.close({ id: "review-1", organizationIds: [two] }, one);
  expect(book.items("review-1", one)).toEqual([]);
  expect(book.marks("review-1", one).size).toBe(0);
  expect(book.items("review-1", two)).toHaveLength(peopleEach);
  expect(book.undo("review-1", [two])).toEqual([`${two}-1`]);
});

test("a review that is dropped and a book that is erased leave nothing", () => {
  const path = join(testFolder(), "reviews.db");
  const book = started(path);
  book.drop("review-1");
  expect(book.heads()).toEqual([]);
  expect(book.items("review-1", one)).toEqual([]);
  book.erase();
  expect(existsSync(path)).toBe(false);
});

test("a second process of the same person finds the file taken and says so", () => {
  const path = join(testFolder(), "reviews.db");
  const book = started(path);
  const second = openBook<Head, InventedPerson, number>(path, key);
  expect(second.kept).toBe("elsewhere");
  expect(second.heads()).toEqual([]);
  second.end();
  book.end();
});

test("a machine that can open no file for a while costs nobody their decisions", () => {
  const path = join(testFolder(), "reviews.db");
  const book = started(path);
  book.act("review-1", actAt(3));
  book.end();
  const starved = [join(import.meta.dirname, "support/starvedProcess.ts"), path, key.toString("base64")];
  const ran = ["-c", 'ulimit -n 200; exec "$@"', "sh", process.execPath, ...starved];
  expect(execFileSync("sh", ran, { encoding: "utf8" })).toBe("memory");
  const again = openBook<Head, InventedPerson, number>(path, key);
  expect(again.marks("review-1", one).get(`${one}-3`)).toBe(3);
  again.end();
});

/** A process that has no file left to open, and opens a book of reviews all the same. Says where that is kept. */
import { closeSync, openSync } from "node:fs";
import { openBook } from "#main/reviews/book.ts";

const [path = "", key = ""] = process.argv.slice(2);
const held: number[] = [];
try {
  for (;;) held.push(openSync("/dev/null", "r"));
} catch {
  // None is left.
}
const book = openBook(path, Buffer.from(key, "base64"));
for (const file of held) closeSync(file);
process.stdout.write(book.kept);

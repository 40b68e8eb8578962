/** A process that decides about one person after the other until it is killed. It says each act after that was written. */
import { openBook, type Head } from "#main/reviews/book.ts";
import { actAt, everybody, inventedHead, organizationIds, type InventedPerson } from "./invented.ts";

const [path = "", key = "", reviewId = ""] = process.argv.slice(2);
const book = openBook<Head, InventedPerson, number>(path, Buffer.from(key, "base64"));
if (book.kept !== "disk") throw new Error(`The reviews are kept ${book.kept}`);
if (!book.heads().some(({ id }) => id === reviewId)) book.begin(inventedHead(reviewId), everybody);

let next = Math.max(-1, ...book.marks(reviewId, organizationIds[0]).values()) + 1;
for (; ; next++) {
  book.act(reviewId, actAt(next));
  process.stdout.write(`${next}\n`);
}

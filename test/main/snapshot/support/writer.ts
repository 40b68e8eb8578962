/** A process that writes one snapshot until it is killed. It says when it opens it, and each revision once written. */
import { openStore } from "#main/snapshot/store/store.ts";
import { changesAt, factsAt, fillStore, memberAt, organizationId, usualWindow } from "./rows.ts";

const [path = "", key = "", members = "0"] = process.argv.slice(2);
const count = Number(members);
const everybody = Array.from({ length: count }, (_, number) => number);

process.stdout.write("opening\n");
const store = openStore(path, Buffer.from(key, "base64"));
if (store.kept !== "disk") throw new Error(`The snapshot is kept ${store.kept}`);

/** A fill that is staged piece by piece, goes on where one was cut, and is shown with what changed. */
function fillInPieces(revision: number): void {
  const piece = 300;
  let after = Number(store.staged(organizationId)?.after ?? 0);
  for (; after < count; after += piece) {
    const filling = store.beginFill(organizationId, store.staged(organizationId));
    filling.add(
      "members",
      everybody.slice(after, after + piece).map((number) => memberAt(number, revision - 1)),
    );
    filling.stage(factsAt(revision - 1), usualWindow, String(after + piece));
  }
  store.publish(organizationId, changesAt(revision, everybody));
}

/** Every row of a writing tells its revision, so that a mixture would show. */
const ways: readonly ((revision: number) => void)[] = [
  (revision) => fillStore(store, revision, count),
  (revision) => store.change(organizationId, changesAt(revision, everybody)),
  fillInPieces,
];
for (let revision = (store.manifest(organizationId)?.facts.revision ?? 0) + 1; ; revision++) {
  ways[revision === 1 ? 0 : revision % ways.length]?.(revision);
  process.stdout.write(`${revision}\n`);
}

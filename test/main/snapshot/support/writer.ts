/** A process that writes one snapshot until it is killed. It says each revision after that was written. */
import { openStore } from "#main/snapshot/store/store.ts";
import { changesAt, fillStore, organizationId } from "./rows.ts";

const [path = "", key = "", members = "0"] = process.argv.slice(2);
const count = Number(members);
const store = openStore(path, Buffer.from(key, "base64"));
if (store.kept !== "disk") throw new Error(`The snapshot is kept ${store.kept}`);

const everybody = Array.from({ length: count }, (_, number) => number);
for (let revision = (store.manifest(organizationId)?.facts.revision ?? 0) + 1; ; revision++) {
  // Every row of a writing tells its revision, so that a mixture would show.
  if (revision % 3 === 0 || revision === 1) fillStore(store, revision, count);
  else store.change(organizationId, changesAt(revision, everybody));
  process.stdout.write(`${revision}\n`);
}

import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openStore } from "#main/snapshot/store/store.ts";
import { startThread, type SnapshotThread } from "#main/snapshot/thread.ts";
import { expect, onTestFinished, test } from "vitest";
import { testFolder } from "../support/desktop.ts";
import { factsAt, fillStore, idOf, memberAt, organizationId, usualWindow } from "./support/rows.ts";

const program = join(import.meta.dirname, "../../../src/main/snapshot/worker/main.ts");
const damaged = idOf(200);

/** The thread over a file with two organizations, of which one has a page that does not open. */
async function threadOverDamage(): Promise<SnapshotThread> {
  const [path, key] = [join(testFolder(), "snapshot.db"), randomBytes(32)];
  const store = openStore(path, key);
  fillStore(store, 1, 10);
  const filling = store.beginFill(damaged);
  const row = memberAt(7, 1);
  filling.add("members", [{ ...row, organizationId: damaged }]);
  const facts = factsAt(1);
  filling.commit({ ...facts, organization: { ...facts.organization, id: damaged } }, usualWindow);
  const page = store.manifest(damaged)?.pages.members[0];
  const size = store.sizeOf(damaged);
  store.close();
  expect([page?.number, size > 0]).toEqual([0, true]);
  const db = new DatabaseSync(path);
  // The one with a single member has the shortest page of members.
  db.exec(`update blocks set sealed = zeroblob(length(sealed)) where kind = 2 and length(sealed) =
    (select min(length(sealed)) from blocks where kind = 2)`);
  db.close();
  const thread = startThread(program);
  onTestFinished(async () => thread.end());
  await thread.ask("open", { snapshot: { path, key }, reviews: { path: null, key: randomBytes(32) } });
  return thread;
}

const kept = async (thread: SnapshotThread) =>
  (await thread.ask("standings", null)).map((standing) => standing.organizationId).sort();

test("a page that does not open costs its organization's rows, whatever asked for it", async () => {
  const thread = await threadOverDamage();
  expect(await kept(thread)).toEqual([organizationId, damaged]);
  const asked = { organizationIds: [organizationId, damaged], scope: { kind: "all" } } as const;
  await expect(
    thread.ask("reviews.estimate", { ...asked, organizationIds: [...asked.organizationIds] }),
  ).rejects.toThrow("A page does not open");
  expect(await kept(thread)).toEqual([organizationId]);
  expect(await thread.ask("reviews.estimate", { ...asked, organizationIds: [damaged] })).toMatchObject({
    value: { items: [{ organizationId: damaged, asOf: null }] },
  });
});

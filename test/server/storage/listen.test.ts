import { eventually } from "#test/support/eventually.ts";
import { expect, test, vi } from "vitest";
import { openListener } from "#server/storage/listen.ts";
import { openPools } from "#server/storage/pools.ts";
import { createTestDatabase } from "#test/support/database.ts";

test("a listener hears its channel, and again after the database dropped its connection", async () => {
  const database = await createTestDatabase();
  const pools = openPools(database.url);
  const listener = await openListener(database.url);
  const heard: string[] = [];
  const cameBack = vi.fn<() => void>();
  listener.onReconnect(cameBack);
  const stop = await listener.on("orgdesk_changes", (payload) => heard.push(payload));
  const announce = async (text: string) => pools.systemPool.query("select pg_notify('orgdesk_changes', $1)", [text]);

  await announce("first");
  await eventually(() => expect(heard).toEqual(["first"]));

  await pools.systemPool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'",
  );
  await eventually(() => expect(cameBack).toHaveBeenCalled());
  await announce("second");
  await eventually(() => expect(heard).toEqual(["first", "second"]));

  await stop();
  await announce("third");
  await announce("fourth");
  expect(heard).toEqual(["first", "second"]);
  await listener.close();
  await pools.close();
  await database.drop();
});

import { sql } from "kysely";
import { expect, test } from "vitest";
import { eventually } from "#test/support/eventually.ts";
import { startTestServer } from "#test/support/server.ts";
import { previewOf } from "../changes/previews.ts";
import { furnishTeam } from "../teams.ts";

test("a server that stops answers what it has in hand before its database connections end", async () => {
  const server = await startTestServer();
  const owner = await server.person("Olivia Owner");
  const member = await server.person("Mia Member");
  const { organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: member, role: "member" },
  ]);
  const { system } = server.services.pools;
  const removal = { memberId: memberIds[1] ?? "" };
  const { previews, stopped } = await system.transaction().execute(async (db) => {
    await db.selectFrom("organizations").select("id").where("id", "=", organizationId).forUpdate().execute();
    const asked = [1, 2, 3].map(async () => previewOf(server, owner, organizationId, "member.remove", removal));
    const waiting = sql<{ pids: number }>`select count(*)::int as pids from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    await eventually(async () => expect((await waiting.execute(system)).rows).toEqual([{ pids: 3 }]));
    // Promises in an object are not awaited: stopping waits for the previews, and they for the end of this transaction.
    return { previews: asked, stopped: server.stop() };
  });
  const answers = await Promise.all(previews);
  expect(answers.map(({ status, value }) => [status, value?.peopleTotal])).toEqual([
    [200, 1],
    [200, 1],
    [200, 1],
  ]);
  await stopped;
});

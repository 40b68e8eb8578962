import { expect, test } from "vitest";
import { startTestServer } from "#test/support/server.ts";
import { previewOf } from "../changes/previews.ts";
import { furnishTeam } from "../teams.ts";
import { untilWaiting } from "../waiting.ts";

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
    await untilWaiting(server.services.pools, 3);
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

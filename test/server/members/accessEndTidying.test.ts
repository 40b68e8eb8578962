import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { tidy } from "#server/jobs/tidy.ts";
import { remindOfEnds } from "#server/members/expire.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionsAfter, day, furnishTeam } from "../teams.ts";

let server: TestServer;
let owner: Person;
let member: Person;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  member = await server.person("Max Member");
});
afterAll(async () => server.stop());

async function team() {
  const { organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: member, role: "admin" },
  ]);
  return { organizationId, memberId: memberIds[1] ?? "" };
}

const endIn = (at: { organizationId: string; memberId: string }, days: number) =>
  server.call(
    "member.setAccessUntil",
    { ...at, accessUntil: new Date(Date.now() + days * day).toISOString() },
    { as: owner },
  );

test("a week before, the member and those in charge are told, once for each end", async () => {
  const at = await team();
  const { system } = server.services.pools;
  expect((await endIn(at, 6)).status).toBe(200);
  const count = async () => {
    const jobs = await system.selectFrom("outbox").select("payload").execute();
    return jobs.filter(({ payload }) => "letter" in payload && payload.letter === "accessEnding").length;
  };
  const before = await count();
  const remind = () => system.transaction().execute((db) => remindOfEnds(db, at.organizationId, new Date()));
  await Promise.all([remind(), remind()]);
  expect((await count()) - before).toBe(2);
  expect((await endIn(at, 5)).status).toBe(200);
  await remind();
  expect((await count()) - before).toBe(4);
});

test("tidying writes down an end that has come", async () => {
  const at = await team();
  const members = server.services.pools.system.updateTable("members").set({ access_until: new Date() });
  await members.where("id", "=", at.memberId).execute();
  await tidy(server.services.pools.system, new Date());
  expect(await actionsAfter(server, at.organizationId, 0)).toEqual(["member.accessExpired"]);
});

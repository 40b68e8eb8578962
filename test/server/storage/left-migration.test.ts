import { Kysely, PostgresDialect } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { up } from "#server/storage/migrations/0035-left.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { furnishTeam } from "../teams.ts";

/** Memberships that ended before migration 0035: one by the member's own will, one by an owner's. */
let server: TestServer;
let people: readonly Person[];
let organizationId: string;

beforeAll(async () => {
  server = await startTestServer();
  people = await Promise.all(["Olivia Owner", "Lena Left", "Rita Removed"].map((name) => server.person(name)));
  const [owner, lena, rita] = people;
  if (!owner || !lena || !rita) throw new Error("Nobody is there");
  const team = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: lena, role: "member" },
    { person: rita, role: "member" },
  ]);
  organizationId = team.organizationId;
  await server.call("member.leave", { organizationId }, { as: lena });
  await server.call("member.remove", { organizationId, memberId: team.memberIds[2] ?? "" }, { as: owner });
});
afterAll(async () => server.stop());

test("who had left is told from who was removed, by the log", async () => {
  const { systemPool } = server.services.pools;
  await systemPool.query("alter table members drop column left_themselves cascade");
  await up(new Kysely<unknown>({ dialect: new PostgresDialect({ pool: systemPool }) }));
  const { rows } = await systemPool.query(
    "select name, left_themselves from members where status = 'removed' order by name",
  );
  expect(rows).toEqual([
    { name: "Lena Left", left_themselves: true },
    { name: "Rita Removed", left_themselves: false },
  ]);
});

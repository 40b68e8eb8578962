import { parseCsv } from "#test/support/csv.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { furnishTeam } from "../teams.ts";
import { planPeople, planTeams, targets, type PlanPeople, type PlanTeams } from "./agency.ts";
import { carriedOut } from "./plans.ts";

let server: TestServer;
let people: PlanPeople;
let teams: PlanTeams;

beforeAll(async () => {
  server = await startTestServer();
  people = await planPeople(server);
});
afterAll(async () => server.stop());
beforeEach(async () => {
  teams = await planTeams(server, people);
});

test("the audit log tells of it as of the single command, under the plan's id; a refusal is in the security log", async () => {
  const { manager, dana } = people;
  const { first, asMember } = teams;
  const given = { change: { kind: "remove" as const }, targets: targets(dana, first, asMember) };
  const { planId, items } = await carriedOut(server, manager, given);
  const { system } = server.services.pools;
  const events = await system.selectFrom("audit_events").selectAll().where("request_id", "=", planId).execute();
  expect(events).toEqual([
    expect.objectContaining({
      organization_id: first.organizationId,
      action: "member.removed",
      actor_account_id: manager.accountId,
      target_name: "Dana Reyes",
      revision: items[0]?.revision,
    }),
  ]);
  const refused = await system.selectFrom("security_events").selectAll().where("request_id", "=", planId).execute();
  expect(refused).toEqual([
    expect.objectContaining({
      kind: "command.refused",
      account_id: manager.accountId,
      organization_id: asMember.organizationId,
      detail: { operation: "member.remove", reason: "missingPermission" },
    }),
  ]);
});

test("the report is a table that no spreadsheet runs", async () => {
  const { manager } = people;
  const { foreign } = teams;
  const evil = await server.person("=SUM(A1)");
  const team = await furnishTeam(server, "agency", [
    { person: manager, role: "owner" },
    { person: evil, role: "member" },
  ]);
  const { planId } = await carriedOut(server, manager, {
    change: { kind: "remove" },
    targets: targets(evil, team, foreign),
  });
  const reply = await server.app.inject({
    url: `/v1/plans/${planId}/report`,
    headers: { authorization: `Bearer ${manager.token}` },
  });
  expect(reply.headers["content-type"]).toBe("text/csv; charset=utf-8");
  const [head, ...rows] = parseCsv(reply.body.slice(1));
  expect(head).toEqual(
    expect.arrayContaining(["person", "organization", "change", "state", "reason", "at", "revision"]),
  );
  expect(rows).toHaveLength(2);
  expect(rows[0]?.[0]).toBe("'=SUM(A1)");
  expect(rows[1]).toEqual(expect.arrayContaining(["failed", "notFound: organization"]));
});

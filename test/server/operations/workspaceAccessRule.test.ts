import { resolveAccess, type WorkspaceAccess, type WorkspaceFacts } from "#domain/workspaceAccess.ts";
import { workspaceStatuses } from "#domain/workspaces.ts";
import { setMemberAccess } from "#server/storage/queries/workspace-access.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishTeam } from "../teams.ts";
import { furnishWorkspace, seenBy } from "../workspaces.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.stop());

test("the database comes to the same workspaces and people as the rule", { timeout: 120_000 }, async () => {
  const owner = await server.person("Olivia Owner");
  const member = await server.person("Max Member");
  const { organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: await server.person("Ada Admin"), role: "admin" },
    { person: member, role: "member" },
    { person: await server.person("Omar Other"), role: "member" },
  ]);
  const [, , memberId = "", otherId = ""] = memberIds;
  const places: (WorkspaceFacts & { name: string })[] = [];
  for (const [index, status] of [...workspaceStatuses, ...workspaceStatuses].entries()) {
    const place = { name: `W${index}`, status, revision: index * 3 };
    places.push({ ...place, id: await furnishWorkspace(server, organizationId, place) });
  }
  const anyRule = fc
    .record({
      scope: fc.constantFrom("all" as const, "chosen" as const, "none" as const),
      workspaceIds: fc.subarray(places.map(({ id }) => id)),
      future: fc.boolean(),
      since: fc.nat(18),
    })
    .map((rule): WorkspaceAccess => (rule.scope === "chosen" ? rule : { ...rule, workspaceIds: [] }));
  const { system } = server.services.pools;
  await fc.assert(
    fc.asyncProperty(anyRule, anyRule, async (one, two) => {
      await setMemberAccess(system, organizationId, memberId, one);
      await setMemberAccess(system, organizationId, otherId, two);
      const given = resolveAccess(one, places);
      const view = await server.call("member.get", { organizationId, memberId }, { as: owner });
      expect(view.value?.workspaceAccess.workspaces.map(({ name }) => name)).toEqual(given.map(({ name }) => name));
      const usable = given.filter(({ status }) => status === "active").map(({ name }) => name);
      expect(await seenBy(server, member, organizationId)).toEqual(usable);
      const list = await server.call(
        "workspace.list",
        { organizationId, status: [...workspaceStatuses] },
        { as: owner },
      );
      const people = places.map((place) => {
        const open = [{ ...place, status: "active" as const }];
        return 2 + resolveAccess(one, open).length + resolveAccess(two, open).length;
      });
      expect(list.value?.items.map((item) => item.people)).toEqual(people);
    }),
    { numRuns: 60 },
  );
});

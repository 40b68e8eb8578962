import { afterAll, beforeAll, expect, test } from "vitest";
import { accessScopes, isGiven, type WorkspaceAccess } from "#domain/workspaceAccess.ts";
import { newId } from "#server/storage/ids.ts";
import { openPools, type Pools } from "#server/storage/pools.ts";
import { reachOf, type Told } from "#server/storage/queries/workspace-reach.ts";
import { withScope } from "#server/storage/scope.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { insertAccount, insertMember, insertOrganization } from "./rows.ts";

let database: TestDatabase;
let pools: Pools;

beforeAll(async () => {
  database = await createTestDatabase();
  pools = openPools(database.url);
});

afterAll(async () => {
  await pools.close();
  await database.drop();
});

const revision = 5;

/** Every form of a rule, set before and after the workspace was made. */
const rules = accessScopes.flatMap((scope) =>
  [true, false].flatMap((future) =>
    [revision - 1, revision, revision + 1].flatMap((since) =>
      (scope === "chosen" ? [true, false] : [false]).map((chosen) => ({ scope, future, since, chosen })),
    ),
  ),
);

test("those who reach a workspace are counted by role and named as the domain's rule says", async () => {
  const { system } = pools;
  const ownerId = await insertAccount(system, "olivia@example.com");
  const { id: organizationId } = await insertOrganization(system, ownerId);
  const workspaceId = newId();
  const workspace = { organization_id: organizationId, id: workspaceId, slug: "acme", name: "Acme", revision };
  await system.insertInto("workspaces").values(workspace).execute();
  const given = new Map<string, number>();
  for (const [index, { scope, future, since, chosen }] of rules.entries()) {
    const accountId = await insertAccount(system, `mia.${index}@example.com`);
    const memberId = await insertMember(system, organizationId, accountId);
    const role = index % 2 === 0 ? "member" : "guest";
    const status = index % 7 === 6 ? "deactivated" : "active";
    const set = { workspace_scope: scope, workspace_future: future, workspace_since: since, role, status } as const;
    await system.updateTable("members").set(set).where("id", "=", memberId).execute();
    const choice = { organization_id: organizationId, member_id: memberId, workspace_id: workspaceId };
    if (chosen) await system.insertInto("member_workspaces").values(choice).execute();
    const access: WorkspaceAccess = { scope, future, since, workspaceIds: chosen ? [workspaceId] : [] };
    if (status === "active" && isGiven(access, { id: workspaceId, revision })) {
      given.set(role, (given.get(role) ?? 0) + 1);
    }
  }
  const scope = { accountId: ownerId, organizationId };
  const reach = (seesAll: readonly string[], told: Told) =>
    withScope(pools, scope, async ({ db }) => reachOf(db, organizationId, [workspaceId], seesAll, told));
  const counted = ({ byRole }: Awaited<ReturnType<typeof reach>>) =>
    new Map(byRole.map(({ role, people }) => [role, people]));
  // In a large organization few are gathered; in a small one a walk by name meets many.
  const [large, small] = [100_000, 1];
  const few = await reach(["owner"], { most: 100, members: large });
  expect(counted(few)).toEqual(new Map([...given, ["owner", 1]]));
  expect(few.first).toHaveLength([...given.values()].reduce((sum, people) => sum + people, 1));
  const met = await reach(["owner"], { most: 100, members: small });
  expect([counted(met), met.first]).toEqual([counted(few), few.first]);
  const all = await reach(["owner", "guest"], { most: 3, members: large });
  const guests = rules.filter((_, index) => index % 2 === 1 && index % 7 !== 6).length;
  expect(counted(all)).toEqual(new Map([...given, ["owner", 1], ["guest", guests]]));
  expect(all.first).toHaveLength(3);
  expect((await reach(["owner", "guest"], { most: 3, members: small })).first).toEqual(all.first);
});

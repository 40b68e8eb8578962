import type { ChangeName } from "#contract/changes.ts";
import type { Given } from "#contract/operations.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cases } from "../generated/cases.ts";
import { furnishScene, type HostileScene } from "../hostile/inputs.ts";
import { furnishTeam } from "../teams.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.stop());

/** What an organization is, without the traces that any change leaves. */
async function stateOf(organizationId: string) {
  const { system } = server.services.pools;
  const left = [
    "revision",
    "chain_head",
    "updated_at",
    "last_activity_at",
    "last_seen_at",
    "last_seen_key",
    "workspace_since",
    "changed",
  ];
  const rows = async (table: string, column = "organization_id") => {
    const { rows: found } = await sql<{ row: object }>`
      select to_jsonb(t) - ${left}::text[] as row from ${sql.table(table)} t
      where ${sql.ref(column)} = ${organizationId}::uuid order by 1`.execute(system);
    return found.map(({ row }) => row);
  };
  return {
    organization: await rows("organizations", "id"),
    members: await rows("members"),
    choices: await rows("member_workspaces"),
    workspaces: await rows("workspaces"),
    invitations: await rows("invitations"),
  };
}

const act = async (name: ChangeName, input: Record<string, unknown>, as: Person) =>
  server.call(name, input as Given<typeof name>, { as });

async function takeBack({ organizationId, caller }: HostileScene, revision: number) {
  const inverse = await server.call("change.inverse", { organizationId, revision }, { as: caller });
  const change = inverse.value?.change;
  if (!change) throw new Error(`No inverse: ${JSON.stringify(inverse)}`);
  return act(change.operation as ChangeName, { ...change.input, organizationId }, caller);
}

test.each([
  "member.changeRole",
  "member.remove",
  "member.reinstate",
  "member.deactivate",
  "member.reactivate",
  "member.setWorkspaceAccess",
  "member.setAccessUntil",
  "workspace.update",
  "workspace.suspend",
  "workspace.archive",
  "workspace.restore",
  "organization.update",
  "organization.setRules",
  "invitation.revoke",
  "invitation.reinstate",
] as const)("%s and its inverse end where they began", async (name) => {
  const scene = await furnishScene(server);
  const { organizationId, caller } = scene;
  const before = await stateOf(organizationId);
  expect((await act(name, cases[name].input(scene), caller)).status).toBe(200);
  expect(await stateOf(organizationId)).not.toEqual(before);
  expect((await takeBack(scene, 1)).status).toBe(200);
  expect(plain(await stateOf(organizationId))).toEqual(plain(before));
});

const restored = new Set(["removed_at", "archived_at", "former_role", "switches"]);

/**
 * When somebody was removed, and as what, is told by their return as well; a switch that is off and one that was never
 * touched are the same.
 */
const plain = (state: Awaited<ReturnType<typeof stateOf>>): unknown =>
  JSON.parse(
    JSON.stringify(state, (key, value: unknown) => {
      if (!restored.has(key)) return value;
      return key === "switches" ? Object.values(value ?? {}).some(Boolean) : null;
    }),
  );

test("chosen workspaces come back by their ids", async () => {
  const scene = await furnishScene(server);
  const { organizationId, caller, target, workspaces } = scene;
  const input = { organizationId, memberId: target.memberId };
  await act("member.setWorkspaceAccess", { ...input, scope: "chosen", workspaceIds: [workspaces.active] }, caller);
  await act("member.setWorkspaceAccess", { ...input, scope: "none" }, caller);
  expect(await takeBack(scene, 2)).toMatchObject({ value: { scope: "chosen", workspaceIds: [workspaces.active] } });
  await act("workspace.delete", { organizationId, workspaceId: workspaces.active }, caller);
  const gone = await server.call("change.inverse", { organizationId, revision: 2 }, { as: caller });
  expect(gone.value).toEqual({ change: null, why: "workspaceGone" });
});

test("an event of another organization does not exist, and taking back takes the permission to do it", async () => {
  const scene = await furnishScene(server);
  const { organizationId, caller, target } = scene;
  await act("member.changeRole", { organizationId, memberId: target.memberId, role: "admin" }, caller);
  const stranger = await server.person("Sam Stranger");
  const own = await furnishTeam(server, "agency", [{ person: stranger, role: "owner" }]);
  const asked = [organizationId, own.organizationId].map((id) =>
    server.call("change.inverse", { organizationId: id, revision: 1 }, { as: stranger }),
  );
  expect((await Promise.all(asked)).map(({ fault }) => fault)).toMatchObject([
    { kind: "notFound", what: "organization" },
    { kind: "notFound", what: "auditEvent" },
  ]);
});

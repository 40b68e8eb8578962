import type { ChangeName } from "#contract/changes.ts";
import type { Given } from "#contract/operations.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cases } from "../generated/cases.ts";
import { furnishScene, type HostileScene } from "../hostile/inputs.ts";
import { furnishTeam } from "../teams.ts";
import { previewOf } from "./previews.ts";

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

const restored = new Set(["removed_at", "returned_at", "archived_at", "former_role", "switches"]);

/**
 * When somebody was removed, and as what, is told by their return as well, and since when they are back; a switch that
 * is off and one that was never touched are the same.
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

const billing = { name: "Bookkeeper", description: "", rank: 5, permissions: ["billing.view" as const] };

/** Makes a role, gives it to somebody or nobody, and deletes it; the deletion is the last event. */
async function deletedRole(
  { organizationId, caller }: Pick<HostileScene, "organizationId" | "caller">,
  memberId: string | null,
): Promise<number> {
  const { value } = await server.call("role.create", { organizationId, ...billing }, { as: caller });
  const role = value?.key ?? "";
  if (memberId !== null) await act("member.changeRole", { organizationId, memberId, role }, caller);
  expect((await act("role.delete", { organizationId, role, reassignTo: "member" }, caller)).status).toBe(200);
  return memberId === null ? 2 : 3;
}

test("a deleted role that nobody had is made again; one that somebody had is not", async () => {
  const scene = await furnishScene(server);
  expect(await takeBack(scene, await deletedRole(scene, null))).toMatchObject({ status: 200, value: billing });
  const used = await furnishScene(server);
  const revision = await deletedRole(used, used.target.memberId);
  const inverse = await server.call(
    "change.inverse",
    { organizationId: used.organizationId, revision },
    { as: used.caller },
  );
  expect(inverse.value).toEqual({ change: null, why: "merged" });
});

test("a role is not made again by whoever may not make it, nor beside one that took its name", async () => {
  const [caller, admin] = [await server.person("Olivia Owner"), await server.person("Ada Admin")];
  const { organizationId } = await furnishTeam(server, "agency", [
    { person: caller, role: "owner" },
    { person: admin, role: "admin" },
  ]);
  const revision = await deletedRole({ organizationId, caller }, null);
  const inverse = await server.call("change.inverse", { organizationId, revision }, { as: caller });
  const { operation = "", input = {} } = inverse.value?.change ?? {};
  const asked = async (as: Person) => (await previewOf(server, as, organizationId, operation, input)).value?.verdict;
  expect(await asked(caller)).toEqual({ allowed: true });
  expect(await asked(admin)).toMatchObject({ allowed: false, fault: { kind: "forbidden" } });
  await server.call("role.create", { organizationId, ...billing }, { as: caller });
  expect(await asked(caller)).toMatchObject({ allowed: false, fault: { code: "roleNameTaken" } });
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

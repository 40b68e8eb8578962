import type { Given } from "#contract/operations.ts";
import type { CustomRole } from "#domain/policy/customRole.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aCustomRole, furnishInvitation, furnishTeam, seenNow } from "../teams.ts";

let server: TestServer;
let owner: Person;
let holder: Person;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  holder = await server.person("Hana Holder");
});
afterAll(async () => server.stop());

/** An agency whose owner made these roles; somebody holds the first one. */
async function agency(...roles: CustomRole[]) {
  const seats = [
    { person: owner, role: "owner" },
    { person: holder, role: roles[0]?.key ?? "member" },
  ];
  const { organizationId, memberIds } = await furnishTeam(server, "agency", seats, null, roles);
  return { organizationId, holderId: memberIds[1] ?? "" };
}

const lastEvent = async (organizationId: string) =>
  (await server.call("auditEvent.list", { organizationId, limit: 1 }, { as: owner })).value?.items[0];

const create = (organizationId: string, input: Omit<Given<"role.create">, "organizationId">) =>
  server.call("role.create", { organizationId, ...input }, { as: owner });

describe("making a role", () => {
  test("adds it to the organization, the matrix and what can be given", async () => {
    const { organizationId, holderId } = await agency();
    const made = await create(organizationId, { name: " Brand  lead ", rank: 15, permissions: ["workspace.edit"] });
    const key = made.value?.key ?? "";
    expect(made.value).toEqual({
      key,
      name: "Brand  lead",
      description: "",
      rank: 15,
      permissions: ["workspace.edit"],
    });
    const { value: organization } = await server.call("organization.get", { organizationId }, { as: owner });
    expect(organization?.customRoles).toEqual([made.value]);
    const given = await server.call(
      "member.changeRole",
      { organizationId, memberId: holderId, role: key },
      { as: owner },
    );
    expect(given.value?.role).toBe(key);
    const { value: matrix } = await server.call("permission.matrix", { organizationId }, { as: holder });
    expect(matrix?.roles.find((role) => role.key === key)).toMatchObject({ custom: true, members: 1 });
    const made2 = await server.call("workspace.create", { organizationId, name: "Acme" }, { as: holder });
    expect(made2.status).toBe(200);
  });

  test("from another role copies what it holds, but never what only owners hold", async () => {
    const { organizationId } = await agency();
    const copy = await create(organizationId, { name: "Deputy", from: "owner" });
    expect(copy.value?.rank).toBe(29);
    expect(copy.value?.permissions).toContain("billing.manage");
    expect(copy.value?.permissions).not.toContain("organization.transfer");
    expect(await lastEvent(organizationId)).toMatchObject({
      action: "role.created",
      target: { type: "role", id: copy.value?.key, name: "Deputy" },
      before: null,
      after: { name: "Deputy", from: "owner" },
    });
  });

  test.each([
    [{ name: "ADMIN" }, { kind: "conflict", code: "roleNameTaken" }],
    [{ name: "Ａdmin\u200b" }, { kind: "conflict", code: "roleNameTaken" }],
    [{ name: "observer" }, { kind: "conflict", code: "roleNameTaken" }],
    [{ name: "Boss", rank: 30 }, { kind: "invalid" }],
    [{ name: "Heir", permissions: ["organization.transfer" as const] }, { kind: "invalid" }],
    [{ name: "Agent", permissions: ["agent.chat" as const] }, { kind: "invalid" }],
    [{ name: "\u202eevil" }, { kind: "invalid" }],
    [
      { name: "Copy", from: "emperor" },
      { kind: "notFound", what: "role" },
    ],
  ])("%j is refused", async (input, fault) => {
    const { organizationId } = await agency(aCustomRole());
    expect((await create(organizationId, input)).fault).toMatchObject(fault);
  });

  test("ends at fifty", async () => {
    const roles = Array.from({ length: 50 }, (_, index) => aCustomRole({ name: `Role ${index}` }));
    const { organizationId } = await agency(...roles);
    expect((await create(organizationId, { name: "One more" })).fault).toMatchObject({
      kind: "limitReached",
      limit: "roles",
    });
  });
});

describe("changing a role", () => {
  test("changes at once what its holders may do", async () => {
    const role = aCustomRole({ permissions: ["organization.view"] });
    const { organizationId } = await agency(role);
    const look = () => server.call("member.list", { organizationId }, { as: holder });
    expect((await look()).fault).toMatchObject({ refusal: { code: "missingPermission" } });
    const input = { organizationId, role: role.key, permissions: ["member.view" as const], was: role };
    const { key: _, ...was } = role;
    const changed = await server.call("role.update", { ...input, was }, { as: owner });
    expect(changed.value?.permissions).toEqual(["member.view"]);
    expect((await look()).status).toBe(200);
    expect(await lastEvent(organizationId)).toMatchObject({
      action: "role.updated",
      before: { permissions: ["organization.view"] },
      after: { permissions: ["member.view"] },
    });
  });

  test("by two at once is refused to the second, who saw another role", async () => {
    const role = aCustomRole();
    const { organizationId } = await agency(role);
    const { key, ...was } = role;
    const first = await server.call("role.update", { organizationId, role: key, rank: 6, was }, { as: owner });
    const second = await server.call("role.update", { organizationId, role: key, name: "Spy", was }, { as: owner });
    expect(first.value?.rank).toBe(6);
    expect(second.fault).toMatchObject({ kind: "conflict", code: "stateMoved" });
  });

  test("to what it is already, or of a role of the preset, is refused", async () => {
    const role = aCustomRole();
    const { organizationId } = await agency(role);
    const same = await server.call("role.update", { organizationId, role: role.key, rank: 5 }, { as: owner });
    expect(same.fault).toMatchObject({ kind: "invalid" });
    const preset = await server.call("role.update", { organizationId, role: "admin", rank: 5 }, { as: owner });
    expect(preset.fault).toMatchObject({ kind: "notFound", what: "role" });
  });
});

describe("deleting a role", () => {
  test("moves members, whoever may come back, and invitations", async () => {
    const role = aCustomRole();
    const { organizationId, holderId } = await agency(role);
    const pending = await furnishInvitation(server, organizationId, { email: "guest@example.com", role: role.key });
    const removed = await server.call("member.remove", { organizationId, memberId: holderId }, { as: owner });
    expect(removed.status).toBe(200);
    const use = await server.call("role.listUse", { organizationId }, { as: owner });
    expect(use.value?.items.find((one) => one.role === role.key)).toEqual({
      role: role.key,
      active: 0,
      deactivated: 0,
      removed: 1,
      invitations: 1,
    });
    const gone = await server.call(
      "role.delete",
      { organizationId, role: role.key, reassignTo: "admin" },
      { as: owner },
    );
    expect(gone.value?.moved).toEqual({ active: 0, deactivated: 0, removed: 1, invitations: 1 });
    const former = await server.call("role.listFormer", { organizationId }, { as: owner });
    expect(former.value?.items).toEqual([{ key: role.key, name: role.name }]);
    const back = await server.call("member.reinstate", { organizationId, memberId: holderId }, { as: owner });
    expect(back.value?.role).toBe("admin");
    const invitation = await server.call("invitation.get", { organizationId, invitationId: pending.id }, { as: owner });
    expect(invitation.value).toMatchObject({ role: "admin" });
  });

  test("to the owner's role makes owners, who count as such", async () => {
    const role = aCustomRole();
    const { organizationId } = await agency(role);
    await server.call("role.delete", { organizationId, role: role.key, reassignTo: "owner" }, { as: owner });
    await seenNow(server, organizationId);
    const left = await server.call("member.leave", { organizationId }, { as: owner });
    expect(left.status).toBe(200);
  });

  test("to itself or to no role is refused", async () => {
    const role = aCustomRole();
    const { organizationId } = await agency(role);
    const remove = (reassignTo: string) =>
      server.call("role.delete", { organizationId, role: role.key, reassignTo }, { as: owner });
    expect((await remove(role.key)).fault).toMatchObject({ kind: "invalid" });
    expect((await remove("emperor")).fault).toMatchObject({ refusal: { code: "unknownRole" } });
  });
});

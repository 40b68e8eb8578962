import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { furnishTransfer } from "../ownership.ts";
import { aCustomRole, actionsAfter, furnishInvitation, furnishTeam, standing, type Seat } from "../teams.ts";

let server: TestServer;
let owner: Person;
let admin: Person;
let former: Person;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  admin = await server.person("Adam Admin");
  former = await server.person("Finn Former");
});
afterAll(async () => server.stop());

const lead = aCustomRole({ name: "Lead", rank: 15, permissions: ["member.view", "analytics.view"] });

async function agency() {
  const seats: Seat[] = [
    { person: owner, role: "owner" },
    { person: admin, role: "admin" },
    { person: former, role: "admin", status: "removed" },
  ];
  return furnishTeam(server, "agency", seats, null, [lead]);
}

const toOperations = { owner: "owner", admin: "viewer" };

describe("switching the preset", () => {
  test("moves members, former members and invitations, and carries custom roles over", async () => {
    const { organizationId, memberIds } = await agency();
    await furnishInvitation(server, organizationId, { email: "guest@example.com", role: "member" });
    const roles = { ...toOperations, member: "viewer" };
    const switched = await server.call(
      "organization.switchPreset",
      { organizationId, preset: "operations", roles },
      { as: owner },
    );
    expect(switched.value).toMatchObject({
      preset: "operations",
      presetVersion: 1,
      owners: 1,
      me: { role: "owner" },
      customRoles: [{ key: lead.key, name: "Lead", rank: 15, permissions: ["member.view"] }],
    });
    const event = await server.call("auditEvent.list", { organizationId, limit: 1 }, { as: owner });
    expect(event.value?.items[0]).toMatchObject({
      action: "organization.presetSwitched",
      before: { preset: "agency" },
      after: { preset: "operations", moved: 1, roles: { Admin: "Viewer" }, lost: { Lead: ["analytics.view"] } },
    });
    const mine = await server.call("permission.matrix", { organizationId }, { as: admin });
    expect(mine.value?.myRole).toBe("viewer");
    const back = await server.call("member.reinstate", { organizationId, memberId: memberIds[2] ?? "" }, { as: owner });
    expect(back.value?.role).toBe("viewer");
    const invitations = await server.call("invitation.list", { organizationId }, { as: owner });
    expect(invitations.value?.items.map(({ role }) => role)).toEqual(["viewer"]);
  });

  test.each([
    [{ owner: "owner" }, { kind: "invalid", issues: [{ path: "roles.admin", code: "unmapped" }] }],
    [
      { ...toOperations, admin: "emperor" },
      { kind: "invalid", issues: [{ path: "roles.admin", code: "unknownRole" }] },
    ],
    [{ ...toOperations, emperor: "viewer" }, { kind: "invalid" }],
    [
      { owner: "viewer", admin: "viewer" },
      { kind: "forbidden", refusal: { code: "lastOwner" } },
    ],
  ])("by %j is refused", async (roles, fault) => {
    const { organizationId } = await agency();
    const input = { organizationId, preset: "operations" as const, roles };
    expect((await server.call("organization.switchPreset", input, { as: owner })).fault).toMatchObject(fault);
    expect(await actionsAfter(server, organizationId, 0)).toEqual([]);
  });

  test("to the preset that it has is a conflict", async () => {
    const { organizationId } = await agency();
    const input = { organizationId, preset: "agency" as const, roles: { owner: "owner", admin: "admin" } };
    const same = await server.call("organization.switchPreset", input, { as: owner });
    expect(same.fault).toMatchObject({ kind: "conflict", code: "samePreset" });
  });

  test("ends an offer of ownership that the new preset forbids", async () => {
    const { organizationId, memberIds } = await agency();
    const [fromMemberId = "", toMemberId = ""] = memberIds;
    await furnishTransfer(server, organizationId, { fromMemberId, toMemberId, to: admin });
    const input = { organizationId, preset: "operations" as const, roles: toOperations };
    expect((await server.call("organization.switchPreset", input, { as: owner })).status).toBe(200);
    expect(await actionsAfter(server, organizationId, 0)).toEqual([
      "organization.presetSwitched",
      "ownership.cancelled",
    ]);
  });

  test("leaves the name of a custom role that became another", async () => {
    const { organizationId } = await agency();
    const made = await server.call(
      "role.create",
      { organizationId, name: "Brand lead", permissions: ["member.view"] },
      { as: owner },
    );
    const key = made.value?.key ?? "";
    await furnishInvitation(server, organizationId, { email: "guest@example.com", role: key });
    expect((await server.call("role.listFormer", { organizationId }, { as: owner })).value?.items).toEqual([]);
    const input = { organizationId, preset: "operations" as const, roles: { ...toOperations, [key]: "viewer" } };
    expect((await server.call("organization.switchPreset", input, { as: owner })).status).toBe(200);
    const former = await server.call("role.listFormer", { organizationId }, { as: owner });
    expect(former.value?.items).toEqual([{ key, name: "Brand lead" }]);
  });

  test("can make an owner of somebody else as long as one is left, and back again", async () => {
    const { organizationId } = await agency();
    const away = { organizationId, preset: "social" as const, roles: { owner: "member", admin: "admin" } };
    expect((await server.call("organization.switchPreset", away, { as: owner })).status).toBe(200);
    expect((await standing(server, organizationId)).owners).toBe(1);
    const back = { organizationId, preset: "agency" as const, roles: { member: "member", admin: "owner" } };
    const refused = await server.call("organization.switchPreset", back, { as: owner });
    expect(refused.fault).toMatchObject({ refusal: { code: "missingPermission" } });
    expect((await server.call("organization.switchPreset", back, { as: admin })).status).toBe(200);
  });
});

test("an owner may let admins demote admins", async () => {
  const { organizationId } = await agency();
  const on = await server.call("organization.setRules", { organizationId, adminsDemoteAdmins: true }, { as: owner });
  expect(on.value?.adminsDemoteAdmins).toBe(true);
  const again = await server.call("organization.setRules", { organizationId, adminsDemoteAdmins: true }, { as: owner });
  expect(again.fault).toMatchObject({ kind: "invalid" });
});

import { newId } from "#server/storage/ids.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actionsAfter, day, furnishInvitation, furnishTeam } from "../teams.ts";

let server: TestServer;
let owner: Person;
let member: Person;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  member = await server.person("Max Member");
});
afterAll(async () => server.stop());

const pair = async (role = "member", seats: number | null = null) => {
  const seated = [
    { person: owner, role: "owner" },
    { person: member, role },
  ];
  const { organizationId, memberIds } = await furnishTeam(server, "agency", seated, seats);
  return { organizationId, memberId: memberIds[1] ?? "", ownerId: memberIds[0] ?? "" };
};

async function lastEvent(organizationId: string) {
  const log = await server.call("auditEvent.list", { organizationId, limit: 1 }, { as: owner });
  return log.value?.items[0];
}

describe("a role change", () => {
  test("says what was and what is", async () => {
    const { organizationId, memberId } = await pair();
    const changed = await server.call("member.changeRole", { organizationId, memberId, role: "admin" }, { as: owner });
    expect(changed.value).toMatchObject({ id: memberId, role: "admin", status: "active" });
    expect(await lastEvent(organizationId)).toMatchObject({
      action: "member.roleChanged",
      actor: { accountId: owner.accountId },
      target: { type: "member", id: memberId, name: "Max Member" },
      before: { role: "member" },
      after: { role: "admin" },
    });
  });

  test("to the role that they have is a conflict", async () => {
    const { organizationId, memberId } = await pair();
    const same = await server.call("member.changeRole", { organizationId, memberId, role: "member" }, { as: owner });
    expect(same.fault).toMatchObject({ kind: "conflict", code: "sameRole" });
  });

  test("counts owners as it makes and unmakes them", async () => {
    const { organizationId, memberId } = await pair();
    await server.call("member.changeRole", { organizationId, memberId, role: "owner" }, { as: owner });
    const two = await server.call("organization.get", { organizationId }, { as: owner });
    expect(two.value?.owners).toBe(2);
    await server.call("member.changeRole", { organizationId, memberId, role: "member" }, { as: owner });
    const one = await server.call("organization.get", { organizationId }, { as: owner });
    expect(one.value?.owners).toBe(1);
  });

  test("of nobody is not found", async () => {
    const { organizationId } = await pair();
    const input = { organizationId, memberId: newId(), role: "admin" };
    const nobody = await server.call("member.changeRole", input, { as: owner });
    expect(nobody.fault).toMatchObject({ kind: "notFound", what: "member" });
  });
});

describe("a removed member", () => {
  test("comes back with their role, and an open invitation for them is spent", async () => {
    const { organizationId, memberId } = await pair("admin");
    const target = { organizationId, memberId };
    const removed = await server.call("member.remove", target, { as: owner });
    expect(removed.value).toMatchObject({ status: "removed", removedAt: expect.any(String) });
    const again = await server.call("member.remove", target, { as: owner });
    expect(again.fault).toMatchObject({ kind: "forbidden", refusal: { code: "targetNotActive" } });
    const { id } = await furnishInvitation(server, organizationId, { email: member.email, role: "member" });
    const back = await server.call("member.reinstate", target, { as: owner });
    expect(back.value).toMatchObject({ status: "active", role: "admin", removedAt: null });
    const invitation = await server.call("invitation.get", { organizationId, invitationId: id }, { as: owner });
    expect(invitation.value?.status).toBe("accepted");
    const actions = await actionsAfter(server, organizationId, 0);
    expect(actions).toEqual(["member.removed", "member.reinstated", "invitation.accepted"]);
    const twice = await server.call("member.reinstate", target, { as: owner });
    expect(twice.fault).toMatchObject({ kind: "conflict", code: "notRemoved" });
  });

  test("cannot come back after 90 days, nor without a seat", async () => {
    const { organizationId, memberId } = await pair("member", 2);
    await server.call("member.remove", { organizationId, memberId }, { as: owner });
    const setRemoved = (removed_at: Date) =>
      server.services.pools.system
        .updateTable("members")
        .set({ removed_at })
        .where("organization_id", "=", organizationId)
        .where("id", "=", memberId)
        .execute();
    await setRemoved(new Date(Date.now() - 90 * day));
    const late = await server.call("member.reinstate", { organizationId, memberId }, { as: owner });
    expect(late.fault).toMatchObject({ kind: "conflict", code: "reinstatementExpired" });
    await setRemoved(new Date(Date.now() - 89 * day));
    const system = server.services.pools.system.updateTable("organizations").where("id", "=", organizationId);
    await system.set({ seats_limit: 1 }).execute();
    const full = await server.call("member.reinstate", { organizationId, memberId }, { as: owner });
    expect(full.fault).toMatchObject({ kind: "limitReached", limit: "seats" });
  });

  test("is listed among the removed, and gone from the team", async () => {
    const { organizationId, memberId } = await pair();
    await server.call("member.leave", { organizationId }, { as: member });
    const team = await server.call("member.list", { organizationId }, { as: owner });
    const removed = await server.call("member.list", { organizationId, status: "removed" }, { as: owner });
    expect(team.value).toMatchObject({ total: 1, matching: 1 });
    expect(removed.value).toMatchObject({ total: 1, matching: 1, items: [{ id: memberId }] });
    expect((await lastEvent(organizationId))?.action).toBe("member.left");
  });
});

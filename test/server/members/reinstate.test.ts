import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishInvitation, furnishTeam } from "../teams.ts";
import { furnishWorkspaces } from "../workspaces.ts";

let server: TestServer;
let owner: Person;
let admin: Person;
let member: Person;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  admin = await server.person("Adam Admin");
  member = await server.person("Max Member");
});
afterAll(async () => server.stop());

async function removed() {
  const { organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: admin, role: "admin" },
    { person: member, role: "member" },
  ]);
  const workspaces = await furnishWorkspaces(server, organizationId);
  const target = { organizationId, memberId: memberIds[2] ?? "" };
  const access = { scope: "chosen" as const, workspaceIds: [workspaces.active], future: true };
  await server.call("member.setWorkspaceAccess", { ...target, ...access }, { as: owner });
  await server.call("member.remove", target, { as: owner });
  return { target, access };
}

const accessOf = async (target: { organizationId: string; memberId: string }) =>
  (await server.call("member.get", target, { as: owner })).value?.workspaceAccess;

test("the former role and workspaces come back", async () => {
  const { target, access } = await removed();
  expect((await server.call("member.reinstate", target, { as: owner })).value).toMatchObject({ role: "member" });
  expect(await accessOf(target)).toMatchObject(access);
});

test("another role and other workspaces can be given instead", async () => {
  const { target } = await removed();
  const other = { ...target, workspaceAccess: { scope: "none" as const } };
  expect((await server.call("member.reinstate", other, { as: owner })).status).toBe(200);
  expect(await accessOf(target)).toMatchObject({ scope: "none", workspaceIds: [], future: false });
  const again = await removed();
  const raised = await server.call("member.reinstate", { ...again.target, role: "admin" }, { as: owner });
  expect(raised.value).toMatchObject({ role: "admin", status: "active" });
});

test("nobody brings somebody back above their own reach", async () => {
  const { target } = await removed();
  for (const role of ["owner", "admin"]) {
    const refused = await server.call("member.reinstate", { ...target, role }, { as: admin });
    expect(refused.fault).toMatchObject({ kind: "forbidden", refusal: { code: "roleOutOfReach" } });
  }
  const low = await server.call("member.reinstate", { ...target, role: "root" }, { as: owner });
  expect(low.fault).toMatchObject({ refusal: { code: "unknownRole" } });
});

test("who left by themselves comes back by an invitation alone, whatever they were removed for later", async () => {
  const { target } = await removed();
  await server.call("member.reinstate", target, { as: owner });
  expect((await server.call("member.leave", { organizationId: target.organizationId }, { as: member })).status).toBe(
    200,
  );
  const leftOf = async () => {
    const { organizationId } = target;
    const list = await server.call("member.list", { organizationId, status: "removed" }, { as: owner });
    return list.value?.items.map(({ left }) => left);
  };
  expect(await leftOf()).toEqual([true]);
  const refused = { kind: "conflict", code: "leftThemselves" };
  expect((await server.call("member.reinstate", target, { as: owner })).fault).toMatchObject(refused);
  const { organizationId, memberId } = target;
  const change = { operation: "member.reinstate", input: { memberId } } as const;
  const previewed = await server.call("change.preview", { organizationId, change }, { as: owner });
  expect(previewed.value?.verdict).toMatchObject({ allowed: false, fault: refused });
  const log = await server.call("auditEvent.list", { organizationId, limit: 1 }, { as: owner });
  const [left] = log.value?.items ?? [];
  const inverse = await server.call("change.inverse", { organizationId, revision: left?.revision ?? 0 }, { as: owner });
  expect(inverse.value).toMatchObject({ change: null, why: "consent" });
  const { id } = await furnishInvitation(server, organizationId, { email: member.email, role: "member" });
  await server.call("invitation.acceptReceived", { invitationId: id }, { as: member });
  await server.call("member.remove", target, { as: owner });
  expect(await leftOf()).toEqual([false]);
  expect((await server.call("member.reinstate", target, { as: owner })).value).toMatchObject({ status: "active" });
});

import { digestPassword } from "#server/accounts/passwords.ts";
import { goodPassword, lettersTo } from "#test/support/journeys.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { holdClock } from "../heldClock.ts";
import { actionsAfter, furnishInvitation, furnishTeam } from "../teams.ts";

let server: TestServer;
let owner: Person;
let admin: Person;

beforeAll(async () => {
  server = await startTestServer();
  owner = await withPassword("Olivia Owner");
  admin = await withPassword("Adam Admin");
});
afterAll(async () => server.stop());
beforeEach(async () => {
  await server.services.pools.system.deleteFrom("rate_limits").execute();
});

async function withPassword(name: string): Promise<Person> {
  const person = await server.person(name);
  const system = server.services.pools.system.updateTable("accounts").where("id", "=", person.accountId);
  await system.set({ password_digest: await digestPassword(goodPassword) }).execute();
  return person;
}

async function agency(preset: "agency" | "publishing" | "operations" = "agency") {
  const seated = [
    { person: owner, role: "owner" },
    { person: admin, role: preset === "operations" ? "viewer" : "admin" },
  ];
  return (await furnishTeam(server, preset, seated)).organizationId;
}

const remove = (organizationId: string, change: { name?: string; password?: string } = {}, as = owner) =>
  server.call("deletion.request", { organizationId, name: "Northwind", password: goodPassword, ...change }, { as });

test("the impact is counted first, with the days of the hold", async () => {
  const organizationId = await agency();
  await furnishInvitation(server, organizationId, { email: "guest@example.com", role: "member" });
  const impact = await server.call("deletion.preview", { organizationId }, { as: owner });
  expect(impact.value).toEqual({ members: 2, invitations: 1, workspaces: 0, auditEvents: 0, holdDays: 30 });
});

test("a deleted organization is held: it can be read and restored, and nothing else", async () => {
  const organizationId = await agency();
  const held = await remove(organizationId);
  const purgeAt = Date.parse(held.value?.purgeAt ?? "");
  expect(Math.round((purgeAt - Date.now()) / 86_400_000)).toBe(30);
  expect(await lettersTo(server, owner.email)).toMatchObject([{ letter: "organizationDeletion", what: "scheduled" }]);
  expect((await server.call("member.list", { organizationId }, { as: admin })).status).toBe(200);
  const refusals = await Promise.all([
    server.call("organization.update", { organizationId, industry: "Tea" }, { as: owner }),
    server.call("member.leave", { organizationId }, { as: admin }),
    remove(organizationId),
  ]);
  for (const { fault } of refusals) expect(fault).toMatchObject({ kind: "forbidden", refusal: { code: "held" } });
  const byAdmin = await server.call("deletion.restore", { organizationId }, { as: admin });
  expect(byAdmin.fault).toMatchObject({ refusal: { code: "missingPermission", permission: "organization.delete" } });
  const restored = await server.call("deletion.restore", { organizationId }, { as: owner });
  expect(restored.value).toMatchObject({ purgeAt: null });
  expect(await actionsAfter(server, organizationId, 0)).toEqual([
    "organization.deletionScheduled",
    "organization.restored",
  ]);
  expect((await server.call("member.leave", { organizationId }, { as: admin })).status).toBe(200);
  const twice = await server.call("deletion.restore", { organizationId }, { as: owner });
  expect(twice.fault).toMatchObject({ kind: "conflict", code: "notHeld" });
});

test("nobody joins while it is held", async () => {
  const organizationId = await agency();
  const guest = await server.person("Gwen Guest");
  const { id } = await furnishInvitation(server, organizationId, { email: guest.email, role: "member" });
  await remove(organizationId);
  const joined = await server.call("invitation.acceptReceived", { invitationId: id }, { as: guest });
  expect(joined.fault).toMatchObject({ kind: "forbidden", refusal: { code: "held" } });
});

test("a wrong name or password changes nothing, and guessing is limited", async () => {
  holdClock();
  const organizationId = await agency();
  const misnamed = await remove(organizationId, { name: "Southwind" });
  expect(misnamed.fault).toMatchObject({ kind: "invalid", issues: [{ path: "name", code: "nameMismatch" }] });
  const guesses = await Promise.all(Array.from({ length: 10 }, () => remove(organizationId, { password: "wrong" })));
  expect(guesses.map(({ status }) => status)).toEqual(guesses.map(() => 401));
  const right = await remove(organizationId);
  expect(right.fault).toMatchObject({ kind: "limitReached", limit: "rate" });
  expect(await actionsAfter(server, organizationId, 0)).toEqual([]);
  const log = await server.call("me.listSecurityEvents", {}, { as: owner });
  expect(log.value?.items[0]).toMatchObject({
    kind: "session.signInFailed",
    detail: { operation: "deletion.request" },
  });
});

test("a lower role is refused before its password is looked at", async () => {
  const organizationId = await agency();
  const refused = await remove(organizationId, { password: "wrong" }, admin);
  expect(refused.fault).toMatchObject({ refusal: { code: "missingPermission", permission: "organization.delete" } });
});

test("operations cannot be deleted", async () => {
  const refused = await remove(await agency("operations"));
  expect(refused.fault).toMatchObject({ refusal: { code: "turnedOff", what: "organization.delete" } });
});

test("a person's own organization stays while it is their only one", async () => {
  const person = await withPassword("Solo Smith");
  const made = await server.call("organization.create", { name: "Northwind" }, { as: person });
  const organizationId = made.value?.id ?? "";
  const own = server.services.pools.system.updateTable("organizations").where("id", "=", organizationId);
  await own.set({ personal_of: person.accountId }).execute();
  expect((await remove(organizationId, {}, person)).fault).toMatchObject({ code: "ownOrganization" });
  await server.call("organization.create", { name: "Another" }, { as: person });
  expect((await remove(organizationId, {}, person)).status).toBe(200);
});

test("a repeated request is answered once more, not done once more", async () => {
  const organizationId = await agency();
  const input = { organizationId, name: "Northwind", password: goodPassword };
  const headers = { "idempotency-key": `delete-${organizationId}` };
  const replies = [
    await server.call("deletion.request", input, { as: owner, headers }),
    await server.call("deletion.request", input, { as: owner, headers }),
  ];
  expect(replies[1]?.value).toEqual(replies[0]?.value);
  expect(await actionsAfter(server, organizationId, 0)).toEqual(["organization.deletionScheduled"]);
});

test("deleting an organization ends the requests for roles in it", async () => {
  const member = await server.person("Mona Member");
  const { organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: admin, role: "admin" },
    { person: member, role: "member" },
  ]);
  await server.call("approval.request", { organizationId, memberId: memberIds[2] ?? "", role: "admin" }, { as: admin });
  await remove(organizationId);
  expect(await actionsAfter(server, organizationId, 1)).toEqual([
    "organization.deletionScheduled",
    "approval.overtaken",
  ]);
  await server.call("deletion.restore", { organizationId }, { as: owner });
  expect((await server.call("approval.received", {}, { as: owner })).value?.items).toEqual([]);
});

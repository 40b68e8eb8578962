import { newId } from "#server/storage/ids.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionsAfter, furnishInvitation, furnishTeam } from "../teams.ts";

/** Case 11: an id of another tenant is readable or changed; the action is checked, the target's scope is not. */
let server: TestServer;
let here: Person;
let there: Person;
let mine: string;
let theirs: string;
let theirMember: string;
let theirInvitation: string;

beforeAll(async () => {
  server = await startTestServer();
  here = await server.person("Hana Here");
  there = await server.person("Theo There");
  const victim = await server.person("Vera Victim");
  mine = (await furnishTeam(server, "agency", [{ person: here, role: "owner" }])).organizationId;
  const team = [
    { person: there, role: "owner" },
    { person: victim, role: "member" },
  ];
  const other = await furnishTeam(server, "agency", team);
  theirs = other.organizationId;
  theirMember = other.memberIds[1] ?? "";
  theirInvitation = (await furnishInvitation(server, theirs, { email: "guest@example.com", role: "member" })).id;
});
afterAll(async () => server.stop());

test("another organization's members and invitations are unknown under one's own", async () => {
  const member = { organizationId: mine, memberId: theirMember };
  const invitation = { organizationId: mine, invitationId: theirInvitation };
  const as = { as: here };
  const replies = await Promise.all([
    server.call("member.get", member, as),
    server.call("member.changeRole", { ...member, role: "admin" }, as),
    server.call("member.remove", member, as),
    server.call("member.reinstate", member, as),
    server.call("member.deactivate", member, as),
    server.call("member.reactivate", member, as),
    server.call("invitation.get", invitation, as),
    server.call("invitation.resend", invitation, as),
    server.call("invitation.extend", invitation, as),
    server.call("invitation.revoke", invitation, as),
    server.call("invitation.reinstate", invitation, as),
  ]);
  expect(replies.map(({ status }) => status)).toEqual(replies.map(() => 404));
  expect(await actionsAfter(server, theirs, 0)).toEqual([]);
});

test("asking what somebody elsewhere may do tells no more than asking about nobody", async () => {
  const questions = [theirMember, newId()].map((memberId) => ({ memberId, permission: "billing.view" as const }));
  const reply = await server.call("permission.checkMany", { organizationId: mine, questions }, { as: here });
  const refusal = { allowed: false, refusal: { code: "notMember" } };
  expect(reply.value?.answers).toMatchObject([refusal, refusal]);
});

test("an invitation to somebody else is not in one's inbox, whatever id is named", async () => {
  const accepted = await server.call("invitation.acceptReceived", { invitationId: theirInvitation }, { as: here });
  const declined = await server.call("invitation.declineReceived", { invitationId: theirInvitation }, { as: here });
  expect([accepted.status, declined.status]).toEqual([404, 404]);
});

test("a position in another organization's list is not one in this", async () => {
  for (let index = 0; index < 3; index += 1) {
    await server.call("organization.create", { name: `Number ${index}` }, { as: there });
  }
  const page = await server.call("member.list", { organizationId: theirs, limit: 1 }, { as: there });
  const cursor = page.value?.next ?? "";
  const foreign = await server.call("member.list", { organizationId: mine, limit: 1, cursor }, { as: here });
  expect(foreign.fault).toMatchObject({ kind: "invalid", issues: [{ path: "cursor" }] });
});

test("shared organizations name none whose members the person who asks may not see", async () => {
  const asking = await server.person("Vera Viewer");
  const other = await server.person("Otto Other");
  const owner = await server.person("Olga Owner");
  // Viewers of the operations preset may not see who else is there (requirements/002).
  await furnishTeam(server, "operations", [
    { person: owner, role: "owner" },
    { person: asking, role: "viewer" },
    { person: other, role: "viewer" },
  ]);
  const { organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: asking, role: "owner" },
    { person: other, role: "member" },
  ]);
  const reply = await server.call("member.get", { organizationId, memberId: memberIds[1] ?? "" }, { as: asking });
  expect(reply.value?.shared.map(({ id }) => id)).toEqual([organizationId]);
});

test("shared organizations name none that the person who asks is not in", async () => {
  const friend = await server.person("Fred Friend");
  const seats = [
    { person: here, role: "owner" },
    { person: friend, role: "member" },
  ];
  const shared = await furnishTeam(server, "agency", seats);
  await furnishTeam(server, "social", [
    { person: friend, role: "admin" },
    { person: there, role: "member" },
  ]);
  const input = { organizationId: shared.organizationId, memberId: shared.memberIds[1] ?? "" };
  const reply = await server.call("member.get", input, { as: here });
  expect(reply.value?.shared.map(({ id }) => id)).toEqual([shared.organizationId]);
});

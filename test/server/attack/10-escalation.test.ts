import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionsAfter, furnishInvitation, furnishTeam } from "../teams.ts";

/** Case 10: a member promotes itself; an import carries a role above the importer's; any role is attached. */
let server: TestServer;
let owner: Person;
let admin: Person;
let member: Person;
let organizationId: string;
let ids: readonly string[];

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  admin = await server.person("Adam Admin");
  member = await server.person("Max Member");
  const team = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: admin, role: "admin" },
    { person: member, role: "member" },
  ]);
  organizationId = team.organizationId;
  ids = team.memberIds;
});
afterAll(async () => server.stop());

const refused = (code: string) => ({ kind: "forbidden", refusal: { code } });

async function give(as: Person, memberId: string | undefined, role: string) {
  const reply = await server.call("member.changeRole", { organizationId, memberId: memberId ?? "", role }, { as });
  return reply.fault;
}

test("nobody raises their own role", async () => {
  expect(await give(member, ids[2], "owner")).toMatchObject(refused("missingPermission"));
  expect(await give(admin, ids[1], "owner")).toMatchObject(refused("ownRole"));
});

test("nobody gives a role above their reach, nor one that does not exist", async () => {
  expect(await give(admin, ids[2], "owner")).toMatchObject(refused("roleOutOfReach"));
  expect(await give(admin, ids[2], "admin")).toMatchObject(refused("needsApproval"));
  expect(await give(owner, ids[2], "root")).toMatchObject(refused("unknownRole"));
  expect(await give(owner, ids[2], "__proto__")).toMatchObject(refused("unknownRole"));
});

test("a list of invitations carries no role above the inviter's", async () => {
  for (const role of ["owner", "admin"]) {
    const input = { organizationId, emails: ["one@example.com", "two@example.com"], role };
    const sent = await server.call("invitation.send", input, { as: admin });
    expect(sent.fault).toMatchObject(refused("roleOutOfReach"));
  }
});

test("an invitation above one's reach cannot be kept alive or brought back either", async () => {
  const high = await furnishInvitation(server, organizationId, { email: "high@example.com", role: "owner" });
  const gone = { email: "gone@example.com", role: "owner", status: "revoked" as const };
  const revoked = await furnishInvitation(server, organizationId, gone);
  const replies = await Promise.all([
    server.call("invitation.resend", { organizationId, invitationId: high.id }, { as: admin }),
    server.call("invitation.extend", { organizationId, invitationId: high.id }, { as: admin }),
    server.call("invitation.reinstate", { organizationId, invitationId: revoked.id }, { as: admin }),
  ]);
  expect(replies.map(({ fault }) => fault)).toMatchObject([1, 2, 3].map(() => refused("roleOutOfReach")));
});

test("a removed owner is not brought back by an admin", async () => {
  const former = await server.person("Fay Former");
  const team = [
    { person: owner, role: "owner" },
    { person: admin, role: "admin" },
    { person: former, role: "owner", status: "removed" as const },
  ];
  const other = await furnishTeam(server, "agency", team);
  const input = { organizationId: other.organizationId, memberId: other.memberIds[2] ?? "" };
  const reply = await server.call("member.reinstate", input, { as: admin });
  expect(reply.fault).toMatchObject(refused("roleOutOfReach"));
});

test("none of it left a trace in the organization's log, all of it in the security log", async () => {
  expect(await actionsAfter(server, organizationId, 0)).toEqual([]);
  const log = await server.call("organization.listSecurityEvents", { organizationId }, { as: owner });
  expect(log.value?.items.length).toBeGreaterThanOrEqual(8);
  expect(new Set(log.value?.items.map(({ kind }) => kind))).toEqual(new Set(["command.refused"]));
});

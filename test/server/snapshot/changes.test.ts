import type { Person, TestServer } from "#test/support/server.ts";
import { startTestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { furnishTeam, type FurnishedTeam } from "../teams.ts";
import { furnishWorkspaces } from "../workspaces.ts";
import { fill } from "./frames.ts";

let server: TestServer;
let owner: Person;
let admin: Person;
let member: Person;
let team: FurnishedTeam;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  admin = await server.person("Adam Admin");
  member = await server.person("Mila Member");
});
afterAll(async () => server.stop());

beforeEach(async () => {
  team = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: admin, role: "admin" },
    { person: member, role: "member" },
  ]);
  await furnishWorkspaces(server, team.organizationId);
});

/** Where a person's snapshot stands, and the question what changed since. */
async function follow(person: Person) {
  const { organizationId } = team;
  const { facts } = await fill(server, { organizationId }, person);
  let { revision: since, mark } = facts;
  return async () => {
    const reply = await server.call("organization.changes", { organizationId, since, mark }, { as: person });
    const { value } = reply;
    if (value?.changes) ({ revision: since, mark } = value.changes.facts);
    return value;
  };
}

test("rows that changed come once, with the events and the organization", async () => {
  const { organizationId, memberIds } = team;
  const next = await follow(owner);
  await server.call("invitation.send", { organizationId, emails: ["a@example.com"], role: "member" }, { as: owner });
  await server.call(
    "member.changeRole",
    { organizationId, memberId: memberIds[2] ?? "", role: "admin" },
    { as: owner },
  );
  const first = await next();
  expect(first).toMatchObject({
    revision: 2,
    reset: null,
    changes: {
      facts: { revision: 2, organization: { pendingInvitations: 1 } },
      members: [{ id: memberIds[2], role: "admin" }],
      invitations: [{ email: "a@example.com", status: "pending" }],
      events: [{ action: "invitation.sent" }, { action: "member.roleChanged" }],
    },
  });
  expect(first?.changes?.workspaces).toHaveLength(3);
  const second = await next();
  expect(second?.changes).toMatchObject({ workspaces: null, members: [], invitations: [], events: [] });
});

test("a person's new name comes although it leaves no event", async () => {
  const next = await follow(owner);
  await server.call("me.update", { name: "Mila Miller" }, { as: member });
  expect((await next())?.changes).toMatchObject({ members: [{ name: "Mila Miller" }], events: [] });
});

test("what a transaction changes that is still open comes with its commit, and nothing before is lost", async () => {
  const { organizationId, memberIds } = team;
  const next = await follow(owner);
  const open = await server.services.pools.systemPool.connect();
  await open.query("begin");
  await open.query("update members set name = 'Late Larry' where id = $1", [memberIds[2]]);
  await server.call("organization.update", { organizationId, industry: "Tea" }, { as: owner });
  expect((await next())?.changes?.members).toEqual([]);
  await open.query("commit");
  open.release();
  expect((await next())?.changes?.members).toMatchObject([{ name: "Late Larry" }]);
});

test("another role or rule of one's own asks for a fill, and so does a mark of elsewhere", async () => {
  const { organizationId, memberIds } = team;
  const nextMember = await follow(member);
  const nextAdmin = await follow(admin);
  const rule = { organizationId, memberId: memberIds[2] ?? "", scope: "none" } as const;
  await server.call("member.setWorkspaceAccess", rule, { as: owner });
  expect(await nextMember()).toMatchObject({ reset: "sight", changes: null });
  await server.call(
    "member.changeRole",
    { organizationId, memberId: memberIds[1] ?? "", role: "member" },
    { as: owner },
  );
  expect(await nextAdmin()).toMatchObject({ reset: "sight", changes: null });
  const elsewhere = await server.call(
    "organization.changes",
    { organizationId, since: 0, mark: "elsewhere" },
    { as: owner },
  );
  expect(elsewhere.value).toMatchObject({ reset: "size", changes: null });
  const { facts } = await fill(server, { organizationId }, owner);
  const ahead = { organizationId, since: 99, mark: facts.mark };
  expect((await server.call("organization.changes", ahead, { as: owner })).value).toMatchObject({ reset: "size" });
});

test("a role of one's own that holds less from now on asks for a fill, for what it no longer shows", async () => {
  const { organizationId, memberIds } = team;
  const made = await server.call(
    "role.create",
    { organizationId, name: "Keeper", rank: 15, permissions: ["member.view", "member.changeRole"] },
    { as: owner },
  );
  const role = made.value?.key ?? "";
  await server.call("member.changeRole", { organizationId, memberId: memberIds[1] ?? "", role }, { as: owner });
  const about = { organizationId, memberId: memberIds[2] ?? "" };
  await server.call("member.updateNotes", { ...about, text: "On probation", revision: 0 }, { as: owner });
  const { facts, members } = await fill(server, { organizationId }, admin);
  expect(members.find(({ id }) => id === about.memberId)?.details?.notes).toMatchObject({ text: "On probation" });
  await server.call("role.update", { organizationId, role, permissions: ["member.view"] }, { as: owner });
  const asked = { organizationId, since: facts.revision, mark: facts.mark };
  expect((await server.call("organization.changes", asked, { as: admin })).value).toMatchObject({ reset: "sight" });
});

test("a deleted workspace is missing among those that are sent", async () => {
  const { organizationId } = team;
  const next = await follow(owner);
  const list = await server.call("workspace.list", { organizationId }, { as: owner });
  const workspaceId = list.value?.items[0]?.id ?? "";
  await server.call("workspace.delete", { organizationId, workspaceId }, { as: owner });
  const workspaces = (await next())?.changes?.workspaces;
  expect(workspaces).toHaveLength(2);
  expect(workspaces?.map(({ id }) => id)).not.toContain(workspaceId);
});

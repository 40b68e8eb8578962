import { Member } from "#contract/entities/member.ts";
import { Workspace } from "#contract/entities/workspace.ts";
import { workspaceStatuses } from "#domain/workspaces.ts";
import { requestOf, startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { furnishInvitation, furnishTeam, type FurnishedTeam } from "../teams.ts";
import { furnishWorkspaces } from "../workspaces.ts";
import { fill, framesOf } from "./frames.ts";

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
  const { organizationId } = team;
  await furnishWorkspaces(server, organizationId);
  await furnishInvitation(server, organizationId, { email: "guest@example.com", role: "member" });
  await server.call("organization.update", { organizationId, industry: "Tea" }, { as: owner });
});

test("a fill holds what the lists answer, as of one revision", async () => {
  const { organizationId } = team;
  const filled = await fill(server, { organizationId }, owner);
  const as = { as: owner };
  const [organization, members, invitations, workspaces, events, matrix] = await Promise.all([
    server.call("organization.get", { organizationId }, as),
    server.call("member.list", { organizationId, limit: 200 }, as),
    server.call("invitation.list", { organizationId, status: [] }, as),
    server.call("workspace.list", { organizationId, status: [...workspaceStatuses] }, as),
    server.call("auditEvent.list", { organizationId }, as),
    server.call("permission.matrix", { organizationId }, as),
  ]);
  expect(filled.facts).toMatchObject({ organization: organization.value, matrix: matrix.value, revision: 1 });
  // Presence is written beside the requests.
  const still = (rows: readonly Member[] = []) =>
    rows.map((row) => Member.parse({ ...row, lastSeenAt: null })).sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(still(filled.members)).toEqual(still(members.value?.items));
  // Whether an invitation's sender still stands for it follows from the facts.
  const sent = (invitations.value?.items ?? []).map(({ inviterMayNot: _judged, ...row }) => row);
  expect(filled.invitations).toMatchObject(sent);
  expect(new Set(filled.workspaces.map((row) => Workspace.parse(row)))).toEqual(new Set(workspaces.value?.items));
  expect(filled.events).toEqual(events.value?.items);
  expect(filled.end).toEqual({
    type: "end",
    revision: 1,
    counts: { members: 3, invitations: 1, workspaces: 3, events: 1 },
  });
});

test.each(["owner", "admin", "member"] as const)("somebody with the role %s gets what they may see", async (role) => {
  const { organizationId, policy } = team;
  const person = { owner, admin, member }[role];
  const filled = await fill(server, { organizationId }, person);
  const may = (permission: "member.view" | "member.invite" | "audit.view") =>
    policy.granted.get(role)?.has(permission) === true;
  const expected = { members: may("member.view"), invitations: may("member.invite"), audit: may("audit.view") };
  expect(filled.facts.sees).toEqual(expected);
  expect(filled.members.length > 0).toBe(expected.members);
  expect(filled.invitations.length > 0).toBe(expected.invitations);
  expect(filled.facts.senders.length > 0).toBe(expected.invitations);
  expect(filled.events.length > 0).toBe(expected.audit);
  const list = await server.call("workspace.list", { organizationId, status: [...workspaceStatuses] }, { as: person });
  expect(filled.workspaces.map(({ id }) => id).sort()).toEqual(list.value?.items.map(({ id }) => id).sort());
});

test("the window of events is bounded by number and by age", async () => {
  const { organizationId } = team;
  for (const industry of ["Coffee", "Cocoa", "Mate"]) {
    await server.call("organization.update", { organizationId, industry }, { as: owner });
  }
  const last = await fill(server, { organizationId, events: 2 }, owner);
  expect(last.events.map(({ revision }) => revision)).toEqual([3, 4]);
  const none = await fill(server, { organizationId, events: 0 }, owner);
  expect(none.events).toEqual([]);
});

test("another's organization does not exist, nor does one that was left", async () => {
  const { organizationId, memberIds } = team;
  const stranger = await server.person("Sam Stranger");
  const asked = requestOf("snapshot.fill", { organizationId });
  const ask = async (person: Person) =>
    (await server.app.inject({ ...asked, headers: { authorization: `Bearer ${person.token}` } })).statusCode;
  expect(await ask(stranger)).toBe(404);
  await server.call("member.remove", { organizationId, memberId: memberIds[2] ?? "" }, { as: owner });
  expect(await ask(member)).toBe(404);
  expect((await server.call("organization.changes", { organizationId, since: 0 }, { as: member })).status).toBe(404);
});

test("a fill goes on behind any of its rows, and nowhere else", async () => {
  const { organizationId } = team;
  const whole = await fill(server, { organizationId }, owner);
  const rows = (["workspaces", "members", "invitations", "events"] as const).flatMap((kind) =>
    whole[kind].map((row) => `${kind}:${"revision" in row && kind === "events" ? row.revision : row.id}`),
  );
  expect(rows.length).toBeGreaterThan(7);
  for (const [index, after] of rows.entries()) {
    const left = await fill(server, { organizationId, after }, owner);
    const place = (kind: string, row: { id: string; revision?: number }) =>
      `${kind}:${kind === "events" ? row.revision : row.id}`;
    const got = (["workspaces", "members", "invitations", "events"] as const).flatMap((kind) =>
      left[kind].map((row) => place(kind, row)),
    );
    expect({ after, got }).toEqual({ after, got: rows.slice(index + 1) });
    expect(Object.values(left.end.counts).reduce((sum, count) => sum + count, 0)).toBe(rows.length - index - 1);
  }
  for (const after of ["", "members:", "roster:1", `members:${organizationId}:1`, "events:-1", "events:1e9"]) {
    await expect(framesOf(server, { organizationId, after }, owner)).rejects.toThrow("400");
  }
});

test("a person fills few organizations at a time, and their places come free again", async () => {
  const { organizationId } = team;
  const asked = {
    ...requestOf("snapshot.fill", { organizationId }),
    headers: { authorization: `Bearer ${owner.token}` },
  };
  const statuses = (await Promise.all(Array.from({ length: 30 }, () => server.app.inject(asked)))).map(
    ({ statusCode }) => statusCode,
  );
  expect(new Set(statuses)).toEqual(new Set([200, 429]));
  expect(await framesOf(server, { organizationId }, owner)).not.toHaveLength(0);
});

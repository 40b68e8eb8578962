import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionsAfter, furnishTeam } from "../teams.ts";
import { furnishWorkspaces } from "../workspaces.ts";

let server: TestServer;
let owner: Person;
let admin: Person;
let member: Person;
let organizationId: string;
let memberIds: readonly string[];

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  admin = await server.person("Ada Admin");
  member = await server.person("Mia Member");
  ({ organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: admin, role: "admin" },
    { person: member, role: "member" },
  ]));
  await furnishWorkspaces(server, organizationId);
});
afterAll(async () => server.stop());

const preview = (as: Person, operation: string, input: Record<string, unknown> = {}) =>
  server.call("change.preview", { organizationId, change: { operation, input: input as never } }, { as });

test("a promotion is told as what it gives", async () => {
  const { value } = await preview(owner, "member.changeRole", { memberId: memberIds[2], role: "admin" });
  expect(value).toMatchObject({
    revision: 0,
    verdict: { allowed: true },
    transitions: [{ from: "member", to: "admin", statusFrom: "active", statusTo: "active", people: 1, lost: [] }],
    peopleTotal: 1,
    people: [{ name: "Mia Member", before: { role: "member" }, after: { role: "admin" }, sessions: 0 }],
    seats: { limit: null, before: { used: 3, pending: 0 }, after: { used: 3, pending: 0 } },
    administrators: { before: 1, afterTotal: 1, after: [{ memberId: memberIds[0], name: "Olivia Owner" }] },
    events: ["member.roleChanged"],
  });
  expect(value?.people[0]?.gained).toContain("member.invite");
  expect(value?.people[0]?.workspacesGainedTotal).toBe(2);
});

test("a removal ends access, sessions and a seat", async () => {
  const { value } = await preview(admin, "member.remove", { memberId: memberIds[2] });
  expect(value).toMatchObject({
    verdict: { allowed: true },
    people: [{ after: { status: "removed" }, workspacesLostTotal: 1, sessions: 1 }],
    seats: { before: { used: 3 }, after: { used: 2 } },
    events: ["member.removed"],
  });
});

test("the start of a transfer tells what its acceptance does, and the start itself only offers", async () => {
  const input = { toMemberId: memberIds[2], formerOwner: "stays" };
  const { value } = await preview(owner, "ownership.startTransfer", input);
  expect(value).toMatchObject({
    verdict: { allowed: true },
    peopleTotal: 2,
    people: [
      { name: "Mia Member", before: { role: "member" }, after: { role: "owner" } },
      { name: "Olivia Owner", before: { role: "owner" }, after: { role: "admin" } },
    ],
    administrators: { before: 1, afterTotal: 1, after: [{ name: "Mia Member" }] },
  });
  const { value: leaving } = await preview(owner, "ownership.startTransfer", { ...input, formerOwner: "leaves" });
  expect(leaving?.people).toMatchObject([{ name: "Mia Member" }, { after: { status: "removed" }, sessions: 1 }]);

  const started = await server.call(
    "ownership.startTransfer",
    { organizationId, toMemberId: memberIds[2] ?? "", formerOwner: "stays" },
    { as: owner, headers: { "if-match": value?.basis ?? "" } },
  );
  expect(started.status).toBe(200);
  const { value: mine } = await server.call("organization.get", { organizationId }, { as: member });
  expect(mine?.me.role).toBe("member");
  const accepting = { organizationId, transferId: started.value?.id ?? "" };
  expect((await server.call("ownership.acceptTransfer", accepting, { as: member })).status).toBe(200);
  expect(value?.events).toEqual(await actionsAfter(server, organizationId, value?.revision ?? 0));
  const { value: taken } = await server.call("organization.get", { organizationId }, { as: member });
  expect(taken?.me.role).toBe("owner");
});

import { digestPassword } from "#server/accounts/passwords.ts";
import { goodPassword } from "#test/support/journeys.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { actionsAfter, furnishTeam } from "../teams.ts";
import { furnishWorkspaces } from "../workspaces.ts";
import { previewOf } from "./previews.ts";

let server: TestServer;
let owner: Person;
let admin: Person;
let member: Person;
let organizationId: string;
let memberIds: readonly string[];

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  const account = server.services.pools.system.updateTable("accounts").where("id", "=", owner.accountId);
  await account.set({ password_digest: await digestPassword(goodPassword) }).execute();
  admin = await server.person("Ada Admin");
  member = await server.person("Mia Member");
});
afterAll(async () => server.stop());

beforeEach(async () => {
  ({ organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: admin, role: "admin" },
    { person: member, role: "member", status: "deactivated" },
  ]));
  await furnishWorkspaces(server, organizationId);
  const invitation = { organizationId, emails: ["new@example.com"], role: "member" };
  await server.call("invitation.send", invitation, { as: owner });
});

const asks = async () => previewOf(server, owner, organizationId, "deletion.request");
const remove = async (basis: string | undefined) =>
  server.call(
    "deletion.request",
    { organizationId, name: "Northwind", password: goodPassword },
    { as: owner, headers: { "if-match": `"${basis ?? ""}"` } },
  );

test("a deletion tells what its purge does, without the proof, and changes nothing", async () => {
  const { value } = await asks();
  expect(value).toMatchObject({
    verdict: { allowed: true },
    peopleTotal: 2,
    people: [
      { name: "Ada Admin", before: { role: "admin" }, after: null, workspacesLostTotal: 3, sessions: 1 },
      { name: "Olivia Owner", before: { role: "owner" }, after: null, sessions: 1 },
    ],
    sessions: 2,
    seats: { before: { used: 2, pending: 1 }, after: { used: 0, pending: 0 } },
    administrators: { before: 1, after: [], afterTotal: 0 },
    invitations: { ended: 1 },
    events: ["organization.deletionScheduled"],
  });
  expect(value?.transitions.map(({ from, statusTo, people }) => [from, statusTo, people]).sort()).toEqual([
    ["admin", null, 1],
    ["owner", null, 1],
  ]);
  expect(await actionsAfter(server, organizationId, value?.revision ?? 0)).toEqual([]);
});

test("of a large team the first are named and all are counted", async () => {
  const colleague = async (index: number) => ({ person: await server.person(`Colleague ${index}`), role: "member" });
  const seats = await Promise.all(Array.from({ length: 120 }, (_, index) => colleague(index)));
  ({ organizationId } = await furnishTeam(server, "agency", [{ person: owner, role: "owner" }, ...seats]));
  const { value } = await asks();
  expect(value).toMatchObject({
    peopleTotal: 121,
    sessions: 121,
    seats: { before: { used: 121 }, after: { used: 0 } },
  });
  expect(value?.people).toHaveLength(50);
  expect(value?.people.every(({ sessions, lost }) => sessions === 1 && lost.length > 0)).toBe(true);
  expect(value?.transitions.map(({ from, people }) => [from, people]).sort()).toEqual([
    ["member", 120],
    ["owner", 1],
  ]);
});

test("somebody who came meanwhile is part of what was agreed to", async () => {
  const { value } = await asks();
  const back = { organizationId, memberId: memberIds[2] ?? "" };
  expect((await server.call("member.reactivate", back, { as: owner })).status).toBe(200);
  expect((await remove(value?.basis)).fault).toMatchObject({ kind: "conflict", code: "stateMoved" });
  expect((await remove((await asks()).value?.basis)).status).toBe(200);
});

test("whoever may not delete is told so by the preview, and the way back is previewed while it is held", async () => {
  const { value: refused } = await previewOf(server, admin, organizationId, "deletion.request");
  expect(refused).toMatchObject({ verdict: { allowed: false, fault: { kind: "forbidden" } }, people: [] });
  expect((await remove((await asks()).value?.basis)).status).toBe(200);
  const { value: back } = await previewOf(server, owner, organizationId, "deletion.restore");
  expect(back).toMatchObject({ verdict: { allowed: true }, events: ["organization.restored"] });
  const headers = { "if-match": `"${back?.basis ?? ""}"` };
  expect((await server.call("deletion.restore", { organizationId }, { as: owner, headers })).status).toBe(200);
});

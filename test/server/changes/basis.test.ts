import type { Given } from "#contract/operations.ts";
import { newId } from "#server/storage/ids.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { actionsAfter, furnishTeam } from "../teams.ts";
import { previewOf } from "./previews.ts";

let server: TestServer;
let people: { owner: Person; admin: Person; member: Person; other: Person };
let organizationId: string;
let memberIds: readonly string[];

beforeAll(async () => {
  server = await startTestServer();
  people = {
    owner: await server.person("Olivia Owner"),
    admin: await server.person("Ada Admin"),
    member: await server.person("Mia Member"),
    other: await server.person("Otto Other"),
  };
});
afterAll(async () => server.stop());

beforeEach(async () => {
  const { owner, admin, member, other } = people;
  ({ organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: admin, role: "admin" },
    { person: member, role: "member" },
    { person: other, role: "member" },
  ]));
});

const idOf = (index: number): string => memberIds[index] ?? "";

async function basisOfRemoval(): Promise<string> {
  const { value } = await previewOf(server, people.owner, organizationId, "member.remove", { memberId: idOf(2) });
  return value?.basis ?? "";
}

const remove = (basis: string, headers: Record<string, string> = {}) =>
  server.call(
    "member.remove",
    { organizationId, memberId: idOf(2) },
    { as: people.owner, headers: { "if-match": `"${basis}"`, ...headers } },
  );

const changeRole = (input: Omit<Given<"member.changeRole">, "organizationId">) =>
  server.call("member.changeRole", { organizationId, ...input }, { as: people.owner });

test("what was agreed to is done", async () => {
  expect(await remove(await basisOfRemoval())).toMatchObject({ status: 200, value: { status: "removed" } });
});

test("another state than the one agreed to is refused and changes nothing", async () => {
  const basis = await basisOfRemoval();
  await changeRole({ memberId: idOf(2), role: "admin" });
  const reply = await remove(basis);
  expect(reply).toMatchObject({ status: 409, fault: { kind: "conflict", code: "stateMoved" } });
  expect(await actionsAfter(server, organizationId, 0)).toEqual(["member.roleChanged"]);
  expect(await remove(await basisOfRemoval())).toMatchObject({ status: 200 });
});

test("who is in charge afterwards is part of what was agreed to", async () => {
  const basis = await basisOfRemoval();
  await changeRole({ memberId: idOf(1), role: "owner" });
  expect((await remove(basis)).fault).toMatchObject({ code: "stateMoved" });
});

test("an unrelated change stands in nobody's way", async () => {
  const basis = await basisOfRemoval();
  await changeRole({ memberId: idOf(3), role: "admin" });
  const invitation = { organizationId, emails: ["new@example.com"], role: "member" };
  expect((await server.call("invitation.send", invitation, { as: people.owner })).status).toBe(200);
  expect((await remove(basis)).status).toBe(200);
});

test("authority that went meanwhile is refused as such", async () => {
  const { value } = await previewOf(server, people.admin, organizationId, "member.remove", { memberId: idOf(2) });
  await changeRole({ memberId: idOf(1), role: "member" });
  const headers = { "if-match": `"${value?.basis ?? ""}"` };
  const reply = await server.call(
    "member.remove",
    { organizationId, memberId: idOf(2) },
    { as: people.admin, headers },
  );
  expect(reply.fault).toMatchObject({ kind: "forbidden", refusal: { code: "missingPermission" } });
});

test("a retry under the same key gets the first answer, though the state has moved by it", async () => {
  const basis = await basisOfRemoval();
  const headers = { "idempotency-key": newId() };
  const first = await remove(basis, headers);
  expect(await remove(basis, headers)).toEqual(first);
  expect((await remove(basis)).fault).toMatchObject({ kind: "forbidden" });
});

test.each(["", "x", "*", 'W/"1"', "0".repeat(63), "0".repeat(5000)])("%j is no basis", async (basis) => {
  const reply = await server.call(
    "member.remove",
    { organizationId, memberId: idOf(2) },
    { as: people.owner, headers: { "if-match": basis === "" ? '""' : basis } },
  );
  expect(reply.fault).toMatchObject({ kind: "invalid", issues: [{ path: "If-Match" }] });
  expect(await actionsAfter(server, organizationId, 0)).toEqual([]);
});

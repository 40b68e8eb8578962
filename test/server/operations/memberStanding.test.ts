import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionsAfter, furnishTeam, seenNow, standing } from "../teams.ts";

let server: TestServer;
let owner: Person;
let member: Person;
let guest: Person;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  member = await server.person("Max Member");
  guest = await server.person("Gwen Guest");
});
afterAll(async () => server.stop());

async function pair(seats: number | null = null) {
  const seated = [
    { person: owner, role: "owner" },
    { person: member, role: "admin" },
  ];
  const { organizationId, memberIds } = await furnishTeam(server, "agency", seated, seats);
  return { organizationId, memberId: memberIds[1] ?? "" };
}

test("a deactivated member loses access with the next request, keeps their place, and gets both back", async () => {
  const target = await pair();
  const { organizationId } = target;
  const gone = await server.call("member.deactivate", target, { as: owner });
  expect(gone.value).toMatchObject({ status: "deactivated", role: "admin", removedAt: null });
  const next = await server.call("organization.get", { organizationId }, { as: member });
  expect(next).toMatchObject({ status: 403, fault: { refusal: { code: "deactivated" } } });
  const mine = await server.call("organization.list", {}, { as: member });
  expect(mine.value?.items.some(({ id }) => id === organizationId)).toBe(false);
  const listed = await server.call("member.list", { organizationId, status: "deactivated" }, { as: owner });
  expect(listed.value).toMatchObject({ total: 1, items: [{ id: target.memberId }] });
  const back = await server.call("member.reactivate", target, { as: owner });
  expect(back.value).toMatchObject({ status: "active", role: "admin" });
  expect(await actionsAfter(server, organizationId, 0)).toEqual(["member.deactivated", "member.reactivated"]);
  const twice = await server.call("member.reactivate", target, { as: owner });
  expect(twice.fault).toMatchObject({ kind: "conflict", code: "notDeactivated" });
});

test("the freed seat goes to who waits for one; then there is none to come back to", async () => {
  const target = await pair(2);
  const { organizationId } = target;
  const sent = await server.call(
    "invitation.send",
    { organizationId, emails: [guest.email], role: "member" },
    { as: owner },
  );
  const outcome = sent.value?.outcomes[0];
  const invitationId = outcome?.result === "sent" ? outcome.invitation.id : "";
  const waiting = await server.call("invitation.acceptReceived", { invitationId }, { as: guest });
  expect(waiting.value).toMatchObject({ waitingForSeat: true });
  await server.call("member.deactivate", target, { as: owner });
  expect(await standing(server, organizationId)).toMatchObject({ active_members: 2 });
  const full = await server.call("member.reactivate", target, { as: owner });
  expect(full.fault).toMatchObject({ kind: "limitReached", limit: "seats" });
});

test("the last owner cannot be deactivated, not even by themselves", async () => {
  const { organizationId, memberIds } = await furnishTeam(server, "agency", [{ person: owner, role: "owner" }]);
  const input = { organizationId, memberId: memberIds[0] ?? "" };
  const refused = await server.call("member.deactivate", input, { as: owner });
  expect(refused.fault).toMatchObject({ kind: "forbidden", refusal: { code: "lastOwner" } });
});

test("whoever was deactivated when they were removed comes back deactivated, without a seat", async () => {
  const target = await pair(2);
  await server.call("member.deactivate", target, { as: owner });
  await server.call("member.remove", target, { as: owner });
  const system = server.services.pools.system.updateTable("organizations").where("id", "=", target.organizationId);
  await system.set({ seats_limit: 1 }).execute();
  const back = await server.call("member.reinstate", target, { as: owner });
  expect(back.value).toMatchObject({ status: "deactivated", role: "admin" });
  const next = await server.call("organization.get", { organizationId: target.organizationId }, { as: member });
  expect(next).toMatchObject({ status: 403, fault: { refusal: { code: "deactivated" } } });
});

test("a person's default organization cannot be taken from them, nor left", async () => {
  const founder = await server.person("Fay Founder");
  const { organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: founder, role: "owner" },
    { person: owner, role: "owner" },
  ]);
  const { system } = server.services.pools;
  const own = system.updateTable("organizations").where("id", "=", organizationId);
  await own.set({ personal_of: founder.accountId }).execute();
  const target = { organizationId, memberId: memberIds[0] ?? "" };
  const refused = { status: 409, fault: { kind: "conflict", code: "ownOrganization" } };
  expect(await server.call("member.remove", target, { as: owner })).toMatchObject(refused);
  expect(await server.call("member.deactivate", target, { as: owner })).toMatchObject(refused);
  expect(await server.call("member.leave", { organizationId }, { as: founder })).toMatchObject(refused);
  await seenNow(server, organizationId);
  expect((await server.call("member.leave", { organizationId }, { as: owner })).status).toBe(200);
});

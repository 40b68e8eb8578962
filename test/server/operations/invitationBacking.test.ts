import { personOf, signUp } from "#test/support/journeys.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionsAfter, furnishTeam, mailedToken, seenNow } from "../teams.ts";

/** An invitation gives what whoever sent it could still give when it is accepted. */
let server: TestServer;
let owner: Person;
let other: Person;
let admin: Person;
let guest: Person;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  other = await server.person("Oscar Owner");
  admin = await server.person("Ada Admin");
  guest = await server.person("Gina Guest");
});
afterAll(async () => server.stop());

async function team(seats: number | null = null) {
  const { organizationId, memberIds } = await furnishTeam(
    server,
    "agency",
    [
      { person: owner, role: "owner" },
      { person: other, role: "owner" },
      { person: admin, role: "admin" },
    ],
    seats,
  );
  await seenNow(server, organizationId);
  const [, otherId = "", adminId = ""] = memberIds;
  const invite = async (as: Person, email = guest.email, role = "member") => {
    const sent = await server.call("invitation.send", { organizationId, emails: [email], role }, { as });
    const [outcome] = sent.value?.outcomes ?? [];
    if (outcome?.result !== "sent") throw new Error("Nothing was sent");
    const { id } = outcome.invitation;
    return { id, token: await mailedToken(server, email) };
  };
  return { organizationId, otherId, adminId, invite };
}

const mayNot = { kind: "conflict", code: "inviterMayNot" };
const acceptReceived = (invitationId: string, as: Person = guest) =>
  server.call("invitation.acceptReceived", { invitationId }, { as });

test.each([
  ["removed", "member.remove", {}],
  ["deactivated", "member.deactivate", {}],
  ["demoted", "member.changeRole", { role: "member" }],
] as const)(
  "of an Admin who is %s no invitation joins anybody, until somebody sends it again who may",
  async (_, way, more) => {
    const { organizationId, adminId, invite } = await team();
    const { id, token } = await invite(admin);
    expect((await server.call("invitation.preview", { token })).status).toBe(200);
    await server.call(way, { organizationId, memberId: adminId, ...more }, { as: owner });
    expect((await server.call("invitation.preview", { token })).fault).toMatchObject(mayNot);
    expect((await server.call("invitation.accept", { token }, { as: guest })).fault).toMatchObject(mayNot);
    expect((await acceptReceived(id)).fault).toMatchObject(mayNot);
    const resent = await server.call("invitation.resend", { organizationId, invitationId: id }, { as: owner });
    expect(resent.value?.invitedBy).toEqual({ accountId: owner.accountId, name: owner.name });
    const renewed = await mailedToken(server, guest.email);
    expect((await server.call("invitation.accept", { token: renewed }, { as: guest })).status).toBe(200);
  },
);

/** What the list and the invitation itself say of it; both must say the same. */
async function mayNotOf(organizationId: string, invitationId: string, as = owner) {
  const list = await server.call("invitation.list", { organizationId }, { as });
  const { value: one } = await server.call("invitation.get", { organizationId, invitationId }, { as });
  const listed = list.value?.items.find(({ id }) => id === invitationId);
  expect(listed?.inviterMayNot).toBe(one?.inviterMayNot);
  return one?.inviterMayNot;
}

test.each([
  ["removed and brought back", "member.remove", {}, "member.reinstate", {}],
  ["deactivated and reactivated", "member.deactivate", {}, "member.reactivate", {}],
  ["demoted and promoted again", "member.changeRole", { role: "member" }, "member.changeRole", { role: "admin" }],
] as const)(
  "the list marks what an Admin sent who is %s, as long as it joins nobody",
  async (_, way, more, back, as) => {
    const { organizationId, adminId, invite } = await team();
    const { id } = await invite(admin);
    const input = { organizationId, memberId: adminId };
    const previewed = async (operation: typeof way | typeof back, change: object) => {
      const asked = { organizationId, change: { operation, input: { memberId: adminId, ...change } } };
      return (await server.call("change.preview", asked, { as: owner })).value?.invitations.lapsed;
    };
    expect(await mayNotOf(organizationId, id)).toBe(false);
    expect(await previewed(way, more)).toBe(1);
    await server.call(way, { ...input, ...more }, { as: owner });
    expect(await mayNotOf(organizationId, id)).toBe(true);
    expect(await previewed(back, as)).toBe(0);
    expect((await server.call(back, { ...input, ...as }, { as: owner })).status).toBe(200);
    expect(await mayNotOf(organizationId, id)).toBe(false);
    expect((await acceptReceived(id)).status).toBe(200);
  },
);

test("an end of access marks what its person sent, and sending it again repairs it", async () => {
  const { organizationId, adminId, invite } = await team();
  const { id } = await invite(admin);
  const row = server.services.pools.system.updateTable("members").where("id", "=", adminId);
  await row.set({ access_until: new Date() }).execute();
  expect(await mayNotOf(organizationId, id)).toBe(true);
  await server.call("invitation.resend", { organizationId, invitationId: id }, { as: other });
  expect(await mayNotOf(organizationId, id)).toBe(false);
  await server.call("invitation.revoke", { organizationId, invitationId: id }, { as: owner });
  await server.call("member.remove", { organizationId, memberId: adminId }, { as: owner });
  const { value } = await server.call("invitation.get", { organizationId, invitationId: id }, { as: owner });
  expect(value).toMatchObject({ status: "revoked", inviterMayNot: false });
});

test("a role that may invite no more marks what its holders sent; the preview counts it and takes it back", async () => {
  const { organizationId, adminId, invite } = await team();
  const rights = ["organization.view", "member.view", "report.run", "analytics.view"] as const;
  const shape = { name: "Host", rank: 15, permissions: [...rights, "member.invite" as const] };
  const made = await server.call("role.create", { organizationId, ...shape }, { as: owner });
  const key = made.value?.key ?? "";
  await server.call("member.changeRole", { organizationId, memberId: adminId, role: key }, { as: owner });
  const { id } = await invite(admin);
  const edit = { role: key, permissions: [...rights] };
  const asked = { organizationId, change: { operation: "role.update", input: edit } } as const;
  const preview = await server.call("change.preview", asked, { as: owner });
  expect(preview.value?.invitations).toEqual({ ended: 0, changed: 0, lapsed: 1 });
  expect(await mayNotOf(organizationId, id)).toBe(false);
  expect((await server.call("role.update", { organizationId, ...edit }, { as: owner })).status).toBe(200);
  expect(await mayNotOf(organizationId, id)).toBe(true);
  expect((await acceptReceived(id)).fault).toMatchObject(mayNot);
});

test("access that has ended by now stands for nothing, before anything wrote it down", async () => {
  const { adminId, invite } = await team();
  const { id } = await invite(admin);
  const row = server.services.pools.system.updateTable("members").where("id", "=", adminId);
  await row.set({ access_until: new Date() }).execute();
  expect((await acceptReceived(id)).fault).toMatchObject(mayNot);
});

test("an owner who is an Admin by now still stands for members, and for no owners", async () => {
  const { organizationId, otherId, invite } = await team();
  const newcomer = await server.person("Nora Newcomer");
  const asOwner = await invite(other, guest.email, "owner");
  const asMember = await invite(other, newcomer.email);
  await server.call("member.changeRole", { organizationId, memberId: otherId, role: "admin" }, { as: owner });
  expect((await acceptReceived(asOwner.id)).fault).toMatchObject(mayNot);
  expect((await acceptReceived(asMember.id, newcomer)).status).toBe(200);
});

test.each(["extend", "reinstate"] as const)("whoever %ss it stands for it from then on", async (way) => {
  const { organizationId, adminId, invite } = await team();
  const { id } = await invite(admin);
  const input = { organizationId, invitationId: id };
  if (way === "reinstate") await server.call("invitation.revoke", input, { as: owner });
  await server.call("member.remove", { organizationId, memberId: adminId }, { as: owner });
  expect((await server.call(`invitation.${way}`, input, { as: owner })).status).toBe(200);
  expect((await acceptReceived(id)).status).toBe(200);
});

test("the seat of a removed Admin goes to nobody whom they invited, but to the next in line", async () => {
  const { organizationId, adminId, invite } = await team(3);
  const next = await server.person("Nina Next");
  const [theirs, ours] = [await invite(admin), await invite(owner, next.email)];
  expect((await acceptReceived(theirs.id)).value?.waitingForSeat).toBe(true);
  expect((await acceptReceived(ours.id, next)).value?.waitingForSeat).toBe(true);
  await server.call("member.remove", { organizationId, memberId: adminId }, { as: owner });
  expect(await actionsAfter(server, organizationId, 4)).toEqual([
    "member.removed",
    "invitation.expired",
    "member.joined",
  ]);
  expect((await server.call("organization.get", { organizationId }, { as: next })).status).toBe(200);
  expect((await server.call("organization.get", { organizationId }, { as: guest })).status).toBe(404);
  expect((await acceptReceived(theirs.id)).fault).toMatchObject({ code: "invitationExpired" });
});

test("a sign-up behind such a link makes an account that joins nothing", async () => {
  const { organizationId, adminId, invite } = await team();
  const email = "newcomer@example.com";
  const { token } = await invite(admin, email);
  await server.call("member.remove", { organizationId, memberId: adminId }, { as: owner });
  const signedUp = await signUp(server, { email, invitationToken: token });
  expect(signedUp.joinedOrganizationId).toBeNull();
  expect((await server.call("organization.get", { organizationId }, { as: personOf(signedUp) })).status).toBe(404);
});

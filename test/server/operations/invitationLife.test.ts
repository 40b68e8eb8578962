import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actionsAfter, day, furnishInvitation, furnishTeam, mailedToken } from "../teams.ts";

let server: TestServer;
let owner: Person;
let guest: Person;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  guest = await server.person("Gina Guest");
});
afterAll(async () => server.stop());

const alone = async (seats: number | null = null) =>
  (await furnishTeam(server, "agency", [{ person: owner, role: "owner" }], seats)).organizationId;

const conflict = (code: string) => ({ kind: "conflict", code });
const past = () => new Date(Date.now() - day);

test("the mailed link joins the invited person, once; the token is stored nowhere", async () => {
  const organizationId = await alone();
  const email = guest.email.toUpperCase();
  const input = { organizationId, emails: [email], role: "admin", message: "Welcome,\nGina" };
  await server.call("invitation.send", input, { as: owner });
  const token = await mailedToken(server, email);
  const preview = await server.call("invitation.preview", { token });
  expect(preview.value).toMatchObject({ roleName: "Admin", organizationName: "Northwind", message: "Welcome,\nGina" });
  const accepted = await server.call("invitation.accept", { token }, { as: guest });
  expect(accepted.value).toMatchObject({ organizationId, waitingForSeat: false });
  const member = { organizationId, memberId: accepted.value?.memberId ?? "" };
  const joined = await server.call("member.get", member, { as: guest });
  expect(joined.value?.member).toMatchObject({ role: "admin", name: "Gina Guest" });
  const again = await server.call("invitation.accept", { token }, { as: guest });
  expect(again.fault).toMatchObject(conflict("invitationSpent"));
  expect((await server.call("invitation.preview", { token })).fault).toMatchObject(conflict("invitationSpent"));
  const log = await server.call("auditEvent.list", { organizationId }, { as: owner });
  expect(JSON.stringify(log.value)).not.toContain(token);
});

describe.each(["revoked", "declined", "expired"] as const)("an invitation that is %s", (status) => {
  test("says so to its person", async () => {
    const organizationId = await alone();
    const invitation = { email: guest.email, role: "member", status };
    const { token, id } = await furnishInvitation(server, organizationId, invitation);
    const code = { revoked: "invitationRevoked", declined: "invitationDeclined", expired: "invitationExpired" }[status];
    expect((await server.call("invitation.preview", { token })).fault).toMatchObject(conflict(code));
    expect((await server.call("invitation.accept", { token }, { as: guest })).fault).toMatchObject(conflict(code));
    const declined = await server.call("invitation.declineReceived", { invitationId: id }, { as: guest });
    expect(declined.fault).toMatchObject(conflict(code));
  });
});

test("an unknown token is not found", async () => {
  const token = "a".repeat(43);
  expect((await server.call("invitation.preview", { token })).fault).toMatchObject({ kind: "notFound" });
  expect((await server.call("invitation.accept", { token }, { as: guest })).fault).toMatchObject({ kind: "notFound" });
});

describe("past its time", () => {
  test("a pending invitation counts as expired everywhere, and a new one takes its place", async () => {
    const organizationId = await alone();
    const late = { email: "late@example.com", role: "member", expiresAt: past() };
    const { id } = await furnishInvitation(server, organizationId, late);
    const listed = async (status: ("pending" | "expired")[]) => {
      const page = await server.call("invitation.list", { organizationId, status }, { as: owner });
      return page.value?.items.map((item) => [item.email, item.status]);
    };
    expect(await listed(["pending"])).toEqual([]);
    expect(await listed(["expired"])).toEqual([["late@example.com", "expired"]]);
    const revoked = await server.call("invitation.revoke", { organizationId, invitationId: id }, { as: owner });
    expect(revoked.fault).toMatchObject(conflict("invitationNotPending"));
    const invite = { organizationId, emails: ["late@example.com"], role: "member" };
    expect((await server.call("invitation.send", invite, { as: owner })).status).toBe(200);
    expect(await actionsAfter(server, organizationId, 0)).toEqual(["invitation.sent", "invitation.expired"]);
    const extended = await server.call("invitation.extend", { organizationId, invitationId: id }, { as: owner });
    expect(extended.fault).toMatchObject(conflict("alreadyInvited"));
  });

  test("extending lets the same link work again; resending replaces it", async () => {
    const organizationId = await alone();
    const late = { email: guest.email, role: "member", expiresAt: past() };
    const { id, token } = await furnishInvitation(server, organizationId, late);
    const target = { organizationId, invitationId: id };
    const extended = await server.call("invitation.extend", target, { as: owner });
    expect(extended.value).toMatchObject({ status: "pending" });
    expect(Date.parse(extended.value?.expiresAt ?? "")).toBeGreaterThan(Date.now() + 6.9 * day);
    expect((await server.call("invitation.preview", { token })).status).toBe(200);
    await server.call("invitation.resend", target, { as: owner });
    expect((await server.call("invitation.preview", { token })).status).toBe(404);
    const fresh = await mailedToken(server, guest.email);
    expect((await server.call("invitation.accept", { token: fresh }, { as: guest })).status).toBe(200);
  });
});

test("a revocation is undone, within its life and unless the address is taken", async () => {
  const organizationId = await alone();
  const { id, token } = await furnishInvitation(server, organizationId, { email: guest.email, role: "member" });
  const target = { organizationId, invitationId: id };
  await server.call("invitation.revoke", target, { as: owner });
  expect((await server.call("invitation.reinstate", target, { as: owner })).value?.status).toBe("pending");
  const open = await server.call("invitation.reinstate", target, { as: owner });
  expect(open.fault).toMatchObject(conflict("invitationNotPending"));
  await server.call("invitation.accept", { token }, { as: guest });
  const revoked = { email: guest.email, role: "member", status: "revoked" as const };
  const second = await furnishInvitation(server, organizationId, revoked);
  const member = { organizationId, invitationId: second.id };
  const taken = await server.call("invitation.reinstate", member, { as: owner });
  expect(taken.fault).toMatchObject(conflict("alreadyMember"));
});

test("without a free seat an acceptance waits, tells its person, and completes when one is free", async () => {
  const max = await server.person("Max Member");
  const seated = [
    { person: owner, role: "owner" },
    { person: max, role: "member" },
  ];
  const { organizationId, memberIds } = await furnishTeam(server, "agency", seated, 2);
  const { token } = await furnishInvitation(server, organizationId, { email: guest.email, role: "admin" });
  const waiting = await server.call("invitation.accept", { token }, { as: guest });
  expect(waiting.value).toEqual({ organizationId, memberId: null, waitingForSeat: true });
  expect((await server.call("organization.get", { organizationId }, { as: guest })).status).toBe(404);
  const accepted = await server.call("auditEvent.list", { organizationId, limit: 1 }, { as: owner });
  expect(accepted.value?.items[0]).toMatchObject({ action: "invitation.accepted", target: { name: guest.email } });
  const mails = await server.services.pools.system.selectFrom("outbox").select("payload").execute();
  expect(mails.map(({ payload }) => payload)).toContainEqual(
    expect.objectContaining({ letter: "waitingForSeat", to: guest.email }),
  );
  const target = { organizationId, memberId: memberIds[1] ?? "" };
  await server.call("member.remove", target, { as: owner });
  const mine = await server.call("organization.get", { organizationId }, { as: guest });
  expect(mine.value).toMatchObject({ memberCount: 2, pendingInvitations: 0, me: { role: "admin" } });
  const last = await server.call("auditEvent.list", { organizationId, limit: 1 }, { as: owner });
  expect(last.value?.items[0]).toMatchObject({ action: "member.joined", actor: { accountId: guest.accountId } });
  const full = await server.call("member.reinstate", target, { as: owner });
  expect(full.fault).toMatchObject({ kind: "limitReached", limit: "seats" });
});

test("500 addresses at once, each with its own event and announcement", async () => {
  const organizationId = await alone();
  await server.call("organization.update", { organizationId, name: "💼".repeat(50) }, { as: owner });
  const emails = Array.from({ length: 500 }, (_, index) => `${"x".repeat(50)}.${index}@example.com`);
  const sent = await server.call("invitation.send", { organizationId, emails, role: "member" }, { as: owner });
  expect(sent.value?.outcomes.filter(({ result }) => result === "sent")).toHaveLength(500);
  const organization = await server.call("organization.get", { organizationId }, { as: owner });
  expect(organization.value).toMatchObject({ pendingInvitations: 500, revision: 501 });
});

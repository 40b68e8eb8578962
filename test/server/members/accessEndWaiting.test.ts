import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { expireAccess, remindOfEnds } from "#server/members/expire.ts";
import { tidy } from "#server/jobs/tidy.ts";
import { remindOfReview } from "#server/reviews/remind.ts";
import { newId } from "#server/storage/ids.ts";
import { lettersTo } from "#test/support/journeys.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishRequest } from "../approvals.ts";
import { furnishGuard, furnishTransfer } from "../ownership.ts";
import { actionsAfter, day, furnishInvitation, furnishTeam, standing } from "../teams.ts";

let server: TestServer;
let owner: Person;
let leaving: Person;
let admin: Person;
let member: Person;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  leaving = await server.person("Lea Leaving");
  admin = await server.person("Ada Admin");
  member = await server.person("Max Member");
});
afterAll(async () => server.stop());

/** What waits for somebody in all their organizations. */
async function waitingFor(as: Person): Promise<number[]> {
  const lists = await Promise.all([
    server.call("approval.received", {}, { as }),
    server.call("lockout.listPending", {}, { as }),
    server.call("ownership.listOffered", {}, { as }),
  ]);
  return lists.map(({ value }) => value?.items.length ?? -1);
}

test("from the very instant nobody is told what waits in an organization to which they have no access", async () => {
  const { organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: leaving, role: "owner" },
    { person: admin, role: "admin" },
    { person: member, role: "member" },
  ]);
  const [ownerId = "", leavingId = "", adminId = "", memberId = ""] = memberIds;
  await furnishRequest(server, organizationId, { memberId, requesterId: adminId, from: "member", to: "admin" });
  await furnishGuard(server, organizationId, adminId);
  await furnishTransfer(server, organizationId, { fromMemberId: ownerId, toMemberId: leavingId, to: leaving });
  expect(await waitingFor(leaving)).toEqual([1, 1, 1]);
  const row = server.services.pools.system.updateTable("members").where("id", "=", leavingId);
  await row.set({ access_until: new Date() }).execute();
  expect(await waitingFor(leaving)).toEqual([0, 0, 0]);
  expect(await waitingFor(owner)).toEqual([1, 1, 0]);
});

test("from the very instant no letter about the organization goes to whoever decides in it", async () => {
  const [gone, asking] = [await server.person("Gary Gone"), await server.person("Ann Asking")];
  const { organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: gone, role: "owner" },
    { person: asking, role: "admin" },
    { person: member, role: "member" },
    { person: admin, role: "admin" },
  ]);
  await setEnd("members", memberIds[1] ?? "", new Date());
  const at = { organizationId };
  await server.call("organization.setRules", { ...at, adminsDemoteAdmins: true }, { as: owner });
  const asked = { ...at, memberId: memberIds[3] ?? "", role: "admin", reason: "" };
  expect((await server.call("approval.request", asked, { as: asking })).status).toBe(200);
  const demoted = { ...at, memberId: memberIds[4] ?? "", role: "member" };
  expect((await server.call("member.changeRole", demoted, { as: asking })).status).toBe(200);
  const yesterday = new Date(Date.now() - day).toISOString().slice(0, 10);
  const due = { rhythm: "quarterly", first_due_on: yesterday, next_due_on: yesterday } as const;
  const schedule = { ...due, scope: JSON.stringify({ kind: "all" }), reviewer_ids: [memberIds[1] ?? ""] };
  const { system } = server.services.pools;
  const row = { ...schedule, organization_id: organizationId };
  await system.insertInto("review_schedules").values(row).execute();
  await remindOfReview(system, organizationId, new Date());
  await setEnd("members", memberIds[3] ?? "", new Date(Date.now() + 3 * day));
  await remindOfEnds(system, organizationId, new Date());
  const kinds = async ({ email }: Person) => (await lettersTo(server, email)).map(({ letter }) => letter);
  expect(await kinds(owner)).toEqual(
    expect.arrayContaining(["roleRequested", "adminDemoted", "accessEnding", "reviewDue"]),
  );
  expect(await kinds(gone)).toEqual([]);
});

test("from the very instant nobody's sign-ins are told to the organization, nor are they named as in charge", async () => {
  const gone = await server.person("Gina Gone");
  const { organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: gone, role: "owner" },
    { person: member, role: "member" },
  ]);
  const { system } = server.services.pools;
  const at = new Date(Date.now() + 1_000);
  const event = { id: newId(), at, account_id: gone.accountId, organization_id: null, kind: "session.signedIn" };
  await system
    .insertInto("security_events")
    .values({ ...event, detail: "{}" })
    .execute();
  const [, goneId = "", memberId = ""] = memberIds;
  const told = async () => {
    const events = await server.call("organization.listSecurityEvents", { organizationId }, { as: owner });
    const change = { operation: "member.remove" as const, input: { memberId } };
    const preview = await server.call("change.preview", { organizationId, change }, { as: owner });
    const { administrators } = preview.value ?? {};
    return [events.value?.total, administrators?.after.map(({ name }) => name).toSorted()];
  };
  expect(await told()).toEqual([1, ["Gina Gone", "Olivia Owner"]]);
  await setEnd("members", goneId, new Date());
  expect(await told()).toEqual([0, ["Olivia Owner"]]);
});

test("nobody joins for an access that has ended by then", async () => {
  const { organizationId } = await furnishTeam(server, "agency", [{ person: owner, role: "owner" }]);
  const { id, token } = await furnishInvitation(server, organizationId, { email: member.email, role: "member" });
  const row = server.services.pools.system.updateTable("invitations").where("id", "=", id);
  await row.set({ access_until: new Date() }).execute();
  const ended = { kind: "conflict", code: "invitationExpired" };
  expect((await server.call("invitation.accept", { token }, { as: member })).fault).toMatchObject(ended);
  const received = await server.call("invitation.acceptReceived", { invitationId: id }, { as: member });
  expect(received.fault).toMatchObject(ended);
  expect(await standing(server, organizationId)).toMatchObject({ active_members: 1, pending_invitations: 1 });
});

/** A full team of an owner and a member, and people who accepted and wait for a seat, in this order. */
async function waitingTeam(...people: readonly Person[]) {
  const { organizationId, memberIds } = await furnishTeam(
    server,
    "agency",
    [
      { person: owner, role: "owner" },
      { person: member, role: "member" },
    ],
    2,
  );
  const ids: string[] = [];
  for (const guest of people) {
    const { id } = await furnishInvitation(server, organizationId, { email: guest.email, role: "member" });
    const accepted = await server.call("invitation.acceptReceived", { invitationId: id }, { as: guest });
    expect(accepted.value?.waitingForSeat).toBe(true);
    ids.push(id);
  }
  return { organizationId, memberId: memberIds[1] ?? "", ids };
}

const setEnd = (table: "members" | "invitations", id: string, access_until: Date) =>
  server.services.pools.system.updateTable(table).set({ access_until }).where("id", "=", id).execute();

test("who waits for a seat for an access that has ended meanwhile gets none: the seat is the next one's", async () => {
  const [late, next] = [await server.person("Lara Late"), await server.person("Nina Next")];
  const { organizationId, memberId, ids } = await waitingTeam(late, next);
  const [invitationId = ""] = ids;
  await setEnd("invitations", invitationId, new Date());
  const listed = async (status: "pending" | "expired") => {
    const found = await server.call("invitation.list", { organizationId, status: [status] }, { as: owner });
    return found.value?.items.map(({ email }) => email);
  };
  expect(await listed("expired")).toEqual([late.email]);
  await server.call("member.remove", { organizationId, memberId }, { as: owner });
  const statusOf = async (as: Person) => (await server.call("organization.get", { organizationId }, { as })).status;
  expect([await statusOf(late), await statusOf(next)]).toEqual([404, 200]);
  await tidy(server.services.pools.system, new Date());
  expect(await standing(server, organizationId)).toMatchObject({ active_members: 2, pending_invitations: 0 });
  expect((await actionsAfter(server, organizationId, 0)).slice(-3)).toEqual([
    "member.removed",
    "member.joined",
    "invitation.expired",
  ]);
});

test("a seat that becomes free in a deleted organization is given when it is restored, not before", async () => {
  const guest = await server.person("Gwen Guest");
  const { organizationId, memberId } = await waitingTeam(guest);
  const system = server.services.pools.system;
  const held = { status: "held" as const, held_at: new Date(), held_by: "Olivia Owner" };
  const hold = { ...held, purge_at: new Date(Date.now() + 86_400_000) };
  await system.updateTable("organizations").set(hold).where("id", "=", organizationId).execute();
  await setEnd("members", memberId, new Date());
  const moment = { requestId: "test", at: new Date() };
  await system.transaction().execute((db) => expireAccess(db, organizationId, moment));
  expect(await actionsAfter(server, organizationId, 0)).not.toContain("member.joined");
  expect((await server.call("deletion.restore", { organizationId }, { as: owner })).status).toBe(200);
  expect((await actionsAfter(server, organizationId, 0)).slice(-2)).toEqual(["organization.restored", "member.joined"]);
});

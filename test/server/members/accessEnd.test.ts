import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { accessEndHandler } from "#server/jobs/access-end-job.ts";
import { expireAccess } from "#server/members/expire.ts";
import { accessEndJob } from "#server/members/schedule-end.ts";
import { newId } from "#server/storage/ids.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actionsAfter, day, furnishInvitation, furnishTeam, standing } from "../teams.ts";

let server: TestServer;
let owner: Person;
let member: Person;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  member = await server.person("Max Member");
});
afterAll(async () => server.stop());

const soon = (days = 20) => new Date(Date.now() + days * day).toISOString();
const refused = (code: string) => ({ kind: "forbidden", refusal: { code } });

async function team(seats: number | null = null) {
  const { organizationId, memberIds } = await furnishTeam(
    server,
    "agency",
    [
      { person: owner, role: "owner" },
      { person: member, role: "admin" },
    ],
    seats,
  );
  return { organizationId, memberId: memberIds[1] ?? "", ownerId: memberIds[0] ?? "" };
}

/** Moves the end straight into the past, as the clock would. */
async function pass(memberId: string, at = new Date()): Promise<void> {
  const row = server.services.pools.system.updateTable("members").where("id", "=", memberId);
  await row.set({ access_until: at }).execute();
}

const set = (at: { organizationId: string; memberId: string }, accessUntil: string | null, as = owner) => {
  const { organizationId, memberId } = at;
  return server.call("member.setAccessUntil", { organizationId, memberId, accessUntil }, { as });
};
const expire = (organizationId: string) =>
  server.services.pools.system
    .transaction()
    .execute((db) => expireAccess(db, organizationId, { requestId: "test", at: new Date() }));

test("an end is set, shown, found among those that end soon, moved and taken away", async () => {
  const at = await team();
  const until = soon();
  expect((await set(at, until)).value).toMatchObject({ accessUntil: until, status: "active" });
  const found = await server.call("member.list", { organizationId: at.organizationId, ends: "soon" }, { as: owner });
  expect(found.value).toMatchObject({ matching: 1, items: [{ id: at.memberId }] });
  expect((await set(at, until)).fault).toMatchObject({ kind: "invalid" });
  expect((await set(at, soon(90))).status).toBe(200);
  const later = await server.call("member.list", { organizationId: at.organizationId, ends: "soon" }, { as: owner });
  expect(later.value?.items).toEqual([]);
  expect((await set(at, null)).value).toMatchObject({ accessUntil: null });
  expect(await actionsAfter(server, at.organizationId, 0)).toEqual(Array(3).fill("member.accessUntilChanged"));
});

test("an organization says how many owners' access has no end, and of everybody whether theirs has one", async () => {
  const at = await team();
  const { organizationId, memberId } = at;
  const seen = async (as: Person) => {
    const { value } = await server.call("organization.get", { organizationId }, { as });
    return [value?.owners, value?.lastingOwners, value?.me.ends];
  };
  await server.call("member.changeRole", { organizationId, memberId, role: "owner" }, { as: owner });
  expect(await seen(member)).toEqual([2, 2, false]);
  await set(at, soon());
  expect([await seen(owner), await seen(member)]).toEqual([
    [2, 1, false],
    [2, 1, true],
  ]);
  const own = { organizationId, memberId: at.ownerId };
  const refusedTo = async (name: "member.remove" | "member.deactivate") =>
    (await server.call(name, own, { as: member })).fault;
  expect(await refusedTo("member.remove")).toMatchObject(refused("lastOwner"));
  expect(await refusedTo("member.deactivate")).toMatchObject(refused("lastOwner"));
  expect((await server.call("member.leave", { organizationId }, { as: owner })).fault).toMatchObject(
    refused("lastOwner"),
  );
  const why = await server.call("permission.explain", { organizationId, question: { kind: "leave" } }, { as: member });
  expect(why.value?.allowed).toBe(true);
});

test.each([
  ["the past", new Date(Date.now() - 1000).toISOString()],
  ["too far ahead", "2100-01-01T00:00:00.000Z"],
  ["no time at all", "tomorrow"],
])("an end is refused in %s", async (_, accessUntil) => {
  expect((await set(await team(), accessUntil)).fault).toMatchObject({ kind: "invalid" });
});

test("nobody sets an end beyond their reach, nor their own, nor the last owner's", async () => {
  const at = await team();
  const low = await server.person("Lou Low");
  const { organizationId } = at;
  const lowId = (
    await server.services.pools.system
      .insertInto("members")
      .values({ organization_id: organizationId, id: low.accountId, account_id: low.accountId, role: "member" })
      .returning("id")
      .executeTakeFirstOrThrow()
  ).id;
  expect((await set(at, soon(), low)).fault).toMatchObject(refused("missingPermission"));
  expect((await set({ organizationId, memberId: at.ownerId }, soon(), member)).fault).toMatchObject(
    refused("targetOutOfReach"),
  );
  expect((await set(at, soon(), member)).fault).toMatchObject(refused("aboutYourself"));
  expect((await set({ organizationId, memberId: lowId }, soon(), member)).status).toBe(200);
  const second = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: member, role: "owner" },
  ]);
  const [first = "", other = ""] = second.memberIds;
  expect((await set({ organizationId: second.organizationId, memberId: other }, soon())).status).toBe(200);
  const last = await set({ organizationId: second.organizationId, memberId: first }, soon(), member);
  expect(last.fault).toMatchObject(refused("lastOwner"));
});

test("from the very instant every request is refused, before anything wrote it down", async () => {
  const at = await team();
  const { organizationId } = at;
  await set(at, soon());
  await pass(at.memberId);
  const gone = { status: 403, fault: refused("deactivated") };
  expect(await server.call("organization.get", { organizationId }, { as: member })).toMatchObject(gone);
  const update = { organizationId, industry: "Shipping" };
  expect(await server.call("organization.update", update, { as: member })).toMatchObject(gone);
  const mine = await server.call("organization.list", {}, { as: member });
  expect(mine.value?.items.some(({ id }) => id === organizationId)).toBe(false);
  const remembered = await server.call("me.update", { lastOrganizationId: organizationId }, { as: member });
  expect(remembered.status).toBe(404);
  expect((await server.call("onboarding.mark", { organizationId, what: "dismissed" }, { as: member })).status).toBe(
    404,
  );
});

test("from the very instant nobody is named who has no access any more, nor told to be allowed", async () => {
  const at = await team();
  const { organizationId, memberId } = at;
  const permission = "member.invite" as const;
  const asked = { permission, organizationIds: [organizationId] };
  const mayInvite = async () => {
    const { value } = await server.call("permission.whoCan", asked, { as: owner });
    expect(value?.organizations.map(({ total }) => total)).toEqual([value?.items.length]);
    return value?.items.map((each) => each.memberId);
  };
  const checked = async () => {
    const questions = [{ memberId, permission }];
    const { value } = await server.call("permission.checkMany", { organizationId, questions }, { as: owner });
    return value?.answers.map(({ allowed }) => allowed);
  };
  const why = async (of: string) => {
    const about = { organizationId, memberId: of, question: { kind: "use" as const, permission } };
    return (await server.call("permission.explain", about, { as: owner })).value;
  };
  expect(await mayInvite()).toContain(memberId);
  expect((await why(memberId))?.allowed).toBe(true);
  expect(await checked()).toEqual([true]);
  await pass(memberId);
  expect(await mayInvite()).toEqual([at.ownerId]);
  expect((await why(memberId))?.allowed).toBe(false);
  expect(await checked()).toEqual([false]);
});

test("a command that waited for the lock across the end is refused", async () => {
  const at = await team();
  const { organizationId } = at;
  await pass(at.memberId, new Date(Date.now() + 400));
  const { system } = server.services.pools;
  const late = await system.transaction().execute(async (db) => {
    await db.selectFrom("organizations").select("id").where("id", "=", organizationId).forUpdate().execute();
    const waiting = server.call("organization.update", { organizationId, industry: "Shipping" }, { as: member });
    await new Promise((resolve) => setTimeout(resolve, 900));
    return { waiting };
  });
  expect(await late.waiting).toMatchObject({ status: 403, fault: refused("deactivated") });
});

test("the job writes it down once, frees the seat for who waits, and an extension gives access back", async () => {
  const guest = await server.person("Gwen Guest");
  const at = await team(2);
  const { organizationId } = at;
  const { id } = await furnishInvitation(server, organizationId, { email: guest.email, role: "member" });
  await server.call("invitation.acceptReceived", { invitationId: id }, { as: guest });
  await pass(at.memberId);
  const { revision } = await standing(server, organizationId);
  await Promise.all([expire(organizationId), expire(organizationId), expire(organizationId)]);
  expect(await actionsAfter(server, organizationId, revision)).toEqual(["member.accessExpired", "member.joined"]);
  expect((await set(at, soon())).fault).toMatchObject({ kind: "limitReached", limit: "seats" });
  await server.services.pools.system
    .updateTable("organizations")
    .set({ seats_limit: 3 })
    .where("id", "=", organizationId)
    .execute();
  expect((await set(at, soon())).value).toMatchObject({ status: "active", role: "admin" });
  expect((await server.call("organization.get", { organizationId }, { as: member })).status).toBe(200);
});

test("an extension and the end at the same moment: one state, one story", async () => {
  const at = await team();
  await pass(at.memberId);
  await Promise.all([expire(at.organizationId), set(at, soon())]);
  const found = await server.call(
    "member.get",
    { organizationId: at.organizationId, memberId: at.memberId },
    { as: owner },
  );
  expect(found.value?.member).toMatchObject({ status: "active" });
  expect((await server.call("organization.get", { organizationId: at.organizationId }, { as: member })).status).toBe(
    200,
  );
});

describe("the only owner whose access has no end stays one", () => {
  const lastOwner = refused("lastOwner");

  /** Olivia's access has no end, Max's as an owner has one. */
  async function owners() {
    const { organizationId, memberIds } = await furnishTeam(server, "agency", [
      { person: owner, role: "owner" },
      { person: member, role: "owner" },
    ]);
    const [lastingId = "", endingId = ""] = memberIds;
    expect((await set({ organizationId, memberId: endingId }, soon())).status).toBe(200);
    return { organizationId, memberId: lastingId };
  }

  test("whatever another does, or they themselves", async () => {
    const at = await owners();
    expect((await server.call("member.remove", at, { as: member })).fault).toMatchObject(lastOwner);
    expect((await server.call("member.deactivate", at, { as: member })).fault).toMatchObject(lastOwner);
    const demoted = await server.call("member.changeRole", { ...at, role: "admin" }, { as: member });
    expect(demoted.fault).toMatchObject(lastOwner);
    const left = await server.call("member.leave", { organizationId: at.organizationId }, { as: owner });
    expect(left.fault).toMatchObject(lastOwner);
    expect((await set(at, soon(), member)).fault).toMatchObject(lastOwner);
  });

  test("also while another's access has ended and nothing wrote it down: it does not come back", async () => {
    const at = await owners();
    const { organizationId } = at;
    const { system } = server.services.pools;
    const other = system.updateTable("members").where("organization_id", "=", organizationId);
    await other.where("id", "<>", at.memberId).set({ access_until: new Date() }).execute();
    const left = await server.call("member.leave", { organizationId }, { as: owner });
    expect(left.fault).toMatchObject(lastOwner);
    expect((await server.call("organization.get", { organizationId }, { as: member })).status).toBe(403);
  });
});

test("whoever is reactivated or reinstated has no end behind them", async () => {
  const at = await team();
  const { organizationId, memberId } = at;
  await pass(memberId);
  await expire(organizationId);
  const back = await server.call("member.reactivate", { organizationId, memberId }, { as: owner });
  expect(back.value).toMatchObject({ status: "active", accessUntil: null });
  await pass(memberId);
  await server.call("member.remove", { organizationId, memberId }, { as: owner });
  const again = await server.call("member.reinstate", { organizationId, memberId }, { as: owner });
  expect(again.value).toMatchObject({ status: "active", accessUntil: null });
});

test("an invitation carries the end to the membership", async () => {
  const guest = await server.person("Gil Guest");
  const { organizationId } = await team();
  const accessUntil = soon();
  const input = { organizationId, emails: [guest.email], role: "member", accessUntil };
  const sent = await server.call("invitation.send", input, { as: owner });
  const [outcome] = sent.value?.outcomes ?? [];
  const invitationId = outcome?.result === "sent" ? outcome.invitation.id : "";
  await server.call("invitation.acceptReceived", { invitationId }, { as: guest });
  const found = await server.call("member.list", { organizationId, ends: "soon" }, { as: owner });
  expect(found.value?.items).toMatchObject([{ name: "Gil Guest", accessUntil }]);
});

test("the job of an organization that is gone by then has nothing to do", async () => {
  const organizationId = newId();
  const job = { id: newId(), kind: accessEndJob, payload: { organizationId }, attempts: 1 };
  await expect(accessEndHandler(server.services.pools)(job.payload, job)).resolves.toBeUndefined();
});

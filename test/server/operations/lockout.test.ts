import { digestPassword } from "#server/accounts/passwords.ts";
import { tidy } from "#server/jobs/tidy.ts";
import { goodPassword, lettersTo } from "#test/support/journeys.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishTransfer } from "../ownership.ts";
import { actionsAfter, day, furnishTeam, seenNow, standing } from "../teams.ts";

let server: TestServer;
let first: Person;
let second: Person;
let third: Person;
let admin: Person;

beforeAll(async () => {
  server = await startTestServer();
  const names = ["First Owner", "Second Owner", "Third Owner", "Ada Admin"];
  [first, second, third, admin] = (await Promise.all(names.map((name) => server.person(name)))) as [
    Person,
    Person,
    Person,
    Person,
  ];
  const { system } = server.services.pools;
  await system
    .updateTable("accounts")
    .set({ password_digest: await digestPassword(goodPassword) })
    .where("id", "=", first.accountId)
    .execute();
});
afterAll(async () => server.stop());

async function team(owners: readonly Person[] = [first, second], seats: number | null = null) {
  const seated = [...owners.map((person) => ({ person, role: "owner" })), { person: admin, role: "admin" }];
  const { organizationId, memberIds } = await furnishTeam(server, "agency", seated, seats);
  await seenNow(server, organizationId);
  return { organizationId, ids: memberIds };
}

const pendingOf = async (organizationId: string, as: Person) => {
  const { value } = await server.call("lockout.listPending", {}, { as });
  return value?.items.filter((guard) => guard.organizationId === organizationId) ?? [];
};

/** The time to confirm passes, and a tidying after it. */
async function later() {
  const { system } = server.services.pools;
  await system.updateTable("lockout_guards").set({ confirm_by: new Date() }).execute();
  await tidy(system, new Date());
}

async function guarded() {
  const { organizationId, ids } = await team();
  const memberId = ids[1] ?? "";
  await server.call("member.remove", { organizationId, memberId }, { as: first });
  const [guard] = await pendingOf(organizationId, first);
  return { organizationId, memberId, adminId: ids[2] ?? "", guardId: guard?.id ?? "", guard };
}

test("an owner removed who leaves one behind waits for a confirmation, which names who can still administer", async () => {
  const { organizationId, memberId, guard } = await guarded();
  expect(guard).toMatchObject({
    member: { memberId, name: "Second Owner" },
    formerRole: "owner",
    byName: "First Owner",
    administrators: [{ name: "First Owner" }],
  });
  expect((await lettersTo(server, first.email)).at(-1)).toMatchObject({ letter: "confirmOwnership" });
  const gone = await server.call("organization.get", { organizationId }, { as: second });
  expect(gone.status).toBe(404);
  for (const somebody of [second, admin]) expect(await pendingOf(organizationId, somebody)).toEqual([]);
});

test("with two left who were here lately nothing waits", async () => {
  const { organizationId, ids } = await team([first, second, third]);
  await server.call("member.remove", { organizationId, memberId: ids[1] ?? "" }, { as: first });
  expect(await pendingOf(organizationId, first)).toEqual([]);
});

test("a confirmed change stays", async () => {
  const { organizationId, guardId, memberId } = await guarded();
  const wrong = await server.call(
    "lockout.confirm",
    { organizationId, guardId, password: "not-the-password-at-all" },
    { as: first },
  );
  expect(wrong.fault).toMatchObject({ kind: "unauthenticated", reason: "badCredentials" });
  const input = { organizationId, guardId, password: goodPassword };
  expect((await server.call("lockout.confirm", input, { as: first })).status).toBe(200);
  expect((await server.call("lockout.confirm", input, { as: first })).fault).toMatchObject({ code: "guardOver" });
  await later();
  expect(await actionsAfter(server, organizationId, 0)).toEqual(["member.removed", "lockout.confirmed"]);
  const { value } = await server.call("member.get", { organizationId, memberId }, { as: first });
  expect(value?.member.status).toBe("removed");
});

test("what nobody confirms is undone, once, with its event and letter", async () => {
  const { organizationId } = await guarded();
  await later();
  await later();
  expect(await standing(server, organizationId)).toMatchObject({ owners: 2, active_members: 3 });
  expect(await actionsAfter(server, organizationId, 0)).toEqual(["member.removed", "lockout.reverted"]);
  expect((await server.call("organization.get", { organizationId }, { as: second })).value?.me.role).toBe("owner");
  expect((await lettersTo(server, second.email)).at(-1)).toMatchObject({ letter: "ownershipRestored" });
});

test("whose access has ended counts no more among those who are left, before anything wrote it down", async () => {
  const { organizationId, ids } = await team([first, second, third]);
  const row = server.services.pools.system.updateTable("members").where("id", "=", ids[2] ?? "");
  await row.set({ access_until: new Date() }).execute();
  await server.call("member.remove", { organizationId, memberId: ids[1] ?? "" }, { as: first });
  const [guard] = await pendingOf(organizationId, first);
  expect(guard?.administrators.map(({ memberId }) => memberId)).toEqual([ids[0]]);
});

test("what is undone gives access that lasts, and ends an invitation that was sent meanwhile", async () => {
  const { organizationId, memberId } = await guarded();
  const { system } = server.services.pools;
  await system.updateTable("members").set({ access_until: new Date() }).where("id", "=", memberId).execute();
  const invited = { organizationId, emails: [second.email], role: "member" };
  expect((await server.call("invitation.send", invited, { as: first })).status).toBe(200);
  await later();
  expect((await server.call("organization.get", { organizationId }, { as: second })).value?.me.role).toBe("owner");
  expect(await standing(server, organizationId)).toMatchObject({ owners: 2, pending_invitations: 0 });
  expect((await actionsAfter(server, organizationId, 2)).toSorted()).toEqual([
    "invitation.accepted",
    "lockout.reverted",
  ]);
});

test("once its time is over nobody confirms it, and nothing offers to", async () => {
  const { organizationId, guardId } = await guarded();
  const { system } = server.services.pools;
  const due = system.updateTable("lockout_guards").set({ confirm_by: new Date() });
  await due.where("id", "=", guardId).execute();
  expect(await pendingOf(organizationId, first)).toEqual([]);
  const late = await server.call("lockout.confirm", { organizationId, guardId, password: goodPassword }, { as: first });
  expect(late.fault).toMatchObject({ kind: "conflict", code: "guardLate" });
  await tidy(system, new Date());
  expect(await actionsAfter(server, organizationId, 0)).toEqual(["member.removed", "lockout.reverted"]);
});

test("whoever was made an owner again and loses it beside enough others stays without it", async () => {
  const { organizationId, memberId, adminId, guardId } = await guarded();
  await server.call("member.reinstate", { organizationId, memberId }, { as: first });
  const again = await server.call(
    "lockout.confirm",
    { organizationId, guardId, password: goodPassword },
    { as: first },
  );
  expect(again.fault).toMatchObject({ kind: "conflict", code: "guardOver" });
  await server.call("member.changeRole", { organizationId, memberId: adminId, role: "owner" }, { as: first });
  expect((await server.call("member.remove", { organizationId, memberId }, { as: first })).status).toBe(200);
  await later();
  const { value } = await server.call("member.get", { organizationId, memberId }, { as: first });
  expect(value?.member.status).toBe("removed");
});

test("it waits while the seat is taken", async () => {
  const { organizationId, ids } = await team([first, second], 3);
  await server.call("member.remove", { organizationId, memberId: ids[1] ?? "" }, { as: first });
  const { system } = server.services.pools;
  const seats = (limit: number) =>
    system.updateTable("organizations").set({ seats_limit: limit }).where("id", "=", organizationId).execute();
  await seats(2);
  await later();
  expect(await standing(server, organizationId)).toMatchObject({ owners: 1 });
  await seats(3);
  await later();
  expect(await standing(server, organizationId)).toMatchObject({ owners: 2 });
});

test("whoever is an owner again by another way ends the waiting", async () => {
  const { organizationId, memberId } = await guarded();
  await server.call("member.reinstate", { organizationId, memberId }, { as: first });
  await later();
  expect(await actionsAfter(server, organizationId, 0)).toEqual(["member.removed", "member.reinstated"]);
  expect(await pendingOf(organizationId, first)).toEqual([]);
});

test.each(["deactivate", "changeRole", "transfer"] as const)("%s is guarded too", async (way) => {
  const { organizationId, ids } = await team(way === "transfer" ? [first] : undefined);
  const [firstId = "", secondId = ""] = ids;
  const organization = { organizationId, memberId: secondId };
  if (way === "deactivate") await server.call("member.deactivate", organization, { as: first });
  if (way === "changeRole") await server.call("member.changeRole", { ...organization, role: "member" }, { as: first });
  if (way === "transfer") {
    const offer = { fromMemberId: firstId, toMemberId: secondId, to: admin };
    const transferId = await furnishTransfer(server, organizationId, offer);
    await server.call("ownership.acceptTransfer", { organizationId, transferId }, { as: admin });
  }
  expect(await pendingOf(organizationId, way === "transfer" ? admin : first)).toHaveLength(1);
  await later();
  expect(await standing(server, organizationId)).toMatchObject({ owners: 2 });
});

test("an owner who leaves by themselves is not brought back", async () => {
  const { organizationId } = await team();
  expect((await server.call("member.leave", { organizationId }, { as: second })).status).toBe(200);
  expect(await pendingOf(organizationId, first)).toEqual([]);
  await later();
  expect(await actionsAfter(server, organizationId, 0)).toEqual(["member.left"]);
});

test("an owner does not leave where nobody stays in charge who was here lately", async () => {
  const { organizationId, ids } = await team();
  const seen = (at: Date | null) =>
    server.services.pools.system
      .updateTable("members")
      .set({ last_seen_at: at })
      .where("id", "=", ids[0] ?? "");
  await seen(new Date(Date.now() - 31 * day)).execute();
  const leave = () => server.call("member.leave", { organizationId }, { as: second });
  expect((await leave()).fault).toMatchObject({ kind: "conflict", code: "ownersAway" });
  await seen(new Date()).execute();
  expect((await leave()).status).toBe(200);
});

test("whoever leaves after their ownership was taken is not brought back", async () => {
  const { organizationId, ids } = await team();
  const demoted = { organizationId, memberId: ids[1] ?? "", role: "member" };
  expect((await server.call("member.changeRole", demoted, { as: first })).status).toBe(200);
  expect(await pendingOf(organizationId, first)).toHaveLength(1);
  expect((await server.call("member.leave", { organizationId }, { as: second })).status).toBe(200);
  expect(await pendingOf(organizationId, first)).toEqual([]);
  await later();
  expect(await actionsAfter(server, organizationId, 0)).toEqual(["member.roleChanged", "member.left"]);
});

test("who hands an organization over and leaves is not brought back", async () => {
  const { organizationId, ids } = await team([first]);
  const offer = { fromMemberId: ids[0] ?? "", toMemberId: ids[1] ?? "", to: admin, formerOwner: "leaves" as const };
  const transferId = await furnishTransfer(server, organizationId, offer);
  expect((await server.call("ownership.acceptTransfer", { organizationId, transferId }, { as: admin })).status).toBe(
    200,
  );
  await later();
  expect(await standing(server, organizationId)).toMatchObject({ owners: 1, active_members: 1 });
});

/** The access of these owners ends now, and a tidying writes it down. */
async function endAccess(...memberIds: readonly string[]) {
  const { system } = server.services.pools;
  await system.updateTable("members").set({ access_until: new Date() }).where("id", "in", memberIds).execute();
  await tidy(system, new Date());
}

/** The owner who stays was last here before anybody counts on them. */
async function isAway(memberId: string) {
  const members = server.services.pools.system.updateTable("members");
  await members
    .set({ last_seen_at: new Date(Date.now() - 31 * day) })
    .where("id", "=", memberId)
    .execute();
}

test("an owner's access that ends by itself, with the other one away, waits for a confirmation, and nobody took it", async () => {
  const { organizationId, ids } = await team();
  await isAway(ids[0] ?? "");
  await endAccess(ids[1] ?? "");
  const [guard] = await pendingOf(organizationId, first);
  expect(guard).toMatchObject({ member: { name: "Second Owner" }, formerRole: "owner", byName: null });
  expect((await lettersTo(server, first.email)).at(-1)).toMatchObject({ formerName: "Second Owner" });
  await later();
  expect(await actionsAfter(server, organizationId, 0)).toEqual(["member.accessExpired", "lockout.reverted"]);
  const { value } = await server.call("organization.get", { organizationId }, { as: second });
  expect(value?.me.role).toBe("owner");
});

test("of two owners whose access ends together both wait, and the third stays in charge", async () => {
  const { organizationId, ids } = await team([first, second, third]);
  await isAway(ids[0] ?? "");
  await endAccess(ids[1] ?? "", ids[2] ?? "");
  expect(await standing(server, organizationId)).toMatchObject({ owners: 1 });
  const waiting = await pendingOf(organizationId, first);
  expect(waiting.map(({ member }) => member.name).toSorted()).toEqual(["Second Owner", "Third Owner"]);
});

test("beside one owner who was here lately, an end that somebody had set stays without a confirmation", async () => {
  const { organizationId, ids } = await team();
  await endAccess(ids[1] ?? "", ids[2] ?? "");
  expect(await pendingOf(organizationId, first)).toEqual([]);
  await later();
  expect(await actionsAfter(server, organizationId, 0)).not.toContain("lockout.reverted");
});

test("a switch of presets that takes the power of several owners waits for each of them", async () => {
  const { organizationId } = await team();
  const input = { organizationId, preset: "campaigns" as const, roles: { owner: "user", admin: "superAdmin" } };
  expect((await server.call("organization.switchPreset", input, { as: first })).status).toBe(200);
  expect(await standing(server, organizationId)).toMatchObject({ owners: 1 });
  const waiting = await pendingOf(organizationId, admin);
  expect(waiting.map(({ member }) => member.name).toSorted()).toEqual(["First Owner", "Second Owner"]);
  const letters = (await lettersTo(server, admin.email)).slice(-2);
  expect(letters.map((letter) => ("formerName" in letter ? letter.formerName : "")).toSorted()).toEqual([
    "First Owner",
    "Second Owner",
  ]);
  await later();
  expect(await standing(server, organizationId)).toMatchObject({ owners: 3 });
  const { value } = await server.call("organization.get", { organizationId }, { as: second });
  expect(value?.me.role).toBe("superAdmin");
});

test("a switch of presets that leaves its owners in charge waits for nobody", async () => {
  const { organizationId } = await team();
  const input = { organizationId, preset: "campaigns" as const, roles: { owner: "superAdmin", admin: "admin" } };
  expect((await server.call("organization.switchPreset", input, { as: first })).status).toBe(200);
  expect(await pendingOf(organizationId, first)).toEqual([]);
});

test("a lower role and another organization's owner confirm nothing", async () => {
  const { organizationId, guardId } = await guarded();
  const input = { organizationId, guardId, password: goodPassword };
  expect((await server.call("lockout.confirm", input, { as: admin })).status).toBe(403);
  expect((await server.call("lockout.confirm", input, { as: third })).status).toBe(404);
  const elsewhere = await team([first, third]);
  const forged = { ...input, organizationId: elsewhere.organizationId };
  expect((await server.call("lockout.confirm", forged, { as: first })).status).toBe(404);
  expect(await pendingOf(organizationId, first)).toHaveLength(1);
});

test("a change in a deleted organization waits with it", async () => {
  const { organizationId } = await guarded();
  const { system } = server.services.pools;
  const set = (status: "active" | "held") =>
    system
      .updateTable("organizations")
      .set({ status, purge_at: status === "held" ? new Date(Date.now() + day) : null })
      .where("id", "=", organizationId)
      .execute();
  await set("held");
  await later();
  expect(await standing(server, organizationId)).toMatchObject({ owners: 1 });
  await set("active");
  await later();
  expect(await standing(server, organizationId)).toMatchObject({ owners: 2 });
});

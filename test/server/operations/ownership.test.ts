import { newId } from "#server/storage/ids.ts";
import { tidy } from "#server/jobs/tidy.ts";
import { lettersTo } from "#test/support/journeys.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { furnishTransfer } from "../ownership.ts";
import { actionsAfter, day, furnishTeam, standing } from "../teams.ts";

let server: TestServer;
let owner: Person;
let heir: Person;
let other: Person;

beforeAll(async () => {
  server = await startTestServer();
  [owner, heir, other] = await Promise.all([
    server.person("Olivia Owner"),
    server.person("Hector Heir"),
    server.person("Oscar Other"),
  ]);
});
afterAll(async () => server.stop());

async function team(seats: number | null = null) {
  const seated = [
    { person: owner, role: "owner" },
    { person: heir, role: "member" },
    { person: other, role: "admin" },
  ];
  const { organizationId, memberIds } = await furnishTeam(server, "agency", seated, seats);
  const [ownerId = "", heirId = "", otherId = ""] = memberIds;
  return { organizationId, ownerId, heirId, otherId };
}

type Team = Awaited<ReturnType<typeof team>>;

async function offer({ organizationId, heirId }: Team, formerOwner: "stays" | "leaves" = "stays") {
  const started = await server.call(
    "ownership.startTransfer",
    { organizationId, toMemberId: heirId, formerOwner },
    { as: owner },
  );
  return { organizationId, transferId: started.value?.id ?? "" };
}

const roleOf = async ({ organizationId }: Team, as: Person) =>
  (await server.call("organization.get", { organizationId }, { as })).value?.me.role;

describe("an offer", () => {
  test("is seen by both, mailed, and swaps both at once when accepted", async () => {
    const at = await team();
    const given = await offer(at);
    const seen = await server.call("ownership.get", { organizationId: at.organizationId }, { as: other });
    expect(seen.value?.transfer).toMatchObject({ id: given.transferId, to: { name: "Hector Heir" } });
    const inbox = await server.call("ownership.listOffered", {}, { as: heir });
    expect(inbox.value?.items).toMatchObject([{ id: given.transferId, organizationName: "Northwind" }]);
    expect(await lettersTo(server, heir.email)).toMatchObject([{ letter: "ownershipOffered" }]);
    const accepted = await server.call("ownership.acceptTransfer", given, { as: heir });
    expect(accepted.status).toBe(200);
    expect([await roleOf(at, heir), await roleOf(at, owner)]).toEqual(["owner", "admin"]);
    expect(await standing(server, at.organizationId)).toMatchObject({ owners: 1, active_members: 3 });
    expect(await actionsAfter(server, at.organizationId, 0)).toEqual([
      "ownership.offered",
      "ownership.transferred",
      "member.roleChanged",
    ]);
    expect((await lettersTo(server, owner.email)).map(({ letter }) => letter)).toEqual(["ownershipTransferred"]);
    const after = await server.call("ownership.listOffered", {}, { as: heir });
    expect(after.value?.items).toEqual([]);
  });

  test("is for good: an end of the new owner's access goes, and the log says so", async () => {
    const at = await team();
    const end = new Date(Date.now() + day);
    const { system } = server.services.pools;
    await system.updateTable("members").set({ access_until: end }).where("id", "=", at.heirId).execute();
    await server.call("ownership.acceptTransfer", await offer(at), { as: heir });
    const { organizationId, heirId: memberId } = at;
    const found = await server.call("member.get", { organizationId, memberId }, { as: heir });
    expect(found.value?.member).toMatchObject({ role: "owner", accessUntil: null });
    const log = await server.call("auditEvent.list", { organizationId }, { as: heir });
    expect(log.value?.items.find(({ action }) => action === "ownership.transferred")).toMatchObject({
      before: { accessUntil: end.toISOString() },
      after: { accessUntil: null },
    });
  });

  test("is over at the instant at which the access of the owner who made it ended", async () => {
    const at = await team();
    const { organizationId, otherId, ownerId: memberId } = at;
    await server.call("member.changeRole", { organizationId, memberId: otherId, role: "owner" }, { as: owner });
    const given = await offer(at);
    const { system } = server.services.pools;
    await system.updateTable("members").set({ access_until: new Date() }).where("id", "=", memberId).execute();
    expect((await server.call("ownership.listOffered", {}, { as: heir })).value?.items).toEqual([]);
    const accepted = await server.call("ownership.acceptTransfer", given, { as: heir });
    expect(accepted.fault).toMatchObject({ kind: "conflict", code: "transferOver" });
    expect(await roleOf(at, heir)).toBe("member");
  });

  test("lets the former owner leave, whose seat goes free", async () => {
    const at = await team(3);
    const given = await offer(at, "leaves");
    await server.call("ownership.acceptTransfer", given, { as: heir });
    expect(await standing(server, at.organizationId)).toMatchObject({ owners: 1, active_members: 2 });
    const gone = await server.call("organization.get", { organizationId: at.organizationId }, { as: owner });
    expect(gone.status).toBe(404);
    expect(await actionsAfter(server, at.organizationId, 1)).toEqual(["ownership.transferred", "member.left"]);
  });

  test("is taken only by the person it was made to, once", async () => {
    const at = await team();
    const given = await offer(at);
    for (const as of [other, owner]) {
      const foreign = await server.call("ownership.acceptTransfer", given, { as });
      expect(foreign.fault).toMatchObject({ kind: "notFound", what: "ownershipTransfer" });
      const declined = await server.call("ownership.declineTransfer", given, { as });
      expect(declined.status).toBe(404);
    }
    expect((await server.call("ownership.acceptTransfer", given, { as: heir })).status).toBe(200);
    const again = await server.call("ownership.acceptTransfer", given, { as: heir });
    expect(again.fault).toMatchObject({ kind: "conflict", code: "transferOver" });
  });

  test("ends when either side takes it back, and one is open at a time", async () => {
    const at = await team();
    const first = await offer(at);
    const input = { organizationId: at.organizationId, toMemberId: at.otherId, formerOwner: "stays" } as const;
    const second = await server.call("ownership.startTransfer", input, { as: owner });
    expect(second.fault).toMatchObject({ kind: "conflict", code: "transferPending" });
    expect((await server.call("ownership.declineTransfer", first, { as: heir })).status).toBe(200);
    const next = await offer(at);
    expect((await server.call("ownership.cancelTransfer", next, { as: owner })).status).toBe(200);
    const late = await server.call("ownership.acceptTransfer", next, { as: heir });
    expect(late.fault).toMatchObject({ kind: "conflict", code: "transferOver" });
    expect(await roleOf(at, owner)).toBe("owner");
  });
});

describe("an offer is judged again when it is accepted", () => {
  test.each([
    ["the giver was demoted", async (at: Team) => demote(at)],
    ["its time has passed", async (at: Team) => setExpiry(at, new Date())],
  ])("%s", async (_what, change) => {
    const at = await team();
    const given = await offer(at);
    await change(at);
    const accepted = await server.call("ownership.acceptTransfer", given, { as: heir });
    expect(accepted.fault).toMatchObject({ kind: "conflict", code: "transferOver" });
    const shown = await server.call("ownership.get", { organizationId: at.organizationId }, { as: other });
    expect(shown.value).toEqual({ transfer: null });
    expect(await roleOf(at, heir)).toBe("member");
  });

  test("a deactivated heir gets nothing, and another offer can be made", async () => {
    const at = await team();
    const given = await offer(at);
    const { organizationId } = at;
    await server.call("member.deactivate", { organizationId, memberId: at.heirId }, { as: owner });
    const accepted = await server.call("ownership.acceptTransfer", given, { as: heir });
    expect(accepted.status).toBe(403);
    const next = { organizationId, toMemberId: at.otherId, formerOwner: "stays" } as const;
    expect((await server.call("ownership.startTransfer", next, { as: owner })).status).toBe(200);
  });
});

async function demote({ organizationId, ownerId, otherId }: Team) {
  await server.call("member.changeRole", { organizationId, memberId: otherId, role: "owner" }, { as: owner });
  await server.call("member.changeRole", { organizationId, memberId: ownerId, role: "admin" }, { as: other });
}

async function setExpiry({ organizationId }: Team, expires_at: Date) {
  await server.services.pools.system
    .updateTable("ownership_transfers")
    .set({ expires_at })
    .where("organization_id", "=", organizationId)
    .execute();
}

test("an offer that nobody answered expires, with its event and a letter to who made it", async () => {
  const at = await team();
  await offer(at);
  await setExpiry(at, new Date(Date.now() - day));
  await tidy(server.services.pools.system, new Date());
  expect(await actionsAfter(server, at.organizationId, 0)).toEqual(["ownership.offered", "ownership.expired"]);
  expect((await lettersTo(server, owner.email)).at(-1)).toMatchObject({
    letter: "ownershipOfferEnded",
    how: "expired",
  });
});

test("a new offer ends one that is past its time, and both are in the log", async () => {
  const at = await team();
  await offer(at);
  await setExpiry(at, new Date(Date.now() - day));
  await offer(at);
  expect((await actionsAfter(server, at.organizationId, 0)).toSorted()).toEqual([
    "ownership.expired",
    "ownership.offered",
    "ownership.offered",
  ]);
});

test("nobody offers to themselves, to nobody, or where the preset forbids it", async () => {
  const at = await team();
  const to = (organizationId: string, toMemberId: string) =>
    server.call("ownership.startTransfer", { organizationId, toMemberId, formerOwner: "stays" }, { as: owner });
  expect((await to(at.organizationId, at.ownerId)).fault).toMatchObject({ kind: "invalid" });
  expect((await to(at.organizationId, newId())).status).toBe(404);
  const off = await furnishTeam(server, "operations", [
    { person: owner, role: "owner" },
    { person: heir, role: "viewer" },
  ]);
  const [from = "", heirId = ""] = off.memberIds;
  const refused = await to(off.organizationId, heirId);
  expect(refused.fault).toMatchObject({ refusal: { code: "turnedOff", what: "organization.transfer" } });
  const written = { fromMemberId: from, toMemberId: heirId, to: heir };
  const transferId = await furnishTransfer(server, off.organizationId, written);
  const taken = await server.call(
    "ownership.acceptTransfer",
    { organizationId: off.organizationId, transferId },
    { as: heir },
  );
  expect(taken.fault).toMatchObject({ refusal: { code: "turnedOff" } });
});

test("one's own organization can be given away, but not left", async () => {
  const at = await team();
  const { organizationId } = at;
  const system = server.services.pools.system.updateTable("organizations").where("id", "=", organizationId);
  await system.set({ personal_of: owner.accountId }).execute();
  const input = { organizationId, toMemberId: at.heirId, formerOwner: "leaves" } as const;
  const refused = await server.call("ownership.startTransfer", input, { as: owner });
  expect(refused.fault).toMatchObject({ kind: "conflict", code: "ownOrganization" });
});

import type { PresetKey } from "#domain/policy/preset.ts";
import { tidy } from "#server/storage/tidy.ts";
import { lettersTo } from "#test/support/journeys.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actionsAfter, day, furnishTeam } from "../teams.ts";

let server: TestServer;
let owner: Person;
let admin: Person;
let member: Person;
let second: Person;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.stop());
beforeEach(async () => {
  [owner, admin, member, second] = await Promise.all([
    server.person("Olivia Owner"),
    server.person("Adam Admin"),
    server.person("Mona Member"),
    server.person("Stella Second"),
  ]);
});

async function team(preset: PresetKey = "agency") {
  const { organizationId, memberIds } = await furnishTeam(server, preset, [
    { person: owner, role: "owner" },
    { person: admin, role: "admin" },
    { person: member, role: "member" },
    { person: second, role: "owner" },
  ]);
  const [ownerId = "", adminId = "", memberId = "", secondId = ""] = memberIds;
  return { organizationId, ownerId, adminId, memberId, secondId };
}

type Team = Awaited<ReturnType<typeof team>>;

async function ask({ organizationId, memberId }: Team, as = admin, role = "admin") {
  const input = { organizationId, memberId, role, reason: "She runs the brand already" };
  return server.call("approval.request", input, { as });
}

async function asked(at: Team) {
  const { value } = await ask(at);
  return { organizationId: at.organizationId, approvalId: value?.id ?? "" };
}

const received = async (as: Person) => (await server.call("approval.received", {}, { as })).value?.items ?? [];
const listed = async ({ organizationId }: Team, as: Person) =>
  (await server.call("approval.list", { organizationId }, { as })).value?.items.map(({ status }) => status);
const approve = (given: { organizationId: string; approvalId: string }, as = owner) =>
  server.call("approval.approve", given, { as });
const roleOf = async ({ organizationId }: Team, as: Person) =>
  (await server.call("organization.get", { organizationId }, { as })).value?.me.role;
const changeRole = ({ organizationId }: Team, memberId: string, role: string, as = owner) =>
  server.call("member.changeRole", { organizationId, memberId, role }, { as });

async function statusOf(approvalId: string) {
  const query = server.services.pools.system.selectFrom("role_requests").select("status").where("id", "=", approvalId);
  return (await query.executeTakeFirstOrThrow()).status;
}

async function setExpiry(approvalId: string, expires_at: Date) {
  const query = server.services.pools.system.updateTable("role_requests").set({ expires_at });
  await query.where("id", "=", approvalId).execute();
}

describe("a request", () => {
  test("is seen by whoever may answer and by whoever asked, mailed to the owners, and gives the role when approved", async () => {
    const at = await team();
    const given = await asked(at);
    const inbox = await received(owner);
    expect(inbox).toMatchObject([
      {
        id: given.approvalId,
        organizationName: "Northwind",
        requester: { name: "Adam Admin" },
        member: { name: "Mona Member" },
        fromRoleName: "Member",
        toRoleName: "Admin",
        reason: "She runs the brand already",
      },
    ]);
    expect(inbox[0]?.gains).toContain("member.invite");
    expect(inbox[0]?.gains).not.toContain("billing.manage");
    expect([await received(admin), await received(member)]).toEqual([[], []]);
    expect([await listed(at, owner), await listed(at, admin), await listed(at, member)]).toEqual([
      ["pending"],
      ["pending"],
      [],
    ]);
    for (const { email } of [owner, second]) {
      expect(await lettersTo(server, email)).toMatchObject([{ letter: "roleRequested", roleName: "Admin" }]);
    }
    expect((await approve(given)).value).toMatchObject({ status: "approved" });
    expect(await roleOf(at, member)).toBe("admin");
    expect(await actionsAfter(server, at.organizationId, 0)).toEqual([
      "approval.requested",
      "approval.approved",
      "member.roleChanged",
    ]);
    expect(await lettersTo(server, admin.email)).toMatchObject([
      { letter: "roleRequestEnded", how: "approved", byName: "Olivia Owner" },
    ]);
    expect(await received(owner)).toEqual([]);
  });

  test("names in the log who asked, beside who approved", async () => {
    const at = await team();
    await approve(await asked(at));
    const log = await server.call("auditEvent.list", { organizationId: at.organizationId }, { as: owner });
    const changed = log.value?.items.find(({ action }) => action === "member.roleChanged");
    expect(changed).toMatchObject({
      actor: { name: "Olivia Owner" },
      target: { name: "Mona Member" },
      before: { role: "member" },
      after: { role: "admin", requestedBy: "Adam Admin" },
    });
  });

  test("is declined with a reason that the person who asked is told", async () => {
    const at = await team();
    const given = await asked(at);
    const declined = await server.call("approval.decline", { ...given, reason: "Not before May" }, { as: second });
    expect(declined.value).toMatchObject({ status: "declined" });
    expect(await roleOf(at, member)).toBe("member");
    expect(await lettersTo(server, admin.email)).toMatchObject([
      { letter: "roleRequestEnded", how: "declined", reason: "Not before May" },
    ]);
    expect((await approve(given)).fault).toMatchObject({ kind: "conflict", code: "requestOver" });
    // Asking again is a new request.
    expect((await ask(at)).status).toBe(200);
  });

  test("is taken back only by whoever made it", async () => {
    const at = await team();
    const given = await asked(at);
    for (const as of [owner, second]) {
      expect((await server.call("approval.cancel", given, { as })).fault).toMatchObject({ kind: "notFound" });
    }
    expect((await server.call("approval.cancel", given, { as: admin })).value).toMatchObject({ status: "cancelled" });
    expect((await approve(given)).status).toBe(409);
    expect(await received(owner)).toEqual([]);
  });

  test("is one at a time for a person", async () => {
    const at = await team();
    await ask(at);
    expect((await ask(at)).fault).toMatchObject({ kind: "conflict", code: "requestPending" });
  });

  test("replayed with its key is the same one", async () => {
    const at = await team();
    const headers = { "idempotency-key": "request-for-mona" };
    const input = { organizationId: at.organizationId, memberId: at.memberId, role: "admin" };
    const [first, again] = [
      await server.call("approval.request", input, { as: admin, headers }),
      await server.call("approval.request", input, { as: admin, headers }),
    ];
    expect(again.value?.id).toBe(first.value?.id);
    expect(await actionsAfter(server, at.organizationId, 0)).toEqual(["approval.requested"]);
  });
});

describe("who may ask", () => {
  test("nobody for a role that they may give alone, or that owners alone give, or for themselves", async () => {
    const at = await team();
    expect((await ask(at, owner)).fault).toMatchObject({ refusal: { code: "approvalNotNeeded" } });
    expect((await ask(at, admin, "owner")).fault).toMatchObject({ refusal: { code: "roleOutOfReach" } });
    expect((await ask(at, member)).fault).toMatchObject({ refusal: { code: "missingPermission" } });
    const forMe = { organizationId: at.organizationId, memberId: at.adminId, role: "owner" };
    const own = await server.call("approval.request", forMe, { as: admin });
    expect(own.fault).toMatchObject({ refusal: { code: "ownRole" } });
  });

  test("nobody where the preset knows no approval", async () => {
    const at = await team("publishing");
    const { fault } = await ask(at);
    expect(fault?.kind).toBe("forbidden");
  });
});

describe("who may answer", () => {
  test("not an Admin, not a Member, nobody of another organization", async () => {
    const at = await team();
    const given = await asked(at);
    const stranger = await server.person("Sam Stranger");
    const theirs = await furnishTeam(server, "agency", [{ person: stranger, role: "owner" }]);
    expect((await approve(given, admin)).fault).toMatchObject({ refusal: { code: "roleOutOfReach" } });
    expect((await approve(given, member)).fault).toMatchObject({ refusal: { code: "missingPermission" } });
    expect((await approve(given, stranger)).fault).toMatchObject({ kind: "notFound", what: "organization" });
    const smuggled = { ...given, organizationId: theirs.organizationId };
    expect((await approve(smuggled, stranger)).fault).toMatchObject({ kind: "notFound", what: "roleRequest" });
    expect(await received(stranger)).toEqual([]);
    expect(await roleOf(at, member)).toBe("member");
  });

  test("nobody their own request, also when promoted in the meantime", async () => {
    const at = await team();
    const given = await asked(at);
    await changeRole(at, at.adminId, "owner");
    expect(await received(admin)).toEqual([]);
    expect((await approve(given, admin)).fault).toMatchObject({ refusal: { code: "ownRequest" } });
    const declined = await server.call("approval.decline", given, { as: admin });
    expect(declined.fault).toMatchObject({ refusal: { code: "ownRequest" } });
    // It still stands for the others: who asked has lost nothing.
    expect((await approve(given, second)).value).toMatchObject({ status: "approved" });
  });

  test("not an owner who was demoted in the meantime", async () => {
    const at = await team();
    const given = await asked(at);
    await changeRole(at, at.ownerId, "admin", second);
    expect((await approve(given)).fault).toMatchObject({ refusal: { code: "roleOutOfReach" } });
    expect(await received(owner)).toEqual([]);
  });
});

describe("a request whose state has moved", () => {
  test.each<[string, (at: Team) => Promise<unknown>]>([
    [
      "the member was removed",
      async ({ organizationId, memberId }) => server.call("member.remove", { organizationId, memberId }, { as: owner }),
    ],
    [
      "the member was deactivated",
      async ({ organizationId, memberId }) =>
        server.call("member.deactivate", { organizationId, memberId }, { as: owner }),
    ],
    ["the member left", async ({ organizationId }) => server.call("member.leave", { organizationId }, { as: member })],
    ["the member got the role otherwise", async (at) => changeRole(at, at.memberId, "admin")],
    ["the requester was demoted", async (at) => changeRole(at, at.adminId, "member")],
    [
      "the requester was removed",
      async ({ organizationId, adminId }) =>
        server.call("member.remove", { organizationId, memberId: adminId }, { as: owner }),
    ],
  ])("is closed at once: %s", async (_what, move) => {
    const at = await team();
    const given = await asked(at);
    await move(at);
    expect(await statusOf(given.approvalId)).toBe("overtaken");
    expect((await actionsAfter(server, at.organizationId, 0)).filter((each) => each.startsWith("approval."))).toEqual([
      "approval.requested",
      "approval.overtaken",
    ]);
    expect(await received(owner)).toEqual([]);
    expect((await approve(given)).fault).toMatchObject({ kind: "conflict", code: "requestOver" });
  });

  test("behind the server's back, is closed by the approval, which says so and gives nothing", async () => {
    const at = await team();
    const given = await asked(at);
    const demote = server.services.pools.system.updateTable("members").set({ role: "member" });
    await demote.where("id", "=", at.adminId).execute();
    expect(await received(owner)).toEqual([]);
    expect((await approve(given)).value).toMatchObject({ status: "overtaken" });
    expect(await roleOf(at, member)).toBe("member");
    expect(await actionsAfter(server, at.organizationId, 1)).toEqual(["approval.overtaken"]);
    expect((await approve(given)).status).toBe(409);
  });

  test("past its time, gives nothing, and asking again is possible", async () => {
    const at = await team();
    const given = await asked(at);
    await setExpiry(given.approvalId, new Date(Date.now() - day));
    expect(await received(owner)).toEqual([]);
    expect((await ask(at)).status).toBe(200);
    expect(await actionsAfter(server, at.organizationId, 1)).toEqual(["approval.requested", "approval.expired"]);
    expect((await approve(given)).fault).toMatchObject({ kind: "conflict", code: "requestOver" });
  });
});

test("a request that nobody answered expires, with its event and a letter to who made it", async () => {
  const at = await team();
  const given = await asked(at);
  await setExpiry(given.approvalId, new Date(Date.now() - day));
  await tidy(server.services.pools.system, new Date());
  expect(await statusOf(given.approvalId)).toBe("expired");
  expect(await actionsAfter(server, at.organizationId, 0)).toEqual(["approval.requested", "approval.expired"]);
  expect(await lettersTo(server, admin.email)).toMatchObject([{ letter: "roleRequestEnded", how: "expired" }]);
});

test("nobody who is deactivated is mailed", async () => {
  const at = await team();
  const { organizationId } = at;
  await server.call("member.deactivate", { organizationId, memberId: at.secondId }, { as: owner });
  const given = await asked(at);
  expect(await lettersTo(server, second.email)).toEqual([]);
  await setExpiry(given.approvalId, new Date(Date.now() - day));
  const standing = server.services.pools.system.updateTable("members").set({ status: "deactivated" });
  await standing.where("id", "=", at.adminId).execute();
  await tidy(server.services.pools.system, new Date());
  expect(await lettersTo(server, admin.email)).toEqual([]);
});

test("control characters and too long a reason are refused", async () => {
  const { organizationId, memberId } = await team();
  for (const reason of ["bad\u0000text", "x".repeat(501)]) {
    const input = { organizationId, memberId, role: "admin", reason };
    expect((await server.call("approval.request", input, { as: admin })).fault?.kind).toBe("invalid");
  }
});

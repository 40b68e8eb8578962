import { lettersTo } from "#test/support/journeys.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { approvalTeam, approve, ask, asked, changeRole, listed, received, roleOf } from "../approvals.ts";
import { actionsAfter, furnishTeam } from "../teams.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.stop());

describe("a request", () => {
  test("is seen by whoever may answer and by whoever asked, mailed to the owners, and gives the role when approved", async () => {
    const at = await approvalTeam(server);
    const given = await asked(at);
    const inbox = await received(server, at.owner);
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
    expect([await received(server, at.admin), await received(server, at.member)]).toEqual([[], []]);
    expect([await listed(at, at.owner), await listed(at, at.admin), await listed(at, at.member)]).toEqual([
      ["pending"],
      ["pending"],
      [],
    ]);
    for (const { email } of [at.owner, at.second]) {
      expect(await lettersTo(server, email)).toMatchObject([{ letter: "roleRequested", roleName: "Admin" }]);
    }
    expect((await approve(at, given)).value).toMatchObject({ status: "approved" });
    expect(await roleOf(at, at.member)).toBe("admin");
    expect(await actionsAfter(server, at.organizationId, 0)).toEqual([
      "approval.requested",
      "approval.approved",
      "member.roleChanged",
    ]);
    expect(await lettersTo(server, at.admin.email)).toMatchObject([
      { letter: "roleRequestEnded", how: "approved", byName: "Olivia Owner" },
    ]);
    expect(await lettersTo(server, at.member.email)).toMatchObject([
      { letter: "roleChanged", roleName: "Admin", byName: "Olivia Owner" },
    ]);
    expect(await received(server, at.owner)).toEqual([]);
  });

  test("names in the log who asked, beside who approved", async () => {
    const at = await approvalTeam(server);
    await approve(at, await asked(at));
    const log = await server.call("auditEvent.list", { organizationId: at.organizationId }, { as: at.owner });
    const changed = log.value?.items.find(({ action }) => action === "member.roleChanged");
    expect(changed).toMatchObject({
      actor: { name: "Olivia Owner" },
      target: { name: "Mona Member" },
      before: { role: "member" },
      after: { role: "admin", requestedBy: "Adam Admin" },
    });
  });

  test("is declined with a reason that the person who asked is told", async () => {
    const at = await approvalTeam(server);
    const given = await asked(at);
    const declined = await server.call("approval.decline", { ...given, reason: "Not before May" }, { as: at.second });
    expect(declined.value).toMatchObject({ status: "declined" });
    expect(await roleOf(at, at.member)).toBe("member");
    expect(await lettersTo(server, at.admin.email)).toMatchObject([
      { letter: "roleRequestEnded", how: "declined", reason: "Not before May" },
    ]);
    expect((await approve(at, given)).fault).toMatchObject({ kind: "conflict", code: "requestOver" });
    // Asking again is a new request.
    expect((await ask(at)).status).toBe(200);
  });

  test("is taken back only by whoever made it", async () => {
    const at = await approvalTeam(server);
    const given = await asked(at);
    for (const as of [at.owner, at.second]) {
      expect((await server.call("approval.cancel", given, { as })).fault).toMatchObject({ kind: "notFound" });
    }
    expect((await server.call("approval.cancel", given, { as: at.admin })).value).toMatchObject({
      status: "cancelled",
    });
    expect((await approve(at, given)).status).toBe(409);
    expect(await received(server, at.owner)).toEqual([]);
  });

  test("is one at a time for a person", async () => {
    const at = await approvalTeam(server);
    await ask(at);
    expect((await ask(at)).fault).toMatchObject({ kind: "conflict", code: "requestPending" });
  });

  test("replayed with its key is the same one", async () => {
    const at = await approvalTeam(server);
    const headers = { "idempotency-key": "request-for-mona" };
    const input = { organizationId: at.organizationId, memberId: at.memberId, role: "admin" };
    const [first, again] = [
      await server.call("approval.request", input, { as: at.admin, headers }),
      await server.call("approval.request", input, { as: at.admin, headers }),
    ];
    expect(again.value?.id).toBe(first.value?.id);
    expect(await actionsAfter(server, at.organizationId, 0)).toEqual(["approval.requested"]);
  });
});

describe("who may ask", () => {
  test("nobody for a role that they may give alone, or that owners alone give, or for themselves", async () => {
    const at = await approvalTeam(server);
    expect((await ask(at, at.owner)).fault).toMatchObject({ refusal: { code: "approvalNotNeeded" } });
    expect((await ask(at, at.admin, "owner")).fault).toMatchObject({ refusal: { code: "roleOutOfReach" } });
    expect((await ask(at, at.member)).fault).toMatchObject({ refusal: { code: "missingPermission" } });
    const forMe = { organizationId: at.organizationId, memberId: at.adminId, role: "owner" };
    const own = await server.call("approval.request", forMe, { as: at.admin });
    expect(own.fault).toMatchObject({ refusal: { code: "ownRole" } });
  });

  test("nobody where the preset knows no approval", async () => {
    const at = await approvalTeam(server, "publishing");
    const { fault } = await ask(at);
    expect(fault?.kind).toBe("forbidden");
  });
});

describe("who may answer", () => {
  test("not an Admin, not a Member, nobody of another organization", async () => {
    const at = await approvalTeam(server);
    const given = await asked(at);
    const stranger = await server.person("Sam Stranger");
    const theirs = await furnishTeam(server, "agency", [{ person: stranger, role: "owner" }]);
    expect((await approve(at, given, at.admin)).fault).toMatchObject({ refusal: { code: "roleOutOfReach" } });
    expect((await approve(at, given, at.member)).fault).toMatchObject({ refusal: { code: "missingPermission" } });
    expect((await approve(at, given, stranger)).fault).toMatchObject({ kind: "notFound", what: "organization" });
    const smuggled = { ...given, organizationId: theirs.organizationId };
    expect((await approve(at, smuggled, stranger)).fault).toMatchObject({ kind: "notFound", what: "roleRequest" });
    expect(await received(server, stranger)).toEqual([]);
    expect(await roleOf(at, at.member)).toBe("member");
  });

  test("nobody their own request, also when promoted in the meantime", async () => {
    const at = await approvalTeam(server);
    const given = await asked(at);
    await changeRole(at, at.adminId, "owner");
    expect(await received(server, at.admin)).toEqual([]);
    expect((await approve(at, given, at.admin)).fault).toMatchObject({ refusal: { code: "ownRequest" } });
    const declined = await server.call("approval.decline", given, { as: at.admin });
    expect(declined.fault).toMatchObject({ refusal: { code: "ownRequest" } });
    // It still stands for the others: who asked has lost nothing.
    expect((await approve(at, given, at.second)).value).toMatchObject({ status: "approved" });
  });

  test("not an owner who was demoted in the meantime", async () => {
    const at = await approvalTeam(server);
    const given = await asked(at);
    await changeRole(at, at.ownerId, "admin", at.second);
    expect((await approve(at, given)).fault).toMatchObject({ refusal: { code: "roleOutOfReach" } });
    expect(await received(server, at.owner)).toEqual([]);
  });
});

test("control characters and too long a reason are refused", async () => {
  const { organizationId, memberId, admin: as } = await approvalTeam(server);
  for (const reason of ["bad\u0000text", "x".repeat(501)]) {
    const input = { organizationId, memberId, role: "admin", reason };
    expect((await server.call("approval.request", input, { as })).fault?.kind).toBe("invalid");
  }
});

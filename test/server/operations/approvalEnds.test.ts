import { tidy } from "#server/jobs/tidy.ts";
import { lettersTo } from "#test/support/journeys.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { approvalTeam, approve, ask, asked, changeRole, received, roleOf, type ApprovalTeam } from "../approvals.ts";
import { actionsAfter, day } from "../teams.ts";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.stop());

async function statusOf(approvalId: string) {
  const query = server.services.pools.system.selectFrom("role_requests").select("status").where("id", "=", approvalId);
  return (await query.executeTakeFirstOrThrow()).status;
}

async function setExpiry(approvalId: string, expires_at: Date) {
  const query = server.services.pools.system.updateTable("role_requests").set({ expires_at });
  await query.where("id", "=", approvalId).execute();
}

describe("a request whose state has moved", () => {
  test.each<[string, (at: ApprovalTeam) => Promise<unknown>]>([
    [
      "the member was removed",
      async ({ organizationId, memberId, owner: as }) =>
        server.call("member.remove", { organizationId, memberId }, { as }),
    ],
    [
      "the member was deactivated",
      async ({ organizationId, memberId, owner: as }) =>
        server.call("member.deactivate", { organizationId, memberId }, { as }),
    ],
    [
      "the member left",
      async ({ organizationId, member: as }) => server.call("member.leave", { organizationId }, { as }),
    ],
    ["the member got the role otherwise", async (at) => changeRole(at, at.memberId, "admin")],
    ["the requester was demoted", async (at) => changeRole(at, at.adminId, "member")],
    [
      "the requester was removed",
      async ({ organizationId, adminId: memberId, owner: as }) =>
        server.call("member.remove", { organizationId, memberId }, { as }),
    ],
  ])("is closed at once, which whoever asked is told: %s", async (what, move) => {
    const at = await approvalTeam(server);
    const given = await asked(at);
    await move(at);
    expect(await statusOf(given.approvalId)).toBe("overtaken");
    expect((await actionsAfter(server, at.organizationId, 0)).filter((each) => each.startsWith("approval."))).toEqual([
      "approval.requested",
      "approval.overtaken",
    ]);
    expect(await received(server, at.owner)).toEqual([]);
    const told = (await lettersTo(server, at.admin.email)).filter(({ letter }) => letter === "roleRequestEnded");
    expect(told).toMatchObject(what === "the requester was removed" ? [] : [{ how: "overtaken", byName: "" }]);
    expect((await approve(at, given)).fault).toMatchObject({ kind: "conflict", code: "requestOver" });
  });

  test("behind the server's back, is closed by the approval, which says so and gives nothing", async () => {
    const at = await approvalTeam(server);
    const given = await asked(at);
    const demote = server.services.pools.system.updateTable("members").set({ role: "member" });
    await demote.where("id", "=", at.adminId).execute();
    expect(await received(server, at.owner)).toEqual([]);
    expect((await approve(at, given)).value).toMatchObject({ status: "overtaken" });
    expect(await roleOf(at, at.member)).toBe("member");
    expect(await actionsAfter(server, at.organizationId, 1)).toEqual(["approval.overtaken"]);
    expect((await approve(at, given)).status).toBe(409);
  });

  test.each(["requester", "member"])(
    "at the instant at which the access of the %s ended, gives nothing",
    async (who) => {
      const at = await approvalTeam(server);
      const given = await asked(at);
      const row = server.services.pools.system.updateTable("members").set({ access_until: new Date() });
      await row.where("id", "=", who === "requester" ? at.adminId : at.memberId).execute();
      expect(await received(server, at.owner)).toEqual([]);
      expect((await approve(at, given)).value).toMatchObject({ status: "overtaken" });
      expect(await actionsAfter(server, at.organizationId, 1)).toEqual(["approval.overtaken"]);
    },
  );

  test("past its time, gives nothing, and asking again is possible", async () => {
    const at = await approvalTeam(server);
    const given = await asked(at);
    await setExpiry(given.approvalId, new Date(Date.now() - day));
    expect(await received(server, at.owner)).toEqual([]);
    expect((await ask(at)).status).toBe(200);
    expect(await actionsAfter(server, at.organizationId, 1)).toEqual(["approval.requested", "approval.expired"]);
    expect((await approve(at, given)).fault).toMatchObject({ kind: "conflict", code: "requestOver" });
  });
});

test("a request that nobody answered expires, with its event and a letter to who made it", async () => {
  const at = await approvalTeam(server);
  const given = await asked(at);
  await setExpiry(given.approvalId, new Date(Date.now() - day));
  await tidy(server.services.pools.system, new Date());
  expect(await statusOf(given.approvalId)).toBe("expired");
  expect(await actionsAfter(server, at.organizationId, 0)).toEqual(["approval.requested", "approval.expired"]);
  expect(await lettersTo(server, at.admin.email)).toMatchObject([{ letter: "roleRequestEnded", how: "expired" }]);
});

test("nobody who is deactivated is mailed", async () => {
  const at = await approvalTeam(server);
  const { organizationId } = at;
  await server.call("member.deactivate", { organizationId, memberId: at.secondId }, { as: at.owner });
  const given = await asked(at);
  expect(await lettersTo(server, at.second.email)).toEqual([]);
  await setExpiry(given.approvalId, new Date(Date.now() - day));
  const standing = server.services.pools.system.updateTable("members").set({ status: "deactivated" });
  await standing.where("id", "=", at.adminId).execute();
  await tidy(server.services.pools.system, new Date());
  expect(await lettersTo(server, at.admin.email)).toEqual([]);
});

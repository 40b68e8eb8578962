import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishRequest } from "../approvals.ts";
import { furnishGuard, furnishTransfer } from "../ownership.ts";
import { furnishInvitation, furnishTeam, standing } from "../teams.ts";

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

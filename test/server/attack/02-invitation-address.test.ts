import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionsAfter, furnishInvitation, furnishTeam } from "../teams.ts";

/** Case 2: an invitation is taken by an account with the same, unverified address, or by another altogether. */
let server: TestServer;
let owner: Person;
let guest: Person;
let organizationId: string;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  guest = await server.person("Gina Guest");
  ({ organizationId } = await furnishTeam(server, "agency", [{ person: owner, role: "owner" }]));
});
afterAll(async () => server.stop());

const another = { kind: "conflict", code: "invitationForAnotherAddress" };

test("an account whose address is not verified cannot accept, by link or inbox", async () => {
  const { id, token } = await furnishInvitation(server, organizationId, { email: guest.email, role: "admin" });
  const setVerified = (at: Date | null) =>
    server.services.pools.system
      .updateTable("accounts")
      .set({ email_verified_at: at })
      .where("id", "=", guest.accountId)
      .execute();
  await setVerified(null);
  const byLink = await server.call("invitation.accept", { token }, { as: guest });
  const byInbox = await server.call("invitation.acceptReceived", { invitationId: id }, { as: guest });
  const declined = await server.call("invitation.declineReceived", { invitationId: id }, { as: guest });
  expect(byLink.fault).toMatchObject(another);
  expect(byInbox.fault).toMatchObject({ kind: "notFound", what: "invitation" });
  expect(declined.fault).toMatchObject({ kind: "notFound", what: "invitation" });
  expect(await actionsAfter(server, organizationId, 0)).toEqual([]);
  await setVerified(new Date());
  expect((await server.call("invitation.accept", { token }, { as: guest })).status).toBe(200);
});

test("whoever holds the link but not the address learns nothing of the invitation's state", async () => {
  const thief = await server.person("Theo Thief");
  const states = ["pending", "accepted", "revoked", "declined"] as const;
  const invitations = await Promise.all(
    states.map((status, index) =>
      furnishInvitation(server, organizationId, { email: `guest.${index}@example.com`, role: "owner", status }),
    ),
  );
  for (const { id, token } of invitations) {
    expect((await server.call("invitation.accept", { token }, { as: thief })).fault).toMatchObject(another);
    const byInbox = await server.call("invitation.acceptReceived", { invitationId: id }, { as: thief });
    expect(byInbox.fault).toMatchObject({ kind: "notFound", what: "invitation" });
  }
});

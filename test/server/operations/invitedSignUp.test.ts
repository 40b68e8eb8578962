import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newToken } from "#server/dispatch/token.ts";
import { personOf, signUp } from "#test/support/journeys.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { digest, insertInvitation, insertOrganization } from "../storage/rows.ts";

let server: TestServer;
let owner: Person;
beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olga Owner");
});
afterAll(async () => server.stop());

/** An invitation in an organization of its own, with a token that its mail would carry. */
async function invite(email: string, seats_limit?: number) {
  const { system } = server.services.pools;
  const extra = seats_limit === undefined ? {} : { seats_limit };
  const { id: organizationId } = await insertOrganization(system, owner.accountId, extra);
  const id = await insertInvitation(system, organizationId, email);
  const token = newToken();
  await system
    .updateTable("invitations")
    .set({ token_digest: digest(token) })
    .where("id", "=", id)
    .execute();
  return { id, organizationId, token };
}

const stateOf = async (id: string) =>
  server.services.pools.system
    .selectFrom("invitations")
    .select(["status", "waiting_for_seat", "accepted_account_id"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();

describe("signing up through an invitation's link", () => {
  test("joins, and starts in the organization that invited", async () => {
    const { id, organizationId, token } = await invite("invited@example.com");
    const signedUp = await signUp(server, { email: "Invited@example.com", invitationToken: token });
    expect(signedUp.joinedOrganizationId).toBe(organizationId);
    expect(signedUp.account.lastOrganizationId).toBe(organizationId);
    expect(await stateOf(id)).toMatchObject({ status: "accepted" });
    const reply = await server.call("organization.get", { organizationId }, { as: personOf(signedUp) });
    expect(reply.value).toMatchObject({ id: organizationId, memberCount: 2, me: { role: "member" } });
  });

  test("does not join by an invitation for another address", async () => {
    const { id, token } = await invite("victim@example.com");
    const signedUp = await signUp(server, { email: "attacker@example.com", invitationToken: token });
    expect(signedUp.joinedOrganizationId).toBeNull();
    expect(await stateOf(id)).toMatchObject({ status: "pending", accepted_account_id: null });
  });

  test.each(["revoked", "declined", "expired"] as const)("finishes without one that is %s", async (status) => {
    const email = `${status}@example.com`;
    const { id, token } = await invite(email);
    const { system } = server.services.pools;
    await system.updateTable("invitations").set({ status }).where("id", "=", id).execute();
    const signedUp = await signUp(server, { email, invitationToken: token });
    expect(signedUp.joinedOrganizationId).toBeNull();
    expect(await stateOf(id)).toMatchObject({ status });
  });

  test("finishes with an unknown token, and waits where no seat is free", async () => {
    const unknown = await signUp(server, { email: "lost@example.com", invitationToken: newToken() });
    expect(unknown.joinedOrganizationId).toBeNull();
    const { id, token } = await invite("waits@example.com", 1);
    const waiting = await signUp(server, { email: "waits@example.com", invitationToken: token });
    expect(waiting.joinedOrganizationId).toBeNull();
    expect(await stateOf(id)).toMatchObject({ status: "pending", waiting_for_seat: true });
    const inbox = await server.call("me.listInvitations", {}, { as: personOf(waiting) });
    expect(inbox.value?.items).toEqual([]);
  });
});

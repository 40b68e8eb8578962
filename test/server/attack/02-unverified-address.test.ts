import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newToken } from "#server/dispatch/token.ts";
import { codeTo, goodPassword, newAddress, otherCode, signIn, signUp } from "#test/support/journeys.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { digest, insertInvitation, insertOrganization } from "../storage/rows.ts";

const address = "invited@example.com";
let server: TestServer;
let organizationId: string;
let invitationId: string;
const token = newToken();

beforeAll(async () => {
  server = await startTestServer();
  const { system } = server.services.pools;
  const owner: Person = await server.person("Olga Owner");
  organizationId = (await insertOrganization(system, owner.accountId)).id;
  invitationId = await insertInvitation(system, organizationId, address);
  await system
    .updateTable("invitations")
    .set({ token_digest: digest(token) })
    .where("id", "=", invitationId)
    .execute();
});
afterAll(async () => server.stop());

const status = async () =>
  (
    await server.services.pools.system
      .selectFrom("invitations")
      .select("status")
      .where("id", "=", invitationId)
      .executeTakeFirstOrThrow()
  ).status;

describe("case 2: an account with the invited, unverified address", () => {
  test("does not come to be without the mailed code, so nothing can accept", async () => {
    const headers = newAddress();
    const input = { email: address, name: "Mallory", password: goodPassword, invitationToken: token };
    const started = await server.call("account.signUp", input, { headers });
    const signUpId = started.value?.signUpId ?? "";
    const code = otherCode(await codeTo(server, address));
    expect((await server.call("account.verify", { signUpId, code }, { headers })).status).toBe(401);
    const signedIn = await server.call("session.signIn", { email: address, password: goodPassword }, { headers });
    expect(signedIn.status).toBe(401);
    expect(await status()).toBe("pending");
  });

  test("sees nothing even if such a row existed", async () => {
    const { system } = server.services.pools;
    const person = await server.person("Unverified");
    await system
      .updateTable("accounts")
      .set({ email: address, email_folded: address, email_verified_at: null })
      .where("id", "=", person.accountId)
      .execute();
    expect((await server.call("me.listInvitations", {}, { as: person })).value?.items).toEqual([]);
    const accepted = await server.call("invitation.acceptReceived", { invitationId }, { as: person });
    expect(accepted.status).toBeGreaterThanOrEqual(400);
    expect((await server.call("invitation.accept", { token }, { as: person })).status).toBeGreaterThanOrEqual(400);
    expect(await status()).toBe("pending");
    await system.deleteFrom("accounts").where("id", "=", person.accountId).execute();
  });

  test("cannot be prepared in advance with a stranger's password", async () => {
    const planted = { email: address, name: "Mallory", password: "a stranger chose this one" };
    await server.call("account.signUp", planted, { headers: newAddress() });
    await signUp(server, { email: address, invitationToken: token });
    expect(await status()).toBe("accepted");
    const { email, password } = planted;
    expect((await server.call("session.signIn", { email, password }, { headers: newAddress() })).status).toBe(401);
    await signIn(server, address);
  });
});

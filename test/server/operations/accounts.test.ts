import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { personOf, signIn, signUp } from "#test/support/journeys.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.stop());

describe("signing up", () => {
  test("leads from the mailed code to a session, and from there to signing in and refreshing", async () => {
    const signedUp = await signUp(server, { email: "Dana@Example.com", name: "Dana Reyes" });
    expect(signedUp.account).toMatchObject({ email: "Dana@Example.com", name: "Dana Reyes", locale: "en" });
    const me = await server.call("me.get", {}, { as: personOf(signedUp) });
    expect(me.value).toEqual(signedUp.account);

    const signedIn = await signIn(server, " dana@example.COM ");
    const refreshed = await server.call("session.refresh", { refreshToken: signedIn.refreshToken });
    expect(refreshed.value).toMatchObject({ sessionId: signedIn.sessionId, account: { id: signedUp.account.id } });
    expect(refreshed.value?.accessToken).not.toBe(signedIn.accessToken);
    const again = refreshed.value;
    if (again === undefined) throw new Error("no tokens");
    expect((await server.call("me.get", {}, { as: personOf(again) })).status).toBe(200);
  });
});

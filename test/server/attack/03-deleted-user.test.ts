import { afterAll, beforeAll, expect, test } from "vitest";
import { newAddress, personOf, signUp } from "#test/support/journeys.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.stop());

test("case 3: no token outlives its user", async () => {
  const { accountId, token } = await server.person("Gone Soon");
  const as = { accountId, token, name: "Gone Soon", email: "" };
  expect((await server.call("me.get", {}, { as })).status).toBe(200);
  await server.services.pools.system.deleteFrom("accounts").where("id", "=", accountId).execute();
  expect((await server.call("me.get", {}, { as })).status).toBe(401);
  expect((await server.call("me.update", { name: "Still here" }, { as })).status).toBe(401);
});

test("case 3: no refresh token outlives its session", async () => {
  const { sessionId, ...signedUp } = await signUp(server, { email: "gone@example.com" });
  await server.services.pools.system.deleteFrom("sessions").where("id", "=", sessionId).execute();
  const { refreshToken } = signedUp;
  expect((await server.call("session.refresh", { refreshToken }, { headers: newAddress() })).status).toBe(401);
  expect((await server.call("me.get", {}, { as: personOf({ sessionId, ...signedUp }) })).status).toBe(401);
});

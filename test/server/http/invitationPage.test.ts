import { startTestServer, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.stop());

test("the page of an invitation may load what is its own and nothing else; data may load nothing", async () => {
  const policyOf = async (url: string) => {
    const { headers } = await server.app.inject({ method: "GET", url });
    return String(headers["content-security-policy"]);
  };
  expect(await policyOf("/invite")).toContain("default-src 'none'");
  for (const kind of ["style", "script", "connect"]) {
    expect(await policyOf("/invite")).toContain(`${kind}-src 'self'`);
  }
  // A server without https, as on this computer or in a company's network, has nothing to upgrade to.
  expect(await policyOf("/invite")).not.toContain("upgrade-insecure-requests");
  expect(await policyOf("/v1/me")).toBe("default-src 'none'; frame-ancestors 'none'");
});

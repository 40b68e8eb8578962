import { startTestServer, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.stop());

test("the page of an invitation may load its own style and nothing else; data may load nothing", async () => {
  const policyOf = async (url: string) => {
    const { headers } = await server.app.inject({ method: "GET", url });
    return String(headers["content-security-policy"]);
  };
  expect(await policyOf("/invite")).toContain("default-src 'none'");
  expect(await policyOf("/invite")).toContain("style-src 'self'");
  expect(await policyOf("/v1/me")).toBe("default-src 'none'; frame-ancestors 'none'");
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operationOf } from "#contract/operations.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";

let server: TestServer;
let person: Person;
beforeAll(async () => {
  server = await startTestServer();
  person = await server.person("Pat");
});
afterAll(async () => server.stop());

const disguises = (path: string) => [
  `/${path}`,
  `${path}/`,
  `${path}.`,
  `${path}%2f`,
  `${path}%00`,
  `${path};x`,
  path.replace("/v1/", "/v1//"),
  path.replace("/v1/", "/v1%2f"),
  path.replace("/v1/", "/V1/"),
  path.replace("/v1/", "/v1/./"),
  path.replace("/v1/", "/x/../v1/"),
  path.replace("/v1/", "\\v1\\"),
];

describe("case 4: another spelling of a path", () => {
  test.each(disguises("/v1/me"))("%s reaches nothing without a sign-in", async (url) => {
    const { statusCode } = await server.app.inject({ method: "GET", url });
    expect([400, 401, 404]).toContain(statusCode);
  });

  test.each(["HEAD", "OPTIONS", "PUT", "TRACE"] as const)("%s is no way in", async (method) => {
    const headers = { authorization: `Bearer ${person.token}`, "x-http-method-override": "GET" };
    const reply = await server.app.inject({ method, url: "/v1/me", headers });
    expect([404, 405]).toContain(reply.statusCode);
    expect(reply.body).not.toContain(person.email);
  });

  test("does not escape the rate limit", async () => {
    const { limit } = operationOf("account.verify") as { limit: { perAddress: number } };
    const headers = { "x-forwarded-for": "192.0.2.4" };
    const payload = { signUpId: person.accountId, code: "000000" };
    const statuses: number[] = [];
    for (let round = 0; round < limit.perAddress / 5 + 2; round += 1) {
      const urls = ["/v1/accounts/verify", ...disguises("/v1/accounts/verify").slice(0, 9)];
      const replies = await Promise.all(
        urls.map(async (url) => server.app.inject({ method: "POST", url, headers, payload })),
      );
      statuses.push(...replies.map(({ statusCode }) => statusCode));
    }
    expect(statuses.filter((status) => status === 200)).toEqual([]);
    // Only tries that were counted were looked at: 10 for the attempt, whatever the spelling.
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(10);
  });
});

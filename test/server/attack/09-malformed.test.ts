import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readOptions } from "#server/options.ts";
import { migrate } from "#server/storage/migrate.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";

let server: TestServer;
let person: Person;
beforeAll(async () => {
  server = await startTestServer();
  person = await server.person("Pat");
});
afterAll(async () => server.stop());

describe("case 9: a malformed Authorization header", () => {
  test.each([
    "",
    " ",
    "Bearer",
    "Bearer ",
    "Bearer  ",
    "Bearer null",
    "Bearer undefined",
    "bearer",
    "Basic Og==",
    "Basic ÿ",
    "Digest username=",
    "Bearer é",
    `Bearer ${"x".repeat(8000)}`,
    "Bearer a.b.c",
    "Bearer %00",
    'Bearer "',
    ",,,",
  ])("%j is answered 401", async (authorization) => {
    const reply = await server.app.inject({ method: "GET", url: "/v1/me", headers: { authorization } });
    expect(reply.statusCode).toBe(401);
    expect(reply.json()).toMatchObject({ fault: { kind: "unauthenticated" } });
  });

  test("so is a right token in a wrong dress", async () => {
    for (const authorization of [
      person.token,
      `Token ${person.token}`,
      `Bearer ${person.token} `.replace(/ $/, ","),
      `Bearer ${person.token}, Bearer ${person.token}`,
      `Bearer ${person.token.slice(0, -1)}`,
      `Bearer ${person.token.toUpperCase()}`,
    ]) {
      const reply = await server.app.inject({ method: "GET", url: "/v1/me", headers: { authorization } });
      expect(reply.statusCode).toBe(401);
    }
  });

  test("a token in the query or a cookie is none", async () => {
    const inQuery = await server.app.inject({ method: "GET", url: `/v1/me?access_token=${person.token}` });
    expect(inQuery.statusCode).toBe(401);
    const headers = { cookie: `token=${person.token}` };
    expect((await server.app.inject({ method: "GET", url: "/v1/me", headers })).statusCode).toBe(401);
  });
});

describe("case 9: a configuration error", () => {
  test.each([["--port=none"], ["--log-level=loud"], ["--public-url=ftp://x"], ["--trust-proxy=maybe"], ["--open"]])(
    "%s stops the start",
    (argument) => {
      expect(() => readOptions([argument], {})).toThrow(/\S/);
    },
  );

  test("an unreachable database stops the start", async () => {
    await expect(migrate("postgres://nobody:nothing@127.0.0.1:1/none")).rejects.toThrow(/\S/);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeTo, goodPassword, newAddress } from "#test/support/journeys.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";

let server: TestServer;
let person: Person;
beforeAll(async () => {
  server = await startTestServer();
  person = await server.person("Pat");
});
afterAll(async () => server.stop());

const fields = {
  verified: true,
  emailVerified: true,
  email_verified_at: "2026-01-01T00:00:00.000Z",
  email: "ceo@example.com",
  role: "owner",
  isAdmin: true,
  password: goodPassword,
  password_digest: "x",
  createdAt: "2020-01-01T00:00:00.000Z",
  organizations: [],
  __proto__: { verified: true },
};

const row = async () =>
  server.services.pools.system
    .selectFrom("accounts")
    .selectAll()
    .where("id", "=", person.accountId)
    .executeTakeFirstOrThrow();

describe("case 13: fields that a person may not set", () => {
  test.each(Object.entries(fields))("%s is refused in a PATCH, and nothing changes", async (field, value) => {
    const before = await row();
    const headers = { authorization: `Bearer ${person.token}` };
    const payload = { name: "Changed", [field]: value };
    const reply = await server.app.inject({ method: "PATCH", url: "/v1/me", headers, payload });
    expect(reply.statusCode).toBe(400);
    expect(await row()).toEqual(before);
  });

  test("__proto__ and constructor in the JSON are refused", async () => {
    const headers = { authorization: `Bearer ${person.token}`, "content-type": "application/json" };
    for (const payload of ['{"__proto__":{"verified":true}}', '{"constructor":{"prototype":{"verified":true}}}']) {
      const reply = await server.app.inject({ method: "PATCH", url: "/v1/me", headers, payload });
      expect(reply.statusCode).toBe(400);
    }
  });

  test.each(Object.entries({ ...fields, accountId: "x", id: "x", emailVerified: true }))(
    "%s is refused at sign-up",
    async (field, value) => {
      if (field === "email" || field === "password") return;
      const payload = { email: "new@example.com", name: "New", password: goodPassword, [field]: value };
      const reply = await server.app.inject({ method: "POST", url: "/v1/accounts", headers: newAddress(), payload });
      expect(reply.statusCode).toBe(400);
      await expect(codeTo(server, "new@example.com")).rejects.toThrow("No code");
    },
  );
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";

let server: TestServer;
let attacker: Person;
let victim: Person;
beforeAll(async () => {
  server = await startTestServer();
  attacker = await server.person("Mallory");
  victim = await server.person("Vera");
});
afterAll(async () => server.stop());

const as = () => ({ authorization: `Bearer ${attacker.token}` });
const nameOf = async (person: Person) => (await server.call("me.get", {}, { as: person })).value?.name;

describe("case 1: a request that names another user", () => {
  test.each(["accountId", "userId", "id", "account", "actor"])("is refused with %s in the body", async (field) => {
    const payload = { name: "Owned", [field]: victim.accountId };
    const reply = await server.app.inject({ method: "PATCH", url: "/v1/me", headers: as(), payload });
    expect(reply.statusCode).toBe(400);
    expect(reply.json()).toMatchObject({ fault: { kind: "invalid", issues: [{ code: "unknownField" }] } });
    expect([await nameOf(attacker), await nameOf(victim)]).toEqual(["Mallory", "Vera"]);
  });

  test.each([
    ["GET", "/v1/me"],
    ["GET", "/v1/sessions"],
    ["GET", "/v1/me/security-events"],
    ["DELETE", "/v1/sessions"],
    ["DELETE", "/v1/sessions/current"],
  ] as const)("is refused with the account in the query of %s %s", async (method, path) => {
    const url = `${path}?accountId=${victim.accountId}`;
    expect((await server.app.inject({ method, url, headers: as() })).statusCode).toBe(400);
    expect([await nameOf(attacker), await nameOf(victim)]).toEqual(["Mallory", "Vera"]);
  });

  test("cannot see or end another person's session", async () => {
    const mine = await server.call("session.list", {}, { as: victim });
    const sessionId = mine.value?.items[0]?.id ?? "";
    const reply = await server.call("session.revoke", { sessionId }, { as: attacker });
    expect(reply.fault).toMatchObject({ kind: "notFound", what: "session" });
    const theirs = await server.call("session.list", {}, { as: attacker });
    expect(theirs.value?.items.map(({ id }) => id)).not.toContain(sessionId);
    expect(await nameOf(victim)).toBe("Vera");
  });

  test("cannot page through another person's security log", async () => {
    await server.call("me.update", { name: "Vera V" }, { as: victim });
    const log = await server.call("me.listSecurityEvents", {}, { as: attacker });
    expect(log.value?.items).toEqual([]);
  });
});

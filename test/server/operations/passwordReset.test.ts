import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  codeTo,
  goodPassword,
  lettersTo,
  newAddress,
  otherCode,
  personOf,
  signIn,
  signUp,
} from "#test/support/journeys.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";

const newPassword = "marigold-tunnel-48-cinder";
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.stop());

async function ask(email: string): Promise<string> {
  const reply = await server.call("account.requestPasswordReset", { email }, { headers: newAddress() });
  if (reply.fault) throw new Error(JSON.stringify(reply.fault));
  return reply.value.resetId;
}

const confirm = async (resetId: string, code: string, password = newPassword) =>
  server.call("account.resetPassword", { resetId, code, password }, { headers: newAddress() });

describe("resetting a password", () => {
  test("ends every session, tells the person, and lets the new password in and the old one out", async () => {
    const first = await signUp(server, { email: "reset@example.com" });
    const second = await signIn(server, "reset@example.com");
    const resetId = await ask("RESET@example.com");
    expect((await confirm(resetId, await codeTo(server, "reset@example.com"))).value).toEqual({ done: true });
    for (const session of [first, second]) {
      expect((await server.call("me.get", {}, { as: personOf(session) })).status).toBe(401);
      const { refreshToken } = session;
      const refreshed = await server.call("session.refresh", { refreshToken }, { headers: newAddress() });
      expect(refreshed.fault).toMatchObject({ kind: "unauthenticated", reason: "expired" });
    }
    expect((await lettersTo(server, "reset@example.com")).at(-1)).toMatchObject({ letter: "passwordChanged" });
    await signIn(server, "reset@example.com", newPassword);
    const old = { email: "reset@example.com", password: goodPassword };
    expect((await server.call("session.signIn", old, { headers: newAddress() })).status).toBe(401);
  });

  test("answers the same for an address without an account, and mails nothing", async () => {
    const resetId = await ask("nobody@example.com");
    expect(await lettersTo(server, "nobody@example.com")).toEqual([]);
    const replies = await Promise.all(Array.from({ length: 7 }, async () => confirm(resetId, "123456")));
    expect(replies.filter(({ fault }) => fault?.kind === "unauthenticated")).toHaveLength(5);
    expect(replies.filter(({ fault }) => fault?.kind === "limitReached")).toHaveLength(2);
  });

  test("gives a code five tries, also at once, and one use", async () => {
    await signUp(server, { email: "tries@example.com" });
    const spent = await ask("tries@example.com");
    const code = await codeTo(server, "tries@example.com");
    const wrong = await Promise.all(Array.from({ length: 8 }, async () => confirm(spent, otherCode(code))));
    expect(wrong.filter(({ fault }) => fault?.kind === "unauthenticated")).toHaveLength(5);
    expect((await confirm(spent, code)).fault).toMatchObject({ kind: "limitReached", limit: "attempts" });

    const again = await ask("tries@example.com");
    const right = await codeTo(server, "tries@example.com");
    const replies = await Promise.all(Array.from({ length: 3 }, async () => confirm(again, right)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ fault }) => fault?.kind === "conflict" && fault.code === "codeSpent")).toHaveLength(2);
  });

  test("makes the other codes of the account useless", async () => {
    await signUp(server, { email: "several@example.com" });
    const first = await ask("several@example.com");
    const firstCode = await codeTo(server, "several@example.com");
    const second = await ask("several@example.com");
    expect((await confirm(second, await codeTo(server, "several@example.com"))).status).toBe(200);
    expect((await confirm(first, firstCode)).fault).toMatchObject({ kind: "conflict", code: "codeSpent" });
  });

  test("applies the password rules, without costing a try where they concern everybody", async () => {
    await signUp(server, { email: "rules@example.com" });
    const resetId = await ask("rules@example.com");
    const code = await codeTo(server, "rules@example.com");
    for (let time = 0; time < 6; time += 1) {
      const reply = await confirm(resetId, code, "password1234");
      expect(reply.fault).toMatchObject({ kind: "invalid", issues: [{ path: "password", code: "common" }] });
    }
    expect((await confirm(resetId, code, "rules@example.com")).fault).toMatchObject({
      kind: "invalid",
      issues: [{ path: "password", code: "containsEmail" }],
    });
    expect((await confirm(resetId, code)).status).toBe(200);
  });
});

import { performance } from "node:perf_hooks";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SignedIn } from "#contract/entities/account.ts";
import { noticeChannel } from "#server/feed/notices.ts";
import { eventually } from "#test/support/eventually.ts";
import { goodPassword, newAddress, personOf, signIn, signUp } from "#test/support/journeys.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";
import { holdClock } from "../heldClock.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.stop());

const statusOf = async (session: SignedIn) => (await server.call("me.get", {}, { as: personOf(session) })).status;

const kindsOf = async (session: SignedIn) => {
  const log = await server.call("me.listSecurityEvents", {}, { as: personOf(session) });
  return log.value?.items.map(({ kind }) => kind);
};

const attempt = async (email: string, password: string, address = newAddress()) =>
  server.call("session.signIn", { email, password }, { headers: address });

describe("signing in", () => {
  test("is refused in the same words for a wrong password and for nobody", async () => {
    const person = await signUp(server, { email: "words@example.com" });
    const wrong = await attempt("words@example.com", "not the right password");
    const nobody = await attempt("nobody@example.com", "not the right password");
    const { requestId: _, ...fault } = wrong.fault ?? { requestId: "" };
    expect(fault).toEqual({ kind: "unauthenticated", reason: "badCredentials" });
    expect(nobody).toEqual({ ...wrong, fault: { ...fault, requestId: nobody.fault?.requestId } });
    const log = await server.call("me.listSecurityEvents", {}, { as: personOf(person) });
    expect(log.value?.items[0]).toMatchObject({
      kind: "session.signInFailed",
      address: expect.stringMatching(/^10\.1\./),
    });
  });

  test("takes as long for nobody as for a wrong password", async () => {
    const emails = ["time-a@example.com", "time-b@example.com", "time-c@example.com"];
    for (const email of emails) await signUp(server, { email });
    const timed = async (email: string) => {
      const before = performance.now();
      await attempt(email, "not the right password");
      return performance.now() - before;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      for (const email of emails) {
        const inTurn = [
          async () => known.push(await timed(email)),
          async () => unknown.push(await timed(`not-${email}`)),
        ];
        for (const one of round % 2 === 0 ? inTurn : inTurn.reverse()) await one();
      }
    }
    // The quickest quarter says most about the work itself: the rest waited for other processes too.
    const typical = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(times.length / 4)] ?? 0;
    const ratio = typical(unknown) / typical(known);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  test("remembers the place, and shows which is this one", async () => {
    const first = await signUp(server, { email: "places@example.com" });
    const headers = { ...newAddress(), "user-agent": "Orgdesk/1 (Test)" };
    const input = { email: "places@example.com", password: goodPassword, client: "Kitchen 🍳" };
    const second = await server.call("session.signIn", input, { headers });
    if (second.fault || "challenge" in second.value) throw new Error(JSON.stringify(second));
    const list = await server.call("session.list", {}, { as: personOf(second.value) });
    expect(list.value?.items).toMatchObject([
      { id: second.value.sessionId, client: "Kitchen 🍳", userAgent: "Orgdesk/1 (Test)", current: true },
      { id: first.sessionId, client: "desktop", current: false },
    ]);
  });

  test.each(["a\u0000b", "\u202eb", "\u200b", "x".repeat(10_240), "\ud800"])(
    "refuses the client name %j",
    async (client) => {
      const input = { email: "nobody@example.org", password: goodPassword, client };
      const reply = await server.call("session.signIn", input, { headers: newAddress() });
      expect(reply.fault).toMatchObject({ kind: "invalid", issues: [{ path: "client" }] });
    },
  );
});

describe("ending sessions", () => {
  test("signing out ends this one, at once, and closes its feeds", async () => {
    const here = await signUp(server, { email: "out@example.com" });
    const there = await signIn(server, "out@example.com");
    const heard: string[] = [];
    const forget = await server.services.listener.on(noticeChannel, (payload) => heard.push(payload));
    expect((await server.call("session.signOut", {}, { as: personOf(here) })).value).toEqual({ ended: 1 });
    expect(await statusOf(here)).toBe(401);
    expect(await statusOf(there)).toBe(200);
    const { refreshToken } = here;
    const refreshed = await server.call("session.refresh", { refreshToken }, { headers: newAddress() });
    expect(refreshed.status).toBe(401);
    await eventually(() => expect(heard.join()).toContain(here.sessionId));
    expect(heard.join()).not.toContain(there.sessionId);
    expect(await kindsOf(there)).toContain("session.signedOut");
    await forget();
  });

  test("signing out everywhere ends all", async () => {
    const here = await signUp(server, { email: "all@example.com" });
    const there = await signIn(server, "all@example.com");
    expect((await server.call("session.signOutEverywhere", {}, { as: personOf(here) })).value).toEqual({ ended: 2 });
    expect([await statusOf(here), await statusOf(there)]).toEqual([401, 401]);
    expect(await kindsOf(await signIn(server, "all@example.com"))).toContain("session.revokedAll");
  });

  test("revoking ends the other place; an ended or unknown one is not found", async () => {
    const here = await signUp(server, { email: "revoke@example.com" });
    const { sessionId, ...there } = await signIn(server, "revoke@example.com");
    const as = personOf(here);
    expect((await server.call("session.revoke", { sessionId }, { as })).value).toEqual({ ended: 1 });
    expect(await statusOf({ sessionId, ...there })).toBe(401);
    expect((await server.call("session.revoke", { sessionId }, { as })).fault).toMatchObject({ kind: "notFound" });
    expect(await kindsOf(here)).toContain("session.revoked");
  });

  test("hundreds of sessions fit into the announcements", async () => {
    const here = await signUp(server, { email: "hundreds@example.com" });
    const { system } = server.services.pools;
    const expires_at = new Date(Date.now() + 3_600_000);
    const account_id = here.account.id;
    const ids = Array.from({ length: 700 }, (_, index) => `01990000-0000-7000-8000-${String(index).padStart(12, "0")}`);
    await system
      .insertInto("sessions")
      .values(ids.map((id) => ({ id, account_id, expires_at })))
      .execute();
    const reply = await server.call("session.signOutEverywhere", {}, { as: personOf(here) });
    expect(reply.value).toEqual({ ended: 701 });
  });
});

describe("changing the password", () => {
  const newPassword = "marigold-tunnel-48-cinder";

  test("keeps this session and ends the others", async () => {
    const here = await signUp(server, { email: "change@example.com" });
    const there = await signIn(server, "change@example.com");
    const input = { currentPassword: goodPassword, newPassword };
    const reply = await server.call("me.changePassword", input, { as: personOf(here), headers: newAddress() });
    expect(reply.value).toEqual({ endedSessions: 1 });
    expect([await statusOf(here), await statusOf(there)]).toEqual([200, 401]);
    await signIn(server, "change@example.com", newPassword);
    expect((await attempt("change@example.com", goodPassword)).status).toBe(401);
    expect(await kindsOf(here)).toContain("account.passwordChanged");
  });

  test("needs the current one, and allows ten tries from wherever they come", async () => {
    holdClock();
    const here = await signUp(server, { email: "current@example.com" });
    const input = { currentPassword: "not the current password", newPassword };
    const replies = await Promise.all(
      Array.from({ length: 14 }, async () =>
        server.call("me.changePassword", input, { as: personOf(here), headers: newAddress() }),
      ),
    );
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(replies.filter(({ status }) => status === 429)).toHaveLength(4);
    await eventually(async () => expect(await kindsOf(here)).toContain("session.signInFailed"));
    await signIn(server, "current@example.com");
  });

  test("applies the rules to the new one", async () => {
    const here = await signUp(server, { email: "newrules@example.com" });
    const input = { currentPassword: goodPassword, newPassword: "newrules@example.com" };
    const reply = await server.call("me.changePassword", input, { as: personOf(here), headers: newAddress() });
    expect(reply.fault).toMatchObject({ issues: [{ path: "newPassword", code: "containsEmail" }] });
  });
});

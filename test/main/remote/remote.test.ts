import type { Fault } from "#contract/fault.ts";
import { createRemote } from "#main/remote/remote.ts";
import { describe, expect, test } from "vitest";
import { ada, memberId, organizationId } from "../support/people.ts";
import { breakConnection, sendFault, stubServer } from "../support/stub-server.ts";
import { heldTokens } from "../support/tokens.ts";

const remoteTo = (url: string, timeoutMs = 30_000) =>
  createRemote({ baseUrl: () => url, tokens: heldTokens("an-access-token", "a-refresh-token"), timeoutMs });

const faults: Fault[] = [
  { kind: "invalid", issues: [{ path: "name", code: "too_big", message: "Too long" }], requestId: "r1" },
  { kind: "unauthenticated", reason: "badCredentials" },
  { kind: "forbidden", refusal: { code: "lastOwner" } },
  { kind: "notFound", what: "organization" },
  { kind: "conflict", code: "slugTaken" },
  { kind: "limitReached", limit: "rate", retryAfter: 12 },
  { kind: "unavailable", requestId: "r2" },
  { kind: "internal", requestId: "r3" },
];

describe("faults", () => {
  test.each(faults)("a problem document of kind $kind arrives as it was sent", async (fault) => {
    const { url } = await stubServer({ "me.get": async (_, reply) => await sendFault(reply, fault) });
    expect(await remoteTo(url).call("me.get", {})).toEqual({ ok: false, fault });
  });

  test.each([
    [502, { kind: "unavailable" }],
    [503, { kind: "unavailable" }],
    [504, { kind: "unavailable" }],
    [500, { kind: "internal" }],
    [413, { kind: "limitReached", limit: "size" }],
    [429, { kind: "limitReached", limit: "rate", retryAfter: 3 }],
    [302, { kind: "internal" }],
    [404, { kind: "internal" }],
  ])("status %i without a problem document", async (status, fault) => {
    const { url } = await stubServer({
      "me.get": async (_, reply) => await reply.status(status).header("retry-after", "3").send("<html>"),
    });
    expect(await remoteTo(url).call("me.get", {})).toEqual({ ok: false, fault });
  });

  test.each([
    ["not JSON", "<html>hotel Wi-Fi</html>"],
    ["another shape", JSON.stringify({ ...ada, id: 7 })],
    ["nothing", ""],
  ])("an answer that is %s is a fault of kind internal", async (_, body) => {
    const { url } = await stubServer({ "me.get": async (_, reply) => await reply.send(body) });
    expect(await remoteTo(url).call("me.get", {})).toEqual({ ok: false, fault: { kind: "internal" } });
  });

  test("no server: offline", async () => {
    expect(await remoteTo("http://127.0.0.1:1").call("me.get", {})).toEqual({ ok: false, fault: { kind: "offline" } });
  });

  test("only of a server on another computer a compressed answer is asked for", async () => {
    const { url, requests } = await stubServer({ "me.get": async (_, reply) => await reply.send(ada) });
    await remoteTo(url).call("me.get", {});
    // The same server under an address that is not known to be this computer's.
    await remoteTo(url.replace("127.0.0.1", "[::ffff:127.0.0.1]")).call("me.get", {});
    const [here, away] = requests.map(({ headers }) => headers["accept-encoding"]);
    expect([here, away]).toEqual(["identity", expect.stringMatching(/\bbr\b/)]);
  });

  test("a walk of the whole audit chain may take longer than other answers", async () => {
    const report = {
      intact: true,
      events: 2,
      head: "f".repeat(64),
      brokenAt: null,
      problem: null,
      fromColumns: false,
      checkedAt: ada.createdAt,
    };
    const { url } = await stubServer({
      "auditEvent.verify": async (_, reply) => {
        await new Promise((resolve) => setTimeout(resolve, 400));
        return await reply.send(report);
      },
    });
    const answer = await remoteTo(url, 150).call("auditEvent.verify", { organizationId });
    expect(answer).toMatchObject({ ok: true, value: report });
  });

  test("no answer in time: offline, and not asked twice", async () => {
    const { url, requests } = await stubServer({ "me.get": async () => await new Promise(() => {}) });
    expect(await remoteTo(url, 150).call("me.get", {})).toEqual({ ok: false, fault: { kind: "offline" } });
    // On a busy machine the time may be over before the request arrived.
    expect(requests.length).toBeLessThan(2);
  });

  test("a call that its caller gave up is not offline", async () => {
    const { url } = await stubServer({ "me.get": async () => await new Promise(() => {}) });
    const abort = AbortSignal.timeout(50);
    expect(await remoteTo(url).call("me.get", {}, { signal: abort })).toEqual({
      ok: false,
      fault: { kind: "unavailable" },
    });
  });
});

describe("requests", () => {
  test("fields go to the path, the query with repeated lists, or the body", async () => {
    const { url, requests } = await stubServer({
      "member.list": async () => ({ items: [], next: null, total: 0, matching: 0 }),
      "member.changeRole": async (_, reply) => await sendFault(reply, { kind: "internal" }),
    });
    const remote = remoteTo(url);
    const input = { organizationId, role: ["admin", "owner"], search: "a&b=c ü" };
    expect((await remote.call("member.list", input)).ok).toBe(true);
    expect(requests[0]?.params).toEqual({ organizationId });
    expect(requests[0]?.query).toEqual({ role: ["admin", "owner"], search: "a&b=c ü" });
    await remote.call("member.changeRole", { organizationId, memberId, role: "admin" });
    expect(requests[1]?.body).toEqual({ role: "admin" });
    expect(requests[1]?.headers.authorization).toBe("Bearer an-access-token");
  });

  test("a command carries an idempotency key, a query and a public command do not", async () => {
    const { url, requests } = await stubServer({
      "me.get": async () => ada,
      "me.update": async () => ada,
      "account.requestPasswordReset": async () => ({ resetId: memberId }),
    });
    const remote = remoteTo(url);
    await remote.call("me.update", { name: "Ada" });
    await remote.call("me.get", {});
    await remote.call("account.requestPasswordReset", { email: "ada@example.com" });
    const [command, query, open] = requests.map(({ headers }) => headers);
    expect(command?.["idempotency-key"]).toMatch(/^[\da-f-]{36}$/);
    expect(query).not.toHaveProperty("idempotency-key");
    expect(open).not.toHaveProperty("idempotency-key");
    expect(open).not.toHaveProperty("authorization");
  });

  test.each([
    ["before its answer", undefined],
    ["in the middle of its answer", '{"id":'],
  ])("a connection lost %s is tried once more with the same key", async (_, part) => {
    let count = 0;
    const { url, requests } = await stubServer({
      "me.update": async (_, reply) => (++count === 1 ? breakConnection(reply, part) : ada),
    });
    expect(await remoteTo(url).call("me.update", { name: "Ada" })).toMatchObject({ ok: true, value: ada });
    const keys = requests.map(({ headers }) => headers["idempotency-key"]);
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  test("a connection lost twice is offline; a public command is never repeated", async () => {
    const { url, requests } = await stubServer({
      "me.get": async (_, reply) => breakConnection(reply),
      "session.signIn": async (_, reply) => breakConnection(reply),
    });
    const remote = remoteTo(url);
    expect(await remote.call("me.get", {})).toEqual({ ok: false, fault: { kind: "offline" } });
    expect(requests).toHaveLength(2);
    const answer = await remote.call("session.signIn", { email: "ada@example.com", password: "secret words" });
    expect(answer).toEqual({ ok: false, fault: { kind: "offline" } });
    expect(requests).toHaveLength(3);
  });
});

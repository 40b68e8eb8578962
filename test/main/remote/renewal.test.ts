import { createRemote } from "#main/remote/remote.ts";
import { expect, test } from "vitest";
import { ada, signedIn } from "../support/people.ts";
import { sendFault, stubServer } from "../support/stub-server.ts";
import { heldTokens } from "../support/tokens.ts";

const expired = { kind: "unauthenticated", reason: "expired" } as const;

/** A server that takes only the access token of the first refresh. */
async function serverTaking(token: string) {
  let refreshes = 0;
  const server = await stubServer({
    "me.get": async (request, reply) =>
      request.headers.authorization === `Bearer ${token}` ? ada : await sendFault(reply, expired),
    "me.update": async (request, reply) =>
      request.headers.authorization === `Bearer ${token}` ? ada : await sendFault(reply, expired),
    "session.refresh": async () => signedIn(++refreshes),
  });
  return { ...server, refreshes: () => refreshes };
}

test("twenty calls with an expired token share one refresh and all succeed", async () => {
  const server = await serverTaking(signedIn(1).accessToken);
  const remote = createRemote({ baseUrl: () => server.url, tokens: heldTokens("old", "refresh") });
  const answers = await Promise.all(Array.from({ length: 20 }, async () => await remote.call("me.get", {})));
  expect(answers.every((answer) => answer.ok)).toBe(true);
  expect(server.refreshes()).toBe(1);
});

test("a command keeps its key when it is sent again after a refresh", async () => {
  const server = await serverTaking(signedIn(1).accessToken);
  const remote = createRemote({ baseUrl: () => server.url, tokens: heldTokens("old", "refresh") });
  expect((await remote.call("me.update", { name: "Ada" })).ok).toBe(true);
  const keys = server.requests
    .filter(({ method }) => method === "PATCH")
    .map(({ headers }) => headers["idempotency-key"]);
  expect(new Set(keys).size).toBe(1);
  expect(keys).toHaveLength(2);
});

test("a start with only a refresh token refreshes before the first call", async () => {
  const server = await serverTaking(signedIn(1).accessToken);
  const remote = createRemote({ baseUrl: () => server.url, tokens: heldTokens(null, "refresh") });
  expect(await remote.call("me.get", {})).toMatchObject({ ok: true, value: ada });
  expect(server.requests.map(({ url }) => url)).toEqual(["/v1/sessions/refresh", "/v1/me"]);
});

test("a token that stays refused is renewed once, not for ever", async () => {
  const server = await serverTaking("nothing");
  const remote = createRemote({ baseUrl: () => server.url, tokens: heldTokens("old", "refresh") });
  expect(await remote.call("me.get", {})).toEqual({ ok: false, fault: expired });
  expect(server.refreshes()).toBe(1);
});

test("a refused refresh signs out; a failed one does not", async () => {
  let refusing = false;
  const server = await stubServer({
    "me.get": async (_, reply) => await sendFault(reply, expired),
    "session.refresh": async (_, reply) =>
      await sendFault(reply, refusing ? { kind: "unauthenticated", reason: "invalid" } : { kind: "unavailable" }),
  });
  const tokens = heldTokens("old", "refresh");
  const remote = createRemote({ baseUrl: () => server.url, tokens });
  expect(await remote.call("me.get", {})).toEqual({ ok: false, fault: { kind: "unavailable" } });
  expect(tokens.refusals).toEqual([]);
  refusing = true;
  expect(await remote.call("me.get", {})).toMatchObject({ ok: false, fault: { kind: "unauthenticated" } });
  expect(tokens.refusals).toEqual(["refresh"]);
});

test("without tokens nothing is asked of the server", async () => {
  const server = await serverTaking("any");
  const remote = createRemote({ baseUrl: () => server.url, tokens: heldTokens(null, null) });
  expect(await remote.call("me.get", {})).toEqual({ ok: false, fault: { kind: "unauthenticated", reason: "missing" } });
  expect(server.requests).toHaveLength(0);
});

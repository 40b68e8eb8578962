import { answered, failed } from "#contract/answer.ts";
import { version } from "#contract/version.ts";
import { createGapWatch } from "#main/remote/gap.ts";
import { createRemote } from "#main/remote/remote.ts";
import { olderOf } from "#main/remote/versions.ts";
import { expect, test } from "vitest";
import { ada } from "../support/people.ts";
import { sendFault, stubServer } from "../support/stub-server.ts";
import { heldTokens } from "../support/tokens.ts";

const before = "0.0.9";
const after = "99.0.0";

const remoteTo = (url: string, access: string | null = "access") =>
  createRemote({ baseUrl: () => url, tokens: heldTokens(access, "a-refresh-token") });

test.each([
  ["0.1.0", "0.2.0", "server"],
  ["0.9.0", "0.10.0", "server"],
  ["1.0.0", "0.10.0", "desktop"],
  ["0.2.0-beta.1", "0.2.0", null],
  ["0.2.0+build7", "0.2.0", null],
  ["0.2.0", "0.2.0", null],
  [null, "0.2.0", null],
])("a server of version %s and a desktop of version %s: older is %s", (server, desktop, older) => {
  expect(olderOf(server, desktop)).toBe(older);
});

const invalid = (code: string) =>
  ({ kind: "invalid", issues: [{ path: "name", code, message: "Not valid" }] }) as const;

/** How an old or a new server answers what is not of its contract, and who is to be updated then. */
test.each([
  ["an operation is not known", { kind: "notFound", what: "path" }, before, "server"],
  ["an operation is no longer known", { kind: "notFound", what: "path" }, after, "desktop"],
  ["an operation is not known, nor the version", { kind: "notFound", what: "path" }, null, "server"],
  ["an operation is not known to the same version", { kind: "notFound", what: "path" }, version, "server"],
  ["a field is not known", invalid("unknownField"), before, "server"],
  ["a field is no longer known", invalid("unknownField"), after, "desktop"],
  ["a value is not known", invalid("invalid_value"), before, "server"],
  ["a value has become another type", invalid("invalid_type"), after, "desktop"],
  ["a value is not known to the same version", invalid("invalid_value"), version, null],
  ["a text is too long for it", invalid("too_big"), before, null],
  ["a thing does not exist", { kind: "notFound", what: "member" }, before, null],
] as const)("%s", async (_, fault, ofVersion, older) => {
  const { url } = await stubServer({ "me.update": async (_, reply) => await sendFault(reply, fault) }, ofVersion);
  expect(await remoteTo(url).call("me.update", { name: "Ada" })).toEqual({
    ok: false,
    fault: older === null ? fault : { kind: "outdated", older, serverVersion: ofVersion },
  });
});

const newFault = { type: "urn:orgdesk:fault:frozen", title: "Frozen", status: 409, fault: { kind: "frozen" } };

test.each([
  ["an answer of another shape", 200, { ...ada, locale: 7 }, after, "desktop"],
  ["an answer without a new field", 200, { ...ada, timeZone: undefined }, before, "server"],
  ["an answer of another shape from the same version", 200, { ...ada, locale: 7 }, version, null],
  ["an answer of another shape from a server that tells no version", 200, { ...ada, locale: 7 }, null, null],
  ["a fault that is not known here", 409, newFault, after, "desktop"],
  ["a fault that is not known here, from the same version", 409, newFault, version, null],
])("%s", async (_, status, body, ofVersion, older) => {
  const { url } = await stubServer({ "me.get": async (_, reply) => await reply.status(status).send(body) }, ofVersion);
  expect(await remoteTo(url).call("me.get", {})).toEqual({
    ok: false,
    fault: older === null ? { kind: "internal" } : { kind: "outdated", older, serverVersion: ofVersion },
  });
});

test("a hotel's page instead of an answer says nothing of versions", async () => {
  const { url } = await stubServer({ "me.get": async (_, reply) => await reply.send("<html>Wi-Fi</html>") }, after);
  expect(await remoteTo(url).call("me.get", {})).toEqual({ ok: false, fault: { kind: "internal" } });
});

test("a route that the server lacks, a stream among them, as it really answers it", async () => {
  const { url } = await stubServer({}, before);
  const outdated = { ok: false, fault: { kind: "outdated", older: "server", serverVersion: before } };
  expect(await remoteTo(url).call("me.get", {})).toEqual(outdated);
  expect(await remoteTo(url).stream("feed.follow", {})).toEqual(outdated);
});

test("a renewal of the session that cannot be read leaves the person signed in", async () => {
  const { url } = await stubServer({ "session.refresh": async () => ({ accessToken: 7 }) }, after);
  expect(await remoteTo(url, null).call("me.get", {})).toEqual({
    ok: false,
    fault: { kind: "outdated", older: "desktop", serverVersion: after },
  });
});

test("the gap is told once, and goes when the server has another version", async () => {
  const told: unknown[] = [];
  let running = before;
  const gap = createGapWatch({ serverVersion: async () => running, onChange: () => told.push(gap.current()) });
  const found = { older: "server", serverVersion: before } as const;
  gap.saw(answered(ada));
  for (let i = 0; i < 2; i++) gap.saw(failed({ kind: "outdated", ...found, requestId: `r${i}` }));
  await gap.look();
  expect(told).toEqual([found]);
  running = version;
  await gap.look();
  expect(told).toEqual([found, null]);
});

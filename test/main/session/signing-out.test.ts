import { eventually } from "#test/support/eventually.ts";
import { createFarewells } from "#main/session/farewells.ts";
import { expect, test } from "vitest";
import { memorySecrets } from "../support/secrets.ts";
import { testDesktop } from "../support/desktop.ts";
import { gateTo } from "../support/gate.ts";
import { signedIn } from "../support/people.ts";
import { sendFault, stubServer } from "../support/stub-server.ts";
import { password, wholeServer, type WholeServer } from "../support/whole-server.ts";

/** A desktop at which somebody is signed in, over a line that can be cut. */
async function scene() {
  const server = await wholeServer();
  const gate = await gateTo(server.url);
  const secrets = memorySecrets();
  const desktop = testDesktop({ secrets });
  await desktop.call("server.choose", { choice: { kind: "remote", url: gate.url } });
  await desktop.call("session.signIn", { email: "ada@example.com", password });
  await eventually(() => expect(server.feeds.size).toBe(1));
  return { server, gate, secrets, desktop };
}

/** With what tokens the server was told that a session is over. */
const farewells = ({ requests }: WholeServer) =>
  requests
    .filter(({ method, url }) => method === "DELETE" && url === "/v1/sessions/current")
    .map(({ headers }) => headers.authorization);

const ofAda = `Bearer ${signedIn().accessToken}`;

test("ends at once on a line that is dead, and the server is told when it is back", async () => {
  const { server, gate, secrets, desktop } = await scene();
  gate.silence();
  expect(await desktop.call("session.signOut", { everywhere: false })).toMatchObject({ ok: true });
  expect(desktop.state().account).toBeNull();
  expect(await secrets.read(`session:${gate.url}`)).toBeNull();
  await gate.shut();
  await gate.open();
  await eventually(() => expect(farewells(server)).toEqual([ofAda]));
});

test("is told to the server before the program ends", async () => {
  const { server, desktop } = await scene();
  await desktop.call("session.signOut", { everywhere: false });
  await desktop.stop();
  expect(farewells(server)).toEqual([ofAda]);
});

test("goes with leaving the server, which waits for a dead line no longer than a moment", async () => {
  const { server, desktop } = await scene();
  expect(await desktop.call("server.leave", {})).toMatchObject({ ok: true, value: { account: null, server: null } });
  expect(farewells(server)).toEqual([ofAda]);
  const other = await scene();
  other.gate.silence();
  expect(await other.desktop.call("server.leave", {})).toMatchObject({ value: { account: null, server: null } });
  expect(await other.secrets.read(`session:${other.gate.url}`)).toBeNull();
});

test("everywhere is told once, and nothing of it again in the background", async () => {
  const { server, desktop } = await scene();
  expect(await desktop.call("session.signOut", { everywhere: true })).toMatchObject({ ok: true });
  await desktop.stop();
  expect(server.requests.filter(({ method }) => method === "DELETE").map(({ url }) => url)).toEqual(["/v1/sessions"]);
});

test("a server that has ended the session already is asked no second time", async () => {
  const server = await stubServer({
    "session.signOut": async (_, reply) => await sendFault(reply, { kind: "unauthenticated", reason: "expired" }),
    "session.refresh": async (_, reply) => await sendFault(reply, { kind: "unauthenticated", reason: "expired" }),
  });
  const farewell = createFarewells({ baseUrl: () => server.url }, { firstMs: 1, mostMs: 1 });
  farewell.say({ access: "access", refresh: "refresh" });
  await farewell.close();
  expect(server.requests.map(({ url }) => url)).toEqual(["/v1/sessions/current", "/v1/sessions/refresh"]);
});

import { createServer, type Socket } from "node:net";
import { eventually } from "#test/support/eventually.ts";
import type { Person, TestServer } from "#test/support/server.ts";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import type { TestDesktop } from "../support/desktop.ts";
import { givePassword, machine, password, signIn, wholeSnapshot } from "./support/desktops.ts";
import { servedTeam } from "./support/team.ts";

let server: TestServer;
let url: string;
let owner: Person;
let email: string;
let organizationId: string;
let memberIds: readonly string[];

beforeEach(async () => {
  ({ server, url, owner, email, organizationId, memberIds } = await servedTeam());
});
afterEach(async () => server.stop());

const prefer = { prefer: "snapshot" } as const;
const nothing = { ok: false, fault: { kind: "notFound", what: "snapshot" } };
const first = async (desktop: TestDesktop) => await desktop.call("member.list", { organizationId }, prefer);

/** At the server's address, something that takes connections and never answers. */
async function silentServer(): Promise<void> {
  await server.app.close();
  const sockets = new Set<Socket>();
  const silent = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => socket.destroy());
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    silent.close();
  });
  await new Promise<void>((resolve) => void silent.listen(Number(new URL(url).port), "127.0.0.1", resolve));
}

test("a warm start shows the last team while the server has not said a word", async () => {
  const place = machine();
  const before = place.desktop();
  await signIn(before, url, email);
  await wholeSnapshot(before);
  await before.stop();
  await silentServer();

  const desktop = place.desktop();
  const started = desktop.start();
  await eventually(() => expect(desktop.state().account?.email).toBe(email));
  expect(await desktop.call("organization.list", {}, prefer)).toMatchObject({ ok: true, value: { total: 1 } });
  expect(await first(desktop)).toMatchObject({ ok: true, value: { matching: 2 }, source: { from: "snapshot" } });
  expect(desktop.state().connection).not.toBe("online");
  await desktop.stop();
  await started;
});

test("nothing is asked of the server for it, and nothing that is not kept is invented", async () => {
  const desktop = machine().desktop();
  await signIn(desktop, url, email);
  await wholeSnapshot(desktop);
  const asked: string[] = [];
  server.app.server.on("request", (request: { url?: string }) => asked.push(request.url ?? ""));
  await eventually(async () => expect(await first(desktop)).toMatchObject({ ok: true, source: { revision: 0 } }));
  expect(await desktop.call("session.list", {}, prefer)).toEqual(nothing);
  expect(await desktop.call("member.list", { organizationId: memberIds[0] ?? "" }, prefer)).toEqual(nothing);
  expect(asked.filter((path) => path.includes("members") || path.includes("sessions"))).toEqual([]);
  expect(await desktop.call("member.list", { organizationId })).toMatchObject({ source: { from: "server" } });
});

test("a change that is known of is never overlooked: the snapshot is asked again when it has it", async () => {
  const desktop = machine().desktop();
  await signIn(desktop, url, email);
  await wholeSnapshot(desktop);
  const given = { organizationId, emails: ["new@example.com"], role: "member" };
  expect(await desktop.call("invitation.send", given)).toMatchObject({ ok: true });
  const list = async () => await desktop.call("invitation.list", { organizationId }, prefer);
  const withIt = expect.objectContaining({
    value: expect.objectContaining({ items: [expect.objectContaining({ email: "new@example.com" })] }),
    source: expect.objectContaining({ from: "snapshot", revision: 1 }),
  });
  // Nothing rather than the list from before, for as long as the snapshot takes.
  expect(await list()).toEqual(expect.toBeOneOf([nothing, withIt]));
  await eventually(async () => expect(await list()).toEqual(withIt));
});

test("who lost the membership, or signed out, is shown nothing more", async () => {
  const desktop = machine().desktop();
  await signIn(desktop, url, email);
  await wholeSnapshot(desktop);
  await server.call("member.remove", { organizationId, memberId: memberIds[1] ?? "" }, { as: owner });
  await eventually(() => expect(JSON.stringify(desktop.events)).toContain('"membershipEnded"'));
  expect(await first(desktop)).toEqual(nothing);
  await desktop.call("session.signOut", { everywhere: false });
  expect(await desktop.call("organization.list", {}, prefer)).toEqual(nothing);
  expect(await desktop.call("me.get", {}, prefer)).toEqual(nothing);
});

test("another person on the same machine is shown nothing of the first", async () => {
  const desktop = machine().desktop();
  await signIn(desktop, url, email);
  await wholeSnapshot(desktop);
  const stranger = await server.person("Sam Stranger");
  await desktop.call("session.signIn", { email: await givePassword(server, stranger.accountId), password });
  expect(await first(desktop)).toEqual(nothing);
});

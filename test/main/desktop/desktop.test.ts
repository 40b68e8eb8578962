import { once } from "node:events";
import { createSettings } from "#main/preferences/settings.ts";
import { memorySecrets } from "#main/session/secret-store.ts";
import { afterEach, describe, expect, test, vi } from "vitest";
import { memoryFiles, testDesktop, type TestDesktop } from "../support/desktop.ts";
import { acme, ada, grace, organizationId, secretMark, signedIn } from "../support/people.ts";
import { breakConnection, sendFault, stubServer, type StubServer } from "../support/stub-server.ts";

const password = `${secretMark} password`;
const invitationToken = `${secretMark}-invitation`;
const received = {
  id: "0190a000-0000-7000-8000-0000000000dd",
  organizationName: "Acme",
  preset: "agency",
  role: "member",
  roleName: "Member",
  invitedByName: "Grace Hopper",
  email: "ada@example.com",
  message: "",
  expiresAt: "2026-02-02T03:04:05.000Z",
};

const feeds = new Set<(event: object) => void>();
afterEach(() => feeds.clear());

/** A server with one person, one organization and a live feed. */
async function wholeServer(): Promise<StubServer> {
  return await stubServer({
    "account.signUp": async () => ({ signUpId: received.id }),
    "account.verify": async () => ({ ...signedIn(), joinedOrganizationId: organizationId }),
    "session.signIn": async () => signedIn(),
    "session.signOut": async () => ({ ended: 1 }),
    "session.signOutEverywhere": async () => ({ ended: 3 }),
    "session.refresh": async () => signedIn(2),
    "invitation.preview": async () => received,
    "invitation.accept": async () => ({ organizationId, memberId: null, waitingForSeat: false }),
    "me.get": async () => ({ ...ada, accessToken: "added-by-server" }),
    "organization.list": async () => ({ items: [acme], next: null, total: 1, matching: 1 }),
    "organization.get": async () => acme,
    "feed.follow": async (_, reply) => {
      reply.hijack();
      reply.raw.writeHead(200, { "content-type": "text/event-stream" });
      const send = (event: object) => void reply.raw.write(`data: ${JSON.stringify(event)}\n\n`);
      feeds.add(send);
      send({ type: "ready" });
    },
    "auditEvent.export": async (_, reply) =>
      await reply.header("x-total-count", "2").send('revision,name\n2,"a\nb"\n1,c\n'),
  });
}

async function signedInDesktop(): Promise<{ desktop: TestDesktop; server: StubServer; secrets: string }> {
  const server = await wholeServer();
  const desktop = testDesktop();
  await desktop.call("server.choose", { choice: { kind: "remote", url: server.url } });
  expect(await desktop.call("session.signIn", { email: "ada@example.com", password })).toMatchObject({ ok: true });
  return { desktop, server, secrets: secretMark };
}

const feedEvents = ({ events }: TestDesktop) => events.flatMap((event) => (event.type === "feed" ? [event.event] : []));

test("no token, password or link appears in any answer, event or log entry", async () => {
  const { desktop } = await signedInDesktop();
  const answers = [
    await desktop.call("invitation.open", { link: `orgdesk://invite/${invitationToken}` }),
    await desktop.call("session.signUp", { email: "ada@example.com", name: "Ada", password }),
    await desktop.call("session.verify", { signUpId: received.id, code: "123456" }),
    await desktop.call("session.signIn", { email: "ada@example.com", password }),
    await desktop.call("me.get", {}),
    await desktop.call("desktop.state", {}),
    await desktop.call("invitation.open", { link: invitationToken }),
    await desktop.call("invitation.acceptOpened", {}),
    await desktop.call("session.signOut", { everywhere: true }),
    await desktop.call("session.signOut", { everywhere: false }),
    await desktop.call("me.get", {}),
  ];
  const seen = JSON.stringify([answers, desktop.events, desktop.log.entries]);
  expect(seen).toContain("ada@example.com");
  expect(seen).not.toContain(secretMark);
  expect(seen).not.toContain("added-by-server");
});

describe("signing in", () => {
  test("tells the state, follows the feed and remembers the server", async () => {
    const { desktop, server } = await signedInDesktop();
    await vi.waitFor(() => expect(feedEvents(desktop)).toContainEqual({ type: "ready" }));
    expect(desktop.state()).toMatchObject({ account: ada, connection: "online", server: { url: server.url } });
    expect(desktop.events.findLast(({ type }) => type === "state")).toEqual({ type: "state", state: desktop.state() });
  });

  test("by a verified sign-up through an invitation moves to the joined organization", async () => {
    const server = await wholeServer();
    const desktop = testDesktop();
    await desktop.call("server.choose", { choice: { kind: "remote", url: server.url } });
    await desktop.call("invitation.open", { link: `${server.url}/invite#token=${invitationToken}` });
    expect(desktop.state().openedInvitation).toEqual(received);
    await desktop.call("session.signUp", { email: "ada@example.com", name: "Ada", password });
    expect(server.requests.at(-1)?.body).toMatchObject({ invitationToken });
    await desktop.call("session.verify", { signUpId: received.id, code: "123456" });
    expect(desktop.events).toContainEqual({ type: "navigate", organizationId });
    expect(desktop.state().openedInvitation).toBeNull();
  });

  test("is taken up by the next start, offline too", async () => {
    const server = await wholeServer();
    const kept = { settings: createSettings({ store: {} }), secrets: memorySecrets() };
    const first = testDesktop(kept);
    await first.call("server.choose", { choice: { kind: "remote", url: server.url } });
    await first.call("session.signIn", { email: "ada@example.com", password });
    await first.stop();
    const second = testDesktop(kept);
    await second.start();
    expect(second.state()).toMatchObject({ account: ada, connection: "online" });
    await second.stop();
    await server.app.close();
    const third = testDesktop(kept);
    await third.start();
    expect(third.state()).toMatchObject({ account: ada, connection: "offline" });
  });
});

describe("offline", () => {
  test("reads answer from the snapshot with their age and revision, commands say so", async () => {
    const { desktop, server } = await signedInDesktop();
    await desktop.call("organization.get", { organizationId });
    await server.app.close();
    const answer = await desktop.call("organization.get", { organizationId });
    expect(answer).toMatchObject({ ok: true, value: acme, source: { from: "snapshot", revision: acme.revision } });
    expect(await desktop.call("organization.update", { organizationId, name: "B" })).toEqual({
      ok: false,
      fault: { kind: "offline" },
    });
    expect(await desktop.call("organization.get", { organizationId: received.id })).toMatchObject({ ok: false });
    expect(desktop.state().connection).toBe("offline");
  });

  test("a refusal never falls back to the snapshot, and a lost membership is forgotten", async () => {
    const { desktop, server } = await signedInDesktop();
    await desktop.call("organization.get", { organizationId });
    await vi.waitFor(() => expect(feeds.size).toBe(1));
    for (const send of feeds) send({ type: "membershipEnded", organizationId });
    await vi.waitFor(() => expect(feedEvents(desktop)).toContainEqual({ type: "membershipEnded", organizationId }));
    await server.app.close();
    expect(await desktop.call("organization.get", { organizationId })).toMatchObject({ fault: { kind: "offline" } });
  });

  test("what one person read is not shown to the next", async () => {
    const server = await wholeServer();
    let count = 0;
    const twoPeople = await stubServer({
      "session.signIn": async () => signedIn(++count, count === 1 ? ada : grace),
      "organization.get": async () => acme,
    });
    expect(server.url).not.toBe(twoPeople.url);
    const desktop = testDesktop();
    await desktop.call("server.choose", { choice: { kind: "remote", url: twoPeople.url } });
    await desktop.call("session.signIn", { email: "ada@example.com", password });
    await desktop.call("organization.get", { organizationId });
    await desktop.call("session.signIn", { email: "grace@example.com", password });
    await twoPeople.app.close();
    expect(await desktop.call("organization.get", { organizationId })).toMatchObject({ fault: { kind: "offline" } });
  });
});

test("a session ended elsewhere signs out here", async () => {
  const { desktop } = await signedInDesktop();
  await vi.waitFor(() => expect(feeds.size).toBe(1));
  for (const send of feeds) send({ type: "signedOut" });
  await vi.waitFor(() => expect(desktop.state().account).toBeNull());
});

test("the feed is opened again after it broke, and says ready again", async () => {
  const { desktop, server } = await signedInDesktop();
  await vi.waitFor(() => expect(feeds.size).toBe(1));
  server.app.server.closeAllConnections();
  await vi.waitFor(() => expect(feedEvents(desktop).filter(({ type }) => type === "ready")).toHaveLength(2), 4_000);
});

test("signing out everywhere is not claimed when the server was not reached", async () => {
  const { desktop, server } = await signedInDesktop();
  await server.app.close();
  expect(await desktop.call("session.signOut", { everywhere: true })).toMatchObject({ fault: { kind: "offline" } });
  expect(desktop.state().account).toEqual(ada);
  expect(await desktop.call("session.signOut", { everywhere: false })).toMatchObject({ ok: true });
  expect(desktop.state().account).toBeNull();
});

describe("audit export", () => {
  test("writes the file and tells how many events it holds", async () => {
    const files = memoryFiles();
    const server = await wholeServer();
    const desktop = testDesktop({ exportFiles: files.files });
    await desktop.call("server.choose", { choice: { kind: "remote", url: server.url } });
    await desktop.call("session.signIn", { email: "ada@example.com", password });
    expect(await desktop.call("auditExport.start", { organizationId, format: "csv" })).toMatchObject({ ok: true });
    await vi.waitFor(() => expect(desktop.events.at(-1)).toMatchObject({ status: "done", written: 2, total: 2 }));
    expect([...files.finished.values()]).toEqual(['revision,name\n2,"a\nb"\n1,c\n']);
  });

  test("a broken or cancelled one leaves no file", async () => {
    const files = memoryFiles();
    const server = await stubServer({
      "session.signIn": async () => signedIn(),
      "auditEvent.export": async (request, reply) => {
        if (request.url.includes("format=csv")) return breakConnection(reply, "revision\n1\n");
        reply.hijack();
        reply.raw.writeHead(200, { "x-total-count": "9" });
        reply.raw.write("{}\n");
        return await once(reply.raw, "close");
      },
    });
    const desktop = testDesktop({ exportFiles: files.files });
    await desktop.call("server.choose", { choice: { kind: "remote", url: server.url } });
    await desktop.call("session.signIn", { email: "ada@example.com", password });
    await desktop.call("auditExport.start", { organizationId, format: "csv" });
    await vi.waitFor(() => expect(desktop.events.at(-1)).toMatchObject({ status: "failed", file: null }));
    const started = await desktop.call("auditExport.start", { organizationId, format: "json" });
    const exportId = started.ok ? started.value.exportId : "";
    expect(await desktop.call("auditExport.cancel", { exportId })).toMatchObject({ value: { cancelled: true } });
    await vi.waitFor(() => expect(desktop.events.at(-1)).toMatchObject({ exportId, status: "cancelled" }));
    expect(files.discarded).toHaveLength(2);
    expect(files.finished.size).toBe(0);
    expect(await desktop.call("auditExport.cancel", { exportId })).toMatchObject({ value: { cancelled: false } });
  });
});

describe("choosing a server", () => {
  test.each([
    ["http://intranet.example", "notEncrypted"],
    ["http://192.168.0.7:4000", "notEncrypted"],
    ["https://ada:secret@orgdesk.example", "notAnAddress"],
  ])("%s is refused", async (url, code) => {
    const answer = await testDesktop().call("server.choose", { choice: { kind: "remote", url } });
    expect(answer).toMatchObject({ ok: false, fault: { kind: "invalid", issues: [{ code }] } });
  });

  test("an address without a server is not kept", async () => {
    const desktop = testDesktop();
    const choice = { kind: "remote", url: "http://127.0.0.1:1" } as const;
    expect(await desktop.call("server.choose", { choice })).toMatchObject({ fault: { kind: "unavailable" } });
    expect(desktop.state().server).toBeNull();
  });

  test("probing gives the version; leaving signs out and shows the first run", async () => {
    const { desktop, server } = await signedInDesktop();
    expect(await desktop.call("server.probe", { url: server.url })).toMatchObject({
      value: { healthy: true, version: "9.9.9" },
    });
    await desktop.call("server.leave", {});
    expect(desktop.state()).toMatchObject({ server: null, account: null });
    expect(server.requests.at(-1)?.method).toBe("DELETE");
  });

  test("calls without a server are unavailable", async () => {
    expect(await testDesktop().call("me.get", {})).toEqual({ ok: false, fault: { kind: "unavailable" } });
  });
});

test("a fault that says the membership is over empties the organization's snapshot", async () => {
  let gone = false;
  const server = await stubServer({
    "session.signIn": async () => signedIn(),
    "organization.get": async (_, reply) =>
      gone ? await sendFault(reply, { kind: "notFound", what: "organization" }) : acme,
  });
  const desktop = testDesktop();
  await desktop.call("server.choose", { choice: { kind: "remote", url: server.url } });
  await desktop.call("session.signIn", { email: "ada@example.com", password });
  await desktop.call("organization.get", { organizationId });
  gone = true;
  expect(await desktop.call("organization.get", { organizationId })).toMatchObject({ fault: { kind: "notFound" } });
  await server.app.close();
  expect(await desktop.call("organization.get", { organizationId })).toMatchObject({ fault: { kind: "offline" } });
});

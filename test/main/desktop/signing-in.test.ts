import { createSettings } from "#main/preferences/settings.ts";
import { eventually } from "#test/support/eventually.ts";
import { describe, expect, test } from "vitest";
import { memorySecrets } from "../support/secrets.ts";
import { testDesktop } from "../support/desktop.ts";
import { ada, organizationId } from "../support/people.ts";
import {
  feedEvents,
  invitationToken,
  password,
  received,
  signedInDesktop,
  wholeServer,
} from "../support/whole-server.ts";

describe("signing in", () => {
  test("tells the state, follows the feed and remembers the server", async () => {
    const { desktop, server } = await signedInDesktop();
    await eventually(() => expect(feedEvents(desktop)).toContainEqual({ type: "ready" }));
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

test("a session ended elsewhere signs out here", async () => {
  const { desktop, server } = await signedInDesktop();
  await eventually(() => expect(server.feeds.size).toBe(1));
  for (const send of server.feeds) send({ type: "signedOut" });
  await eventually(() => expect(desktop.state().account).toBeNull());
});

test("the feed is opened again after it broke, and says ready again", async () => {
  const { desktop, server } = await signedInDesktop();
  await eventually(() => expect(server.feeds.size).toBe(1));
  server.app.server.closeAllConnections();
  await eventually(() => expect(feedEvents(desktop).filter(({ type }) => type === "ready")).toHaveLength(2));
});

test("signing out everywhere is not claimed when the server was not reached", async () => {
  const { desktop, server } = await signedInDesktop();
  await server.app.close();
  expect(await desktop.call("session.signOut", { everywhere: true })).toMatchObject({ fault: { kind: "offline" } });
  expect(desktop.state().account).toEqual(ada);
  expect(await desktop.call("session.signOut", { everywhere: false })).toMatchObject({ ok: true });
  expect(desktop.state().account).toBeNull();
});

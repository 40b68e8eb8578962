import type { Fault } from "#contract/fault.ts";
import { eventually } from "#test/support/eventually.ts";
import { describe, expect, test } from "vitest";
import { testDesktop } from "../support/desktop.ts";
import { acme, ada, grace, organizationId, signedIn } from "../support/people.ts";
import { sendFault, stubServer } from "../support/stub-server.ts";
import { feedEvents, password, received, signedInDesktop, wholeServer } from "../support/whole-server.ts";

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
    await eventually(() => expect(server.feeds.size).toBe(1));
    for (const send of server.feeds) send({ type: "membershipEnded", organizationId });
    await eventually(() => expect(feedEvents(desktop)).toContainEqual({ type: "membershipEnded", organizationId }));
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

test.each<Fault>([
  { kind: "notFound", what: "organization" },
  { kind: "forbidden", refusal: { code: "notMember" } },
  { kind: "forbidden", refusal: { code: "deactivated" } },
])("a fault that says that access is over (%j) empties the organization's snapshot", async (fault) => {
  let gone = false;
  const server = await stubServer({
    "session.signIn": async () => signedIn(),
    "organization.get": async (_, reply) => (gone ? await sendFault(reply, fault) : acme),
  });
  const desktop = testDesktop();
  await desktop.call("server.choose", { choice: { kind: "remote", url: server.url } });
  await desktop.call("session.signIn", { email: "ada@example.com", password });
  await desktop.call("organization.get", { organizationId });
  gone = true;
  expect(await desktop.call("organization.get", { organizationId })).toMatchObject({ fault: { kind: fault.kind } });
  await server.app.close();
  expect(await desktop.call("organization.get", { organizationId })).toMatchObject({ fault: { kind: "offline" } });
});

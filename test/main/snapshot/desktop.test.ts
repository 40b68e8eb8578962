import { readFileSync } from "node:fs";
import { join } from "node:path";
import { eventually } from "#test/support/eventually.ts";
import type { Person, TestServer } from "#test/support/server.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { memoryFiles } from "../support/desktop.ts";
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

/** The server is gone. */
const away = async () => server.app.close();
/** What the snapshot holds, while the server could be asked. */
const kept = { prefer: "snapshot" } as const;

test("what was never opened on a screen is there without a server, also after a restart", async () => {
  const place = machine();
  const first = place.desktop();
  await signIn(first, url, email);
  await wholeSnapshot(first);
  await away();
  const team = await first.call("member.list", { organizationId, search: "kilroy" });
  expect(team).toMatchObject({ ok: true, value: { matching: 1 }, source: { from: "snapshot", revision: 0 } });
  await first.stop();
  const raw = place.files().map((name) => readFileSync(join(place.folder, "snapshots", name)));
  expect(Buffer.concat(raw).includes("Kilroy")).toBe(false);
  expect(Buffer.concat(raw).length).toBeGreaterThan(4_000);

  const second = place.desktop();
  await second.start();
  expect(await second.call("organization.list", {})).toMatchObject({ ok: true, value: { total: 1 } });
  expect(await second.call("member.get", { organizationId, memberId: memberIds[0] ?? "" })).toMatchObject({
    ok: true,
    value: { member: { name: "Olivia Owner" }, shared: [{ id: organizationId }] },
  });
  expect(await second.call("me.get", {})).toMatchObject({ ok: true, value: { email } });
});

test("changes reach the snapshot as they are told, with their revision", async () => {
  const desktop = machine().desktop();
  await signIn(desktop, url, email);
  await wholeSnapshot(desktop);
  await server.call("invitation.send", { organizationId, emails: ["new@example.com"], role: "member" }, { as: owner });
  await eventually(async () =>
    expect(await desktop.call("invitation.list", { organizationId }, kept)).toMatchObject({ source: { revision: 1 } }),
  );
  await away();
  const invitations = await desktop.call("invitation.list", { organizationId });
  expect(invitations).toMatchObject({
    ok: true,
    value: { items: [{ email: "new@example.com" }], total: 1 },
    source: { from: "snapshot", revision: 1 },
  });
});

test("signing out leaves neither file nor key", async () => {
  const place = machine();
  const desktop = place.desktop();
  await signIn(desktop, url, email);
  await wholeSnapshot(desktop);
  expect(place.files().length).toBeGreaterThan(0);
  expect(await place.secrets.read(`snapshot:${url}`)).not.toBeNull();
  await desktop.call("session.signOut", { everywhere: false });
  expect(place.files()).toEqual([]);
  expect(await place.secrets.read(`snapshot:${url}`)).toBeNull();
});

test("a membership that ended while this desktop was away takes its rows along at the first answer", async () => {
  const place = machine();
  const first = place.desktop();
  await signIn(first, url, email);
  await wholeSnapshot(first);
  await first.stop();
  await server.call("member.remove", { organizationId, memberId: memberIds[1] ?? "" }, { as: owner });

  const second = place.desktop();
  await second.start();
  expect(await second.call("organization.list", {})).toMatchObject({ source: { from: "server" }, value: { total: 0 } });
  await away();
  expect(await second.call("member.list", { organizationId })).toMatchObject({ fault: { kind: "offline" } });
  expect(await second.call("organization.get", { organizationId })).toMatchObject({ fault: { kind: "offline" } });
});

test("a lower role takes away what it does not see, and the rest is filled again", async () => {
  const desktop = machine().desktop();
  await signIn(desktop, url, email);
  await wholeSnapshot(desktop);
  await server.call("invitation.send", { organizationId, emails: ["new@example.com"], role: "member" }, { as: owner });
  await server.call(
    "member.changeRole",
    { organizationId, memberId: memberIds[1] ?? "", role: "member" },
    { as: owner },
  );
  await eventually(async () =>
    expect(await desktop.call("organization.get", { organizationId }, kept)).toMatchObject({
      value: { me: { role: "member" } },
      source: { revision: 2 },
    }),
  );
  await away();
  expect(await desktop.call("organization.get", { organizationId })).toMatchObject({
    ok: true,
    value: { me: { role: "member" } },
    source: { from: "snapshot" },
  });
  expect(await desktop.call("invitation.list", { organizationId })).toMatchObject({ fault: { kind: "forbidden" } });
});

test("another person on the same machine finds nothing of the first, and the file is another", async () => {
  const place = machine();
  const desktop = place.desktop();
  await signIn(desktop, url, email);
  await wholeSnapshot(desktop);
  const before = place.files();
  const stranger = await server.person("Sam Stranger");
  await desktop.call("session.signIn", { email: await givePassword(server, stranger.accountId), password });
  await eventually(() => expect(place.files().some((name) => before.includes(name))).toBe(false));
  await away();
  expect(await desktop.call("member.list", { organizationId })).toMatchObject({ fault: { kind: "offline" } });
});

test("two desktops of one person: the second keeps its own in memory and says so", async () => {
  const place = machine();
  const first = place.desktop();
  await signIn(first, url, email);
  await wholeSnapshot(first);
  const second = place.desktop();
  await second.start();
  await wholeSnapshot(second);
  expect(second.events.findLast(({ type }) => type === "snapshot")).toMatchObject({ kept: "elsewhere" });
  await away();
  expect(await second.call("member.list", { organizationId })).toMatchObject({
    ok: true,
    source: { from: "snapshot" },
  });
});

test.each(["csv", "json"] as const)("the audit log is exported as %s just as the server writes it", async (format) => {
  for (let round = 0; round < 3; round++) {
    await server.call("organization.update", { organizationId, name: `=Round "${round}"` }, { as: owner });
  }
  const { files, finished } = memoryFiles();
  const desktop = machine().desktop({ exportFiles: files });
  await signIn(desktop, url, email);
  await wholeSnapshot(desktop);
  const exported = async () => {
    const answer = await desktop.call("auditExport.start", { organizationId, format, text: "olivia" });
    if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
    const { exportId, moment } = answer.value;
    await eventually(() =>
      expect(
        desktop.events.findLast((event) => event.type === "auditExport" && event.exportId === exportId),
      ).toMatchObject({ status: "done", written: 3 }),
    );
    return { moment, content: [...finished.values()].at(-1), name: [...finished.keys()].at(-1) };
  };
  const online = await exported();
  expect(online.moment).toBeNull();
  await away();
  const offline = await exported();
  expect(offline.content).toBe(online.content);
  expect(offline.moment).toMatchObject({ revision: 3 });
  expect(offline.name).toContain("as-of-revision-3");
});

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileDay } from "#main/exports/fileDay.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { day } from "#domain/calendar/lengths.ts";
import { eventually } from "#test/support/eventually.ts";
import { sql } from "kysely";
import { afterEach, beforeEach, expect, test } from "vitest";
import { furnishTeam } from "../../server/teams.ts";
import { memoryFiles, type TestDesktop } from "../support/desktop.ts";
import { givePassword, machine, signIn, wholeSnapshot } from "./support/desktops.ts";

let server: TestServer;
let url: string;
let owner: Person;
let email: string;
let acme: string;
let globex: string;

beforeEach(async () => {
  server = await startTestServer();
  url = await server.app.listen({ host: "127.0.0.1", port: 0 });
  owner = await server.person("Olivia Owner");
  email = await givePassword(server, owner.accountId);
  const team = async () => (await furnishTeam(server, "agency", [{ person: owner, role: "owner" }])).organizationId;
  [acme, globex] = [await team(), await team()];
});
afterEach(async () => server.stop());

const away = async () => server.app.close();

async function data(desktop: TestDesktop) {
  const answer = await desktop.call("offline.get", {});
  if (!answer.ok) throw new Error(JSON.stringify(answer.fault));
  return answer.value;
}
const keptIds = async (desktop: TestDesktop) => (await data(desktop)).organizations.map(({ id }) => id);
const keptSoon = async (desktop: TestDesktop, ids: readonly string[]) =>
  eventually(async () => expect((await keptIds(desktop)).toSorted()).toEqual(ids.toSorted()));

test("what is kept is told, with its size, revision and moment", async () => {
  const desktop = machine().desktop();
  await signIn(desktop, url, email);
  await wholeSnapshot(desktop);
  const { kept, choice, organizations } = await data(desktop);
  expect(kept).toBe("disk");
  expect(choice).toEqual({ organizationIds: null, days: 90, events: 50_000 });
  const stored = organizations.find(({ id }) => id === acme);
  expect(stored).toMatchObject({ revision: 0, rows: 1, events: 0 });
  expect(stored?.size).toBeGreaterThan(500);
});

test("an organization that is left out goes at once, comes no more, and comes back when it is chosen again", async () => {
  const desktop = machine().desktop();
  await signIn(desktop, url, email);
  await wholeSnapshot(desktop);
  const choose = async (organizationIds: string[] | null) =>
    desktop.call("offline.choose", { organizationIds, days: 90, events: 50_000 });
  await choose([acme]);
  expect(await keptIds(desktop)).toEqual([acme]);
  await server.call("organization.update", { organizationId: globex, name: "Globex anew" }, { as: owner });
  await server.call("organization.update", { organizationId: acme, name: "Acme anew" }, { as: owner });
  await eventually(async () => expect((await data(desktop)).organizations).toMatchObject([{ id: acme, revision: 1 }]));
  await choose(null);
  await keptSoon(desktop, [acme, globex]);
  await choose([acme]);
  await away();
  expect(await desktop.call("member.list", { organizationId: acme })).toMatchObject({ source: { from: "snapshot" } });
  expect(await desktop.call("member.list", { organizationId: globex })).toMatchObject({ fault: { kind: "offline" } });
  expect(await desktop.call("organization.list", {})).toMatchObject({ value: { total: 2 } });
});

test("what one person chose to keep binds nobody who signs in after them, and is there when they are back", async () => {
  const desktop = machine().desktop();
  await signIn(desktop, url, email);
  await wholeSnapshot(desktop);
  await desktop.call("offline.choose", { organizationIds: [acme], days: 30, events: 50_000 });
  const other = await server.person("Sam Stranger");
  const seats = [{ person: other, role: "owner" }];
  const { organizationId } = await furnishTeam(server, "agency", seats);
  await desktop.call("session.signOut", { everywhere: false });
  await signIn(desktop, url, await givePassword(server, other.accountId));
  await keptSoon(desktop, [organizationId]);
  expect((await data(desktop)).choice).toEqual({ organizationIds: null, days: 90, events: 50_000 });
  await desktop.call("session.signOut", { everywhere: false });
  await signIn(desktop, url, email);
  await keptSoon(desktop, [acme]);
  expect((await data(desktop)).choice).toMatchObject({ organizationIds: [acme], days: 30 });
});

test("another window of the audit log is read anew", async () => {
  for (const name of ["One", "Two", "Three"]) {
    await server.call("organization.update", { organizationId: acme, name }, { as: owner });
  }
  const desktop = machine().desktop();
  await signIn(desktop, url, email);
  await wholeSnapshot(desktop);
  const events = async () => (await data(desktop)).organizations.find(({ id }) => id === acme)?.events;
  expect(await events()).toBe(3);
  await desktop.call("offline.choose", { organizationIds: null, days: 90, events: 2 });
  await eventually(async () => expect(await events()).toBe(2));
});

test("without a connection a log that is kept in part says since when, also in the file that is made of it", async () => {
  for (const name of ["One", "Two", "Three"]) {
    await server.call("organization.update", { organizationId: acme, name }, { as: owner });
  }
  const { files, finished } = memoryFiles();
  const desktop = machine().desktop({ exportFiles: files });
  await signIn(desktop, url, email);
  await desktop.call("offline.choose", { organizationIds: null, days: 90, events: 2 });
  await eventually(async () =>
    expect((await data(desktop)).organizations.find(({ id }) => id === acme)?.events).toBe(2),
  );
  await away();
  const log = await desktop.call("auditEvent.list", { organizationId: acme });
  const oldest = log.ok ? (log.value.items.at(-1)?.at ?? "") : "";
  expect(log).toMatchObject({ value: { older: null, total: 3 }, source: { from: "snapshot", begins: oldest } });
  const started = await desktop.call("auditExport.start", { organizationId: acme, format: "csv" });
  expect(started).toMatchObject({ ok: true, value: { moment: { revision: 3, begins: oldest } } });
  const since = `-as-of-revision-3-since-${fileDay(Date.parse(oldest))}.csv`;
  await eventually(() => expect([...finished.keys()].at(-1)).toContain(since));
  const told = async (revision: number) => await desktop.call("auditEvent.get", { organizationId: acme, revision });
  expect(await told(1)).toEqual({ ok: false, fault: { kind: "notKept", first: { revision: 2, at: oldest } } });
  expect(await told(2)).toMatchObject({ ok: true, value: { revision: 2, at: oldest } });
  // Nothing here tells whether there is one by now.
  expect(await told(4)).toMatchObject({ ok: false, fault: { kind: "offline" } });
});

test("of a log that was quiet for longer than the window none is kept, which is not as if nothing had happened", async () => {
  await server.call("organization.update", { organizationId: acme, name: "One" }, { as: owner });
  const { system } = server.services.pools;
  await sql`alter table audit_events disable trigger user`.execute(system);
  await sql`update audit_events set at = at - interval '40 days'`.execute(system);
  const desktop = machine().desktop();
  await signIn(desktop, url, email);
  await desktop.call("offline.choose", { organizationIds: null, days: 30, events: 500 });
  await eventually(async () =>
    expect((await data(desktop)).organizations.find(({ id }) => id === acme)).toMatchObject({ revision: 1, events: 0 }),
  );
  const asOf = (await data(desktop)).organizations.find(({ id }) => id === acme)?.asOf ?? "";
  await away();
  const log = await desktop.call("auditEvent.list", { organizationId: acme });
  const begins = log.ok && log.source.from === "snapshot" ? (log.source.begins ?? "") : "";
  expect(log).toMatchObject({ value: { items: [], older: null, total: 1 } });
  expect(Date.parse(asOf) - Date.parse(begins)).toBeGreaterThanOrEqual(30 * day);
  const event = await desktop.call("auditEvent.get", { organizationId: acme, revision: 1 });
  expect(event).toEqual({ ok: false, fault: { kind: "notKept", first: null } });
});

test("removing it leaves nothing behind, and nothing comes until something is chosen", async () => {
  const place = machine();
  const desktop = place.desktop();
  await signIn(desktop, url, email);
  await wholeSnapshot(desktop);
  const before = new Set(place.files().filter((name) => name.endsWith(".db")));
  const removed = await desktop.call("offline.remove", {});
  expect(removed).toMatchObject({ ok: true, value: { organizations: [], choice: { organizationIds: [] } } });
  expect(place.files().filter((name) => before.has(name))).toEqual([]);
  await server.call("organization.update", { organizationId: acme, name: "Acme Kilroy" }, { as: owner });
  await eventually(() => expect(JSON.stringify(desktop.events)).toContain('"type":"changed"'));
  await desktop.call("offline.choose", { organizationIds: [globex], days: 90, events: 50_000 });
  await keptSoon(desktop, [globex]);
  await desktop.stop();
  const raw = place.files().map((name) => readFileSync(join(place.folder, "snapshots", name)));
  expect(Buffer.concat(raw).includes("Olivia")).toBe(false);
});

test("what the feed vouched for until the connection was lost is as old as that, also after a restart", async () => {
  const place = machine();
  const first = place.desktop();
  await signIn(first, url, email);
  await wholeSnapshot(first);
  const filled = (await data(first)).organizations.find(({ id }) => id === acme)?.asOf ?? "";
  await away();
  await first.call("member.list", { organizationId: acme });
  const asOf = async (desktop: TestDesktop) =>
    (await data(desktop)).organizations.find(({ id }) => id === acme)?.asOf ?? "";
  await eventually(async () => expect((await asOf(first)) >= filled).toBe(true));
  const known = await asOf(first);
  await first.stop();
  const second = place.desktop();
  await second.start();
  expect(await asOf(second)).toBe(known);
});

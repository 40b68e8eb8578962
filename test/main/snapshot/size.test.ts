import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import pg from "pg";
import type { ExportFiles } from "#main/exports/export-files.ts";
import { createSettings } from "#main/preferences/settings.ts";
import { append, lockChain } from "#server/dispatch/audit.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { eventually } from "#test/support/eventually.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishTeam } from "../../server/teams.ts";
import { leastBlock } from "../support/blocked.ts";
import { testFolder, type TestDesktop } from "../support/desktop.ts";
import { givePassword, machine, signIn, wholeSnapshot } from "./support/desktops.ts";

/** What the desktop is made for; how it is with five times the events, once they are kept, `longLog.test.ts` tells. */
const organizations = 200;
const members = 100_000;
const events = 100_000;
/** Members of each other organization. */
const few = 20;
let database: TestDatabase;
let email: string;
let organizationId: string;
let others: readonly string[];

/** Writes events as the server does, many at once. */
async function grow({ services: { pools } }: TestServer, count: number): Promise<void> {
  const target = { type: "organization", id: organizationId, name: "Northwind" } as const;
  const entries = Array.from({ length: count }, (_, index) => ({ target, before: null, after: { round: index } }));
  const by = { actor: { accountId: null, name: "Olivia Owner" }, requestId: "", at: new Date() };
  await pools.system.transaction().execute(async (db) => {
    await append(db, await lockChain(db, organizationId), "organization.updated", entries, by);
  });
}

beforeAll(async () => {
  database = await createTestDatabase();
  const server = await startTestServer({ databaseUrl: database.url });
  const owner = await server.person("Olivia Owner");
  email = await givePassword(server, owner.accountId);
  const teams = [];
  for (let team = 0; team < organizations; team++)
    teams.push(await furnishTeam(server, "agency", [{ person: owner, role: "owner" }]));
  const [large, ...small] = teams.map((team) => team.organizationId);
  organizationId = large ?? "";
  others = small;
  for (let written = 0; written < events; written += 2_500) await grow(server, 2_500);
  await server.stop();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query(
    `with people as (
      insert into accounts (id, email, email_folded, name, password_digest, email_verified_at)
      select id, e, e, 'Person ' || md5(n::text), '', now()
      from (select gen_random_uuid() as id, 'person.' || n || '@example.com' as e, n from generate_series(1, $2::int) n) p
      returning id)
    insert into members (organization_id, id, account_id, role, last_seen_at)
    select $1, gen_random_uuid(), id, 'member', now() - random() * interval '90 days' from people`,
    [organizationId, members],
  );
  await client.query(
    `insert into members (organization_id, id, account_id, role, last_seen_at)
    select o, gen_random_uuid(), account_id, 'member', now() from unnest($2::uuid[]) o,
      (select account_id from members where organization_id = $1 and role = 'member' limit $3) m`,
    [organizationId, others, few],
  );
  await client.end();
}, 600_000);
afterAll(async () => database.drop());

/** A server in a process of its own, so that only the desktop's work is measured here. */
async function serverProcess(): Promise<{ url: string; child: ChildProcess }> {
  const program = join(import.meta.dirname, "../../../src/server/main.ts");
  // Each has a folder, and so keys, of its own, over one database.
  const given = ["--port", "0", "--data-dir", testFolder(), "--log-level", "warn", "--accept-new-keys"];
  const child = spawn(process.execPath, [program, ...given], {
    env: { ...process.env, DATABASE_URL: database.url },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { url: (JSON.parse(line) as { url: string }).url, child };
}

/** Milliseconds for which nothing else may wait. */
const most = 50;
const prefer = { prefer: "snapshot" } as const;
const limit = 100;

/** Exports that go nowhere, since to keep all their lines in memory would be this test's own work. */
const nowhere: ExportFiles = {
  create: async () => ({
    stream: new Writable({ write: (_chunk, _encoding, done) => done() }),
    finish: async () => "/files/log",
    discard: async () => undefined,
  }),
};

async function exported(desktop: TestDesktop): Promise<void> {
  const before = desktop.events.length;
  expect(await desktop.call("auditExport.start", { organizationId, format: "csv" })).toMatchObject({ ok: true });
  const told = () => desktop.events.slice(before).findLast((event) => event.type === "auditExport");
  await eventually(() => expect(told()).toMatchObject({ status: "done", written: events }), 120_000);
}

test(
  "200 organizations, with 100,000 members and 100,000 events in one, leave the main process free",
  {
    timeout: 900_000,
  },
  async () => {
    const { url, child } = await serverProcess();
    const blocks: Record<string, number> = {};
    const measured = async (what: string, work: () => Promise<void>) => {
      blocks[what] = await leastBlock(work, most);
    };
    const offline = { organizationIds: null, days: 3_650, events };
    const begin = () => {
      const [place, settings] = [machine(), createSettings({ store: { offline } })];
      return { place, desktop: () => place.desktop({ settings, exportFiles: nowhere }) };
    };
    let { desktop } = begin();
    let first = desktop();
    await measured("filling", async () => {
      ({ desktop } = begin());
      first = desktop();
      await signIn(first, url, email);
      await wholeSnapshot(first, 400_000);
    });
    expect(await first.call("offline.get", {})).toMatchObject({
      value: { organizations: expect.arrayContaining([expect.objectContaining({ id: organizationId, events })]) },
    });
    await measured("switching", async () => {
      for (const id of [...others.slice(0, 20), organizationId]) {
        const kept = await first.call("member.list", { organizationId: id, limit }, prefer);
        expect(kept).toMatchObject({ ok: true, source: { from: "snapshot" } });
        expect(await first.call("member.list", { organizationId: id, limit })).toMatchObject({ ok: true });
      }
    });
    await measured("exporting", async () => await exported(first));
    await first.stop();
    await measured("starting", async () => {
      const again = desktop();
      await again.start();
      expect(await again.call("member.list", { organizationId, limit }, prefer)).toMatchObject({ ok: true });
      await again.stop();
    });
    child.kill("SIGTERM");
    await once(child, "exit");
    const away = desktop();
    await away.start();
    await measured("asking", async () => {
      for (const input of [{}, { search: "abc" }, { sort: "lastSeenAt", direction: "descending" }] as const) {
        const answer = await away.call("member.list", { organizationId, ...input });
        expect(answer).toMatchObject({ ok: true, value: { total: members + 1 }, source: { from: "snapshot" } });
      }
      for (const input of [{}, { text: "northwind" }, { text: "nobody" }]) {
        const answer = await away.call("auditEvent.list", { organizationId, ...input });
        expect(answer).toMatchObject({ ok: true, value: { total: events }, source: { from: "snapshot" } });
      }
      expect(await away.call("organization.list", {})).toMatchObject({ ok: true, value: { total: organizations } });
      expect(await away.call("people.list", { search: "olivia" })).toMatchObject({ ok: true });
    });
    await measured("exporting offline", async () => await exported(away));
    expect(Object.entries(blocks).filter(([, blocked]) => blocked >= most)).toEqual([]);
  },
);

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { append, lockChain } from "#server/dispatch/audit.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { eventually } from "#test/support/eventually.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishTeam } from "../../server/teams.ts";
import { leastBlock } from "../support/blocked.ts";
import { testFolder } from "../support/desktop.ts";
import { givePassword, machine, signIn, wholeSnapshot } from "./support/desktops.ts";

const members = 100_000;
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
  for (let team = 0; team < 4; team++)
    teams.push(await furnishTeam(server, "agency", [{ person: owner, role: "owner" }]));
  const [large, ...small] = teams.map((team) => team.organizationId);
  organizationId = large ?? "";
  others = small;
  for (let part = 0; part < 4; part++) await grow(server, 2_500);
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
      (select account_id from members where organization_id = $1 and role = 'member' limit 1000) m`,
    [organizationId, others],
  );
  await client.end();
}, 240_000);
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

test("starting, switching and exporting leave the main process free", { timeout: 240_000 }, async () => {
  const { url, child } = await serverProcess();
  const place = machine();
  const first = place.desktop();
  await signIn(first, url, email);
  await wholeSnapshot(first, 200_000);
  const switching = await leastBlock(async () => {
    for (const id of [...others, organizationId]) {
      const kept = await first.call("member.list", { organizationId: id, limit: 100 }, prefer);
      expect(kept).toMatchObject({ ok: true, source: { from: "snapshot" } });
      expect(await first.call("member.list", { organizationId: id, limit: 100 })).toMatchObject({ ok: true });
    }
  }, most);
  const exporting = await leastBlock(async () => {
    const before = first.events.length;
    expect(await first.call("auditExport.start", { organizationId, format: "csv" })).toMatchObject({ ok: true });
    const told = () => first.events.slice(before).filter((event) => event.type === "auditExport");
    await eventually(() => expect(told().at(-1)).toMatchObject({ status: "done", written: 10_000 }));
  }, most);
  await first.stop();
  const starting = await leastBlock(async () => {
    const desktop = place.desktop();
    await desktop.start();
    expect(await desktop.call("member.list", { organizationId, limit: 100 }, prefer)).toMatchObject({ ok: true });
    await desktop.stop();
  }, most);
  child.kill("SIGTERM");
  await once(child, "exit");
  expect(Object.entries({ switching, exporting, starting }).filter(([, blocked]) => blocked >= most)).toEqual([]);
});

test(
  "100,000 members are filled, searched and sorted while the main process stays free",
  { timeout: 240_000 },
  async () => {
    const { url, child } = await serverProcess();
    let desktop = machine().desktop();
    const filling = await leastBlock(async () => {
      desktop = machine().desktop();
      await signIn(desktop, url, email);
      await wholeSnapshot(desktop, 200_000);
    }, most);
    child.kill("SIGTERM");
    await once(child, "exit");
    const asking = await leastBlock(async () => {
      for (const input of [{}, { search: "abc" }, { sort: "lastSeenAt", direction: "descending" }] as const) {
        const answer = await desktop.call("member.list", { organizationId, ...input });
        expect(answer).toMatchObject({ ok: true, value: { total: members + 1 }, source: { from: "snapshot" } });
      }
    }, most);
    expect(Object.entries({ filling, asking }).filter(([, blocked]) => blocked >= most)).toEqual([]);
  },
);

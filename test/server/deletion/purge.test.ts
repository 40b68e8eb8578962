import { digestPassword } from "#server/accounts/passwords.ts";
import { purge } from "#server/deletion/purge.ts";
import { purgeHandler, purgeJob } from "#server/jobs/purge-job.ts";
import { tidy } from "#server/jobs/tidy.ts";
import { startWorker } from "#server/jobs/worker.ts";
import { purgedTables } from "#server/storage/queries/deletions.ts";
import { eventually } from "#test/support/eventually.ts";
import { goodPassword, lettersTo } from "#test/support/journeys.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import type { Database } from "#server/storage/database.ts";
import { sql, type Kysely } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishInvitation, furnishTeam } from "../teams.ts";

let server: TestServer;
let other: TestServer;
let owner: Person;
let member: Person;

beforeAll(async () => {
  server = await startTestServer();
  other = await startTestServer({ databaseUrl: server.databaseUrl });
  owner = await server.person("Olivia Owner");
  member = await server.person("Max Member");
  const account = server.services.pools.system.updateTable("accounts").where("id", "=", owner.accountId);
  await account.set({ password_digest: await digestPassword(goodPassword) }).execute();
});
afterAll(async () => {
  await other.stop();
  await server.stop();
});

/** A deleted organization with some of everything; its slug starts with `team-`. */
async function deleted(preset: "agency" | "publishing" = "agency") {
  const { organizationId } = await furnishTeam(server, preset, [
    { person: owner, role: "owner" },
    { person: member, role: "member" },
  ]);
  for (let index = 0; index < 5; index += 1) {
    await furnishInvitation(server, organizationId, { email: `guest${index}@example.com`, role: "member" });
    await server.call("workspace.create", { organizationId, name: `Brand ${index}` }, { as: owner });
  }
  await server.services.pools.system.deleteFrom("rate_limits").execute();
  const input = { organizationId, name: "Northwind", password: goodPassword };
  expect((await server.call("deletion.request", input, { as: owner })).status).toBe(200);
  return organizationId;
}

const endHold = (organizationId: string) =>
  server.services.pools.system
    .updateTable("organizations")
    .set({ purge_at: new Date(Date.now() - 1000) })
    .where("id", "=", organizationId)
    .execute();

/** How many rows name this organization, by table. Certificates and what they hold stay. */
async function remaining(organizationId: string): Promise<Record<string, number>> {
  const { system } = server.services.pools;
  const left: Record<string, number> = {};
  for (const table of await tablesOfOrganizations()) {
    const { rows } = await sql<{ rows: number }>`
      select count(*) as rows from ${sql.table(table)} where organization_id = ${organizationId}::uuid`.execute(system);
    if (rows[0] && rows[0].rows > 0) left[table] = rows[0].rows;
  }
  return left;
}

/** The database until so many statements were sent, and no further. */
function dyingAfter(db: Kysely<Database>, statements: number): Kysely<Database> {
  let sent = 0;
  return db.withPlugin({
    transformQuery: ({ node }) => {
      sent += 1;
      if (sent > statements) throw new Error("The server died");
      return node;
    },
    transformResult: async ({ result }) => result,
  });
}

const kept = new Set(["certificate_readers", "deletion_certificates", "held_names"]);

async function tablesOfOrganizations(): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'organization_id'
    order by name`.execute(server.services.pools.system);
  return rows.map(({ name }) => name).filter((name) => !kept.has(name));
}

const certificate = async (as: Person, organizationId: string) =>
  (await server.call("deletion.listCertificates", {}, { as })).value?.items.find(
    (one) => one.organizationId === organizationId,
  );

test("every table of an organization is purged", async () => {
  // The person's own security log stays theirs; it only forgets the organization.
  expect(await tablesOfOrganizations()).toEqual([...purgedTables, "security_events"].sort());
});

test("a hold that has not ended is not purged, by nobody", async () => {
  const organizationId = await deleted();
  const { system } = server.services.pools;
  expect(await purge(system, organizationId)).toBe("done");
  expect((await server.call("organization.get", { organizationId }, { as: member })).status).toBe(200);
  const force = system.updateTable("organizations").set({ status: "purging" }).where("id", "=", organizationId);
  await expect(force.execute()).rejects.toThrow(/hold has ended/);
  await expect(
    system.deleteFrom("audit_events").where("organization_id", "=", organizationId).execute(),
  ).rejects.toThrow(/never changed/);
});

test("a purge that is interrupted anywhere goes on where it stopped, and the certificate counts everything", async () => {
  const organizationId = await deleted();
  await endHold(organizationId);
  const { system } = server.services.pools;
  const head = await system
    .selectFrom("organizations")
    .select(["chain_head", "revision"])
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
  let died = 0;
  // Each time it gets one statement further before it dies; what a dying transaction did is undone.
  for (let statements = 1; Object.keys(await remaining(organizationId)).length > 0; statements += 1) {
    await purge(dyingAfter(system, statements), organizationId, { batch: 1 }).catch(() => (died += 1));
  }
  expect(died).toBeGreaterThan(10);
  expect(await purge(system, organizationId)).toBe("done");
  expect(await certificate(owner, organizationId)).toMatchObject({
    name: "Northwind",
    requestedBy: "Olivia Owner",
    purgedAt: expect.any(String),
    counts: { members: 2, invitations: 5, workspaces: 5, auditEvents: 6 },
    chainHead: head.chain_head,
    revision: head.revision,
  });
  expect(await certificate(member, organizationId)).toBeUndefined();
  expect((await lettersTo(server, owner.email)).at(-1)).toMatchObject({ what: "purged" });
});

test("access ends when the purge begins, for everybody", async () => {
  const organizationId = await deleted();
  await endHold(organizationId);
  const { system } = server.services.pools;
  expect(await purge(system, organizationId, { batch: 1, budget: 1 })).toBe("unfinished");
  expect((await server.call("organization.get", { organizationId }, { as: owner })).status).toBe(404);
  const list = await server.call("organization.list", {}, { as: member });
  expect(list.value?.items.map(({ id }) => id)).not.toContain(organizationId);
  expect(list.value?.total).toBe(list.value?.items.length);
  const first = await server.call("organization.list", { limit: 1 }, { as: member });
  expect(first.value?.total).toBe(list.value?.items.length);
  const restored = await server.call("deletion.restore", { organizationId }, { as: owner });
  expect(restored.status).toBe(404);
});

test("two servers purge one organization together, and their workers finish by themselves", async () => {
  const organizationId = await deleted("publishing");
  const workers = await Promise.all(
    [server, other].map(({ services: { pools, listener } }) =>
      startWorker({
        pools,
        listener,
        jobs: { [purgeJob]: purgeHandler(pools, { batch: 1, budget: 40 }), mail: async () => undefined },
        onFailure: () => undefined,
        pollEvery: 50,
      }),
    ),
  );
  await eventually(async () =>
    expect(await certificate(owner, organizationId)).toMatchObject({ purgedAt: expect.any(String) }),
  );
  await Promise.all(workers.map((worker) => worker.stop()));
  expect(await remaining(organizationId)).toEqual({});
  expect((await certificate(owner, organizationId))?.counts).toMatchObject({ members: 2, workspaces: 5 });
});

test("a purge whose job was given up is taken up again, before it began and in the middle", async () => {
  const { system } = server.services.pools;
  const jobs = async (organizationId: string) => {
    const rows = await system.selectFrom("outbox").select("payload").where("kind", "=", purgeJob).execute();
    return rows.filter(({ payload }) => JSON.stringify(payload).includes(organizationId)).length;
  };
  const organizationId = await deleted();
  const giveUp = () => system.deleteFrom("outbox").where("kind", "=", purgeJob).execute();
  await giveUp();
  await tidy(system, new Date());
  expect(await jobs(organizationId)).toBe(0);
  await endHold(organizationId);
  await tidy(system, new Date());
  await tidy(system, new Date());
  expect(await jobs(organizationId)).toBe(1);
  expect(await purge(system, organizationId, { batch: 1, budget: 0 })).toBe("unfinished");
  await giveUp();
  await tidy(system, new Date());
  expect(await jobs(organizationId)).toBe(1);
  expect(await purge(system, organizationId)).toBe("done");
  await giveUp();
  await tidy(system, new Date());
  expect(await jobs(organizationId)).toBe(0);
});

test("name and slug of a purged organization are held for 90 days", async () => {
  const made = await server.call("organization.create", { name: "Globex Rising" }, { as: owner });
  const { id: organizationId = "", slug = "" } = made.value ?? {};
  await server.services.pools.system.deleteFrom("rate_limits").execute();
  const input = { organizationId, name: "Globex Rising", password: goodPassword };
  await server.call("deletion.request", input, { as: owner });
  await endHold(organizationId);
  await purge(server.services.pools.system, organizationId);
  const again = await server.call("organization.create", { name: "globex RISING" }, { as: member });
  expect(again.fault ?? again.value?.slug).toMatchObject({ kind: "conflict", code: "nameHeld" });
  const sameSlug = await server.call("organization.create", { name: "Other", slug }, { as: member });
  expect(sameSlug.fault).toMatchObject({ kind: "conflict", code: "slugTaken" });
  const third = await server.call("organization.create", { name: "Third" }, { as: member });
  const of = { organizationId: third.value?.id ?? "" };
  const renamed = await server.call("organization.update", { ...of, slug }, { as: member });
  expect(renamed.fault).toMatchObject({ kind: "conflict", code: "slugTaken" });
  await server.services.pools.system.updateTable("held_names").set({ until: new Date() }).execute();
  const free = await server.call("organization.update", { ...of, slug, name: "Globex Rising" }, { as: member });
  expect(free.status).toBe(200);
});

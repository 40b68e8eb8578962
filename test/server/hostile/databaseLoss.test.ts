import type { Output } from "#contract/operations.ts";
import { newId } from "#server/storage/ids.ts";
import { eventually } from "#test/support/eventually.ts";
import { startTestServer, type Person, type Reply, type TestServer } from "#test/support/server.ts";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionsAfter, furnishTeam, standing } from "../teams.ts";

/** The database goes away in the middle of things. */
let server: TestServer;
let owner: Person;
let organizationId: string;
/** Watches and ends connections. */
let outside: pg.Client;
/** Holds the organization's lock. */
let holder: pg.Client;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  ({ organizationId } = await furnishTeam(server, "agency", [{ person: owner, role: "owner" }]));
  outside = new pg.Client({ connectionString: server.databaseUrl });
  holder = new pg.Client({ connectionString: server.databaseUrl, application_name: "holder" });
  await Promise.all([outside.connect(), holder.connect()]);
});
afterAll(async () => {
  await Promise.all([outside.end(), holder.end()]);
  await server.stop();
});

/** Ends every connection of the server to its database. */
const terminate = () =>
  outside.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and application_name <> 'holder'",
  );

/** Whether a command of the server waits for the lock that we hold. */
const isWaiting = async () => {
  const { rows } = await outside.query<{ waiting: number }>(
    "select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  return rows[0]?.waiting ?? 0;
};

/** Runs a command up to the lock of its organization, and ends its connection there. */
async function cutInTheMiddle<Value>(command: () => Promise<Reply<Value>>): Promise<Reply<Value>> {
  await holder.query("begin");
  await holder.query("select from organizations where id = $1 for update", [organizationId]);
  const running = command();
  await eventually(async () => expect(await isWaiting()).toBe(1));
  await terminate();
  const reply = await running;
  await holder.query("rollback");
  return reply;
}

const invite = (email: string, key: string) =>
  server.call(
    "invitation.send",
    { organizationId, emails: [email], role: "member" },
    { as: owner, headers: { "idempotency-key": key } },
  );

test("a command whose connection is ended is unavailable, half of it is not done, and it works again", async () => {
  for (let round = 0; round < 3; round += 1) {
    const before = await standing(server, organizationId);
    const key = newId();
    const email = `guest.${round}@example.com`;
    const cut = await cutInTheMiddle(() => invite(email, key));
    expect(cut).toMatchObject({ status: 503, fault: { kind: "unavailable" } });
    // Idle connections were ended as well, and one of them may be lent before its end is heard.
    await eventually(async () => expect(await standing(server, organizationId)).toEqual(before));
    await eventually(async () => expect((await invite(email, key)).status).toBe(200));
    expect(await actionsAfter(server, organizationId, before.revision)).toEqual(["invitation.sent"]);
  }
});

test("idle connections that were ended cost no request more than an honest answer", async () => {
  for (let round = 0; round < 5; round += 1) {
    await Promise.all(Array.from({ length: 10 }, async () => server.call("me.get", {}, { as: owner })));
    await terminate();
    const replies = await Promise.all(
      Array.from({ length: 20 }, async () => server.call("organization.get", { organizationId }, { as: owner })),
    );
    expect(replies.map(({ status }) => status).filter((status) => status !== 200 && status !== 503)).toEqual([]);
    await eventually(async () => expect((await server.call("me.get", {}, { as: owner })).status).toBe(200));
  }
});

test("commands under a storm of ended connections are done once or not at all", async () => {
  const before = await standing(server, organizationId);
  const keys = Array.from({ length: 30 }, (_, index) => ({ key: newId(), email: `storm.${index}@example.com` }));
  const calm = new AbortController();
  const storm = (async () => {
    while (!calm.signal.aborted) {
      await terminate();
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
  })();
  const first = await Promise.all(keys.map(async ({ key, email }) => invite(email, key)));
  calm.abort();
  await storm;
  expect([...new Set(first.map(({ status }) => status))].filter((status) => ![200, 503].includes(status))).toEqual([]);
  const done: Output<"invitation.send">[] = [];
  for (const { key, email } of keys) {
    await expect
      .poll(async () => {
        const reply = await invite(email, key);
        if (reply.value) done.push(reply.value);
        return reply.status;
      })
      .toBe(200);
  }
  const after = await standing(server, organizationId);
  expect(after.revision - before.revision).toBe(keys.length);
  expect(after.pending_invitations - before.pending_invitations).toBe(keys.length);
  expect(done).toHaveLength(keys.length);
  const chain = await server.call("auditEvent.verify", { organizationId }, { as: owner });
  expect(chain.value).toMatchObject({ intact: true });
});

test("a statement that takes too long is unavailable, not a defect", async () => {
  await holder.query("begin");
  await holder.query("select from organizations where id = $1 for update", [organizationId]);
  const running = invite("late@example.com", newId());
  await eventually(async () => expect(await isWaiting()).toBe(1));
  await outside.query(
    "select pg_cancel_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
  );
  expect(await running).toMatchObject({ status: 503, fault: { kind: "unavailable" } });
  await holder.query("rollback");
});

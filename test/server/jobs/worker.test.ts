import { eventually } from "#test/support/eventually.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { retryDelaySeconds, startWorker, type JobHandler, type Worker } from "#server/jobs/worker.ts";
import { openListener, type Listener } from "#server/storage/listen.ts";
import { enqueue, takeJobs } from "#server/storage/outbox.ts";
import { openPools, type Pools } from "#server/storage/pools.ts";
import { inTransaction } from "#server/storage/scope.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { insertAccount, insertOrganization } from "../storage/rows.ts";

let database: TestDatabase;
let pools: Pools;
let listener: Listener;
let workers: Worker[];

beforeEach(async () => {
  database = await createTestDatabase();
  pools = openPools(database.url);
  listener = await openListener(database.url);
  workers = [];
});

afterEach(async () => {
  for (const worker of workers) await worker.stop();
  await listener.close();
  await pools.close();
  await database.drop();
});

async function start(handler: JobHandler, onFailure = vi.fn<(job: unknown, error: unknown) => void>()) {
  workers.push(await startWorker({ pools, listener, jobs: { note: handler }, onFailure, pollEvery: 200 }));
  return onFailure;
}

const waiting = async () => pools.system.selectFrom("outbox").selectAll().execute();

test("two workers share the jobs and do each exactly once", async () => {
  const done: unknown[] = [];
  const handler: JobHandler = async (payload) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    done.push(payload);
  };
  await start(handler);
  await start(handler);
  const notes = Array.from({ length: 60 }, (_, number) => ({ number }));
  await Promise.all(notes.map(async (note) => enqueue(pools.system, "note", note)));
  await eventually(async () => expect(await waiting()).toEqual([]));
  expect(done).toHaveLength(60);
  expect(new Set(done.map((note) => JSON.stringify(note))).size).toBe(60);
});

test("a request's job is done after its commit, and never when it failed", async () => {
  const accountId = await insertAccount(pools.system, "dana@example.com");
  const { id: organizationId } = await insertOrganization(pools.system, accountId);
  const handler = vi.fn<JobHandler>(async () => undefined);
  await start(handler);
  const scope = { accountId, organizationId };
  const failing = inTransaction(pools, scope, async ({ db }) => {
    await enqueue(db, "note", { from: "failed" });
    throw new Error("refused");
  });
  await expect(failing).rejects.toThrow("refused");
  await inTransaction(pools, scope, async ({ db }) => enqueue(db, "note", { from: "committed" }));
  await eventually(() => expect(handler).toHaveBeenCalledTimes(1));
  expect(handler.mock.calls[0]?.[0]).toEqual({ from: "committed" });
});

test("a job that fails is tried again later, and its error kept", async () => {
  const onFailure = await start(async () => {
    throw new Error("the mail server is away");
  });
  await enqueue(pools.system, "note", {});
  await eventually(() => expect(onFailure).toHaveBeenCalledTimes(1));
  await eventually(async () => {
    const [job] = await waiting();
    expect(job).toMatchObject({ attempts: 1, last_error: "the mail server is away", done_at: null });
    expect(job?.available_at.getTime()).toBeGreaterThan(Date.now());
  });
  await pools.system
    .updateTable("outbox")
    .set({ available_at: new Date(0), attempts: 11 })
    .execute();
  await eventually(async () => expect((await waiting())[0]?.done_at).toBeInstanceOf(Date));
  expect((await waiting())[0]).toMatchObject({ payload: {}, attempts: 12 });
});

test("a worker that died in the middle loses its lease, not its job", async () => {
  await enqueue(pools.system, "note", { number: 1 });
  expect(await takeJobs(pools.system, 10, 60)).toHaveLength(1);
  expect(await takeJobs(pools.system, 10, 60)).toHaveLength(0);
  await pools.system
    .updateTable("outbox")
    .set({ available_at: new Date(0) })
    .execute();
  const handler = vi.fn<JobHandler>(async () => undefined);
  await start(handler);
  await eventually(() => expect(handler).toHaveBeenCalledTimes(1));
  expect(handler.mock.calls[0]?.[1].attempts).toBe(2);
});

test("attempts wait twice as long each time, up to an hour", () => {
  expect([1, 2, 3, 11, 12, 40].map(retryDelaySeconds)).toEqual([2, 4, 8, 2048, 3600, 3600]);
});

test("whoever hears of a failure sees no payload: a letter holds codes and links (attack case 17)", async () => {
  const onFailure = await start(async () => {
    throw new Error("the mail server is away");
  });
  await enqueue(pools.system, "note", { code: "482913", token: "an-invitation-secret" });
  await eventually(() => expect(onFailure).toHaveBeenCalled());
  const [job] = onFailure.mock.calls[0] ?? [];
  expect(job).toEqual({ id: expect.any(String), kind: "note", attempts: 1 });
});

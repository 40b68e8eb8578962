import { eventually } from "#test/support/eventually.ts";
import { expect, test, vi } from "vitest";
import { enqueueLetter, mailHandler } from "#server/jobs/mail-job.ts";
import { startWorker } from "#server/jobs/worker.ts";
import type { Mail } from "#server/mail/layout.ts";
import { openListener } from "#server/storage/listen.ts";
import { openPools } from "#server/storage/pools.ts";
import { createTestDatabase } from "#test/support/database.ts";

test("a letter is sent soon after its commit, and its code does not stay in the database", async () => {
  const database = await createTestDatabase();
  const pools = openPools(database.url);
  const listener = await openListener(database.url);
  const sent: Mail[] = [];
  const transport = { send: async (mail: Mail) => void sent.push(mail), close: () => undefined };
  const jobs = { mail: mailHandler(transport, "https://orgdesk.example.com") };
  const worker = await startWorker({ pools, listener, jobs, onFailure: vi.fn<() => void>(), pollEvery: 60_000 });
  const letter = { letter: "verifyEmail", to: "kim@example.com", name: "Kim", code: "482913", minutes: 15 } as const;
  await pools.system.transaction().execute((at) => enqueueLetter(at, letter));
  await eventually(() => expect(sent[0]?.text).toContain("482913"));
  await worker.stop();
  expect(await pools.system.selectFrom("outbox").selectAll().execute()).toEqual([]);
  await listener.close();
  await pools.close();
  await database.drop();
});

test("what is no letter is refused without repeating it", async () => {
  const transport = { send: async () => undefined, close: () => undefined };
  const handle = mailHandler(transport, "https://orgdesk.example.com");
  const job = { id: "", kind: "mail", payload: null, attempts: 1 };
  await expect(handle({ letter: "verifyEmail", code: 482913 }, job)).rejects.toThrow(/^Not a letter: (?!.*482913)/);
});

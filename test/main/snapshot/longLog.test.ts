import { randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { operationOf, type OperationName } from "#contract/operations.ts";
import { openKeptEvents } from "#main/exports/kept-events.ts";
import { createCustody } from "#main/snapshot/custody.ts";
import { createSnapshot } from "#main/snapshot/personal.ts";
import { openStore } from "#main/snapshot/store/store.ts";
import { expect, onTestFinished, test } from "vitest";
import { leastBlock } from "../support/blocked.ts";
import { testFolder } from "../support/desktop.ts";
import { collectingLogger } from "../support/logger.ts";
import { memorySecrets } from "../support/secrets.ts";
import { eventAt, factsAt, idOf, memberAt, organizationId } from "./support/rows.ts";

const members = 100_000;
const events = 500_000;
const batch = 500;
const window = { days: 3_650, mostEvents: events };
const me = { memberId: idOf(1), role: "owner", ends: false };
const { organization, ...facts } = factsAt(events);
const whole = { ...facts, organization: { ...organization, preset: "agency" as const, memberCount: members, me } };

/** Writes the file as a fill does, piece by piece. */
function written(path: string, key: Buffer): void {
  const store = openStore(path, key);
  const filling = store.beginFill(organizationId);
  const stage = () => {
    if (filling.waiting() > 40) filling.stage(whole, window, "");
  };
  const numbers = (from: number) => Array.from({ length: batch }, (_, index) => from + index);
  for (let from = 0; from < members; from += batch) {
    filling.add(
      "members",
      numbers(from).map((number) => memberAt(number, 1)),
    );
    stage();
  }
  for (let from = 1; from <= events; from += batch) {
    filling.add("events", numbers(from).map(eventAt));
    stage();
  }
  filling.commit(whole, window);
  store.close();
}

/** Milliseconds for which nothing else may wait. */
const most = 50;

test(
  "half a million kept events are opened, searched, exported and erased while the main process stays free",
  {
    timeout: 400_000,
  },
  async () => {
    const [folder, key, file] = [testFolder(), randomBytes(32), randomUUID()];
    written(join(folder, `${file}.db`), key);
    const secrets = { ...memorySecrets(), lasting: true };
    await secrets.write("snapshot", JSON.stringify({ accountId: idOf(1), key: key.toString("base64"), file }));
    const snapshot = createSnapshot({
      custody: createCustody(secrets, "snapshot", folder),
      reviewCustody: () => createCustody(memorySecrets(), "reviews", folder),
      program: join(import.meta.dirname, "../../../src/main/snapshot/worker/main.ts"),
      logger: collectingLogger(),
      onRevival: () => undefined,
    });
    onTestFinished(async () => await snapshot.close());
    const blocks: Record<string, number> = {};
    const measured = async (what: string, work: () => Promise<void>) => {
      blocks[what] = await leastBlock(work, most);
    };
    const total = async (name: OperationName, given: object) => {
      const input = operationOf(name).input.parse({ organizationId, ...given });
      const answer = await snapshot.answer(name, input as Parameters<typeof snapshot.answer>[1]);
      return answer?.ok === true ? (answer.value as { total: number }).total : null;
    };
    await measured("opening", async () => {
      expect(await snapshot.openFor(idOf(1))).toBe("disk");
      expect(await total("member.list", { limit: 100 })).toBe(members);
    });
    await measured("asking", async () => {
      expect(await total("member.list", { search: "wanderer 99" })).toBe(members);
      expect(await total("auditEvent.list", { limit: 200 })).toBe(events);
      expect(await total("auditEvent.list", { text: "nobody at all" })).toBe(events);
    });
    await measured("exporting", async () => {
      const open = await openKeptEvents(snapshot, { organizationId, format: "csv" });
      if (!open.ok) throw new Error(open.fault.kind);
      let lines = 0;
      const count = new Writable({
        write: (chunk: Buffer, _, done) => {
          for (const byte of chunk) if (byte === 10) lines += 1;
          done();
        },
      });
      await pipeline(open.value.body, count);
      expect(lines).toBeGreaterThanOrEqual(events);
    });
    await measured("erasing", async () => await snapshot.erase());
    expect(Object.entries(blocks).filter(([, blocked]) => blocked >= most)).toEqual([]);
  },
);

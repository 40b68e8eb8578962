import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { SnapshotFrame } from "#contract/entities/snapshot.ts";
import { RefusedError, startThread } from "#main/snapshot/thread.ts";
import { factsAt, idOf, memberAt, organizationId } from "./rows.ts";

/** Run with room for a small organization alone: fills it, then a large one until the disk takes no more. */
const [folder = ""] = process.argv.slice(2);
const thread = startThread(join(import.meta.dirname, "../../../../src/main/snapshot/worker/main.ts"));
await thread.ask("open", {
  snapshot: { path: join(folder, "snapshot.db"), key: randomBytes(32) },
  reviews: { path: null, key: randomBytes(32) },
});
const large = idOf(101);
const window = { days: 90, mostEvents: 10 };
const linesOf = (frames: readonly SnapshotFrame[]) =>
  Buffer.from(frames.map((frame) => `${JSON.stringify(frame)}\n`).join(""));

/** Lines of a fill: facts, so many pages, end. */
function* fillOf(id: string, pages: number): Generator<Buffer> {
  const facts = { ...factsAt(3), organization: { ...factsAt(3).organization, id } };
  const counts = { workspaces: 0, members: pages * 500, invitations: 0, events: 0 };
  yield linesOf([{ type: "facts", facts, expected: counts }]);
  for (let page = 0; page < pages; page++) {
    const rows = Array.from({ length: 500 }, (_, row) => memberAt(page * 500 + row, 3));
    yield linesOf([{ type: "members", rows }]);
  }
  yield linesOf([{ type: "end", revision: 3, counts }]);
}

async function filled(id: string, pages: number): Promise<unknown> {
  const fill = (await thread.ask("beginFill", { organizationId: id, window, after: null })) ?? "";
  try {
    for (const chunk of fillOf(id, pages)) await thread.ask("takeChunk", { fill, chunk });
    return await thread.ask("finishFill", { fill });
  } catch (error) {
    return error instanceof RefusedError ? "refused" : String(error);
  }
}

const outcomes = [await filled(organizationId, 1), await filled(large, 100), await filled(organizationId, 1)];
const kept = (await thread.ask("standings", null)).map((standing) => standing.organizationId);
process.stdout.write(JSON.stringify({ outcomes, kept }));
await thread.end();

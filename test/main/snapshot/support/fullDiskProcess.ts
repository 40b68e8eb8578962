import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { RefusedError, startThread } from "#main/snapshot/thread.ts";
import { fillOf } from "./fillLines.ts";
import { idOf, organizationId } from "./rows.ts";

/** Run with room for a small organization alone: fills it, then a large one until the disk takes no more. */
const [folder = ""] = process.argv.slice(2);
const thread = startThread(join(import.meta.dirname, "../../../../src/main/snapshot/worker/main.ts"));
await thread.ask("open", {
  snapshot: { path: join(folder, "snapshot.db"), key: randomBytes(32) },
  reviews: { path: null, key: randomBytes(32) },
});
const large = idOf(101);
const window = { days: 90, mostEvents: 10 };

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

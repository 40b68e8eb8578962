import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { statfsSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { leftFree } from "#contract/leftFree.ts";
import { startThread } from "#main/snapshot/thread.ts";
import { fillOf } from "./fillLines.ts";
import { idOf, organizationId } from "./rows.ts";

/**
 * Run on a disk of its own, with room for a small organization beside what is left free: fills it, then a large one,
 * and that again once the disk has grown.
 */
const [folder = "", larger = ""] = process.argv.slice(2);
const thread = startThread(join(import.meta.dirname, "../../../../src/main/snapshot/worker/main.ts"));
await thread.ask("open", {
  snapshot: { path: join(folder, "snapshot.db"), key: randomBytes(32) },
  reviews: { path: null, key: randomBytes(32) },
});
const large = idOf(101);
/** Ninety megabytes. */
const lines = 300;
/** What is not worth giving back, and a little for SQLite's log. */
const slack = 25_000_000;
const window = { days: 90, mostEvents: 10 };
const free = () => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

/** As the sync does it; what came of it, and the least that was free meanwhile. */
async function filled(id: string, pages: number) {
  const place = await thread.ask("resumption", { organizationId: id, window });
  if (place !== null) return { outcome: place, least: free() };
  const fill = (await thread.ask("beginFill", { organizationId: id, window, after: null })) ?? "";
  let least = free();
  for (const chunk of fillOf(id, pages)) {
    const taken = await thread.ask("takeChunk", { fill, chunk });
    least = Math.min(least, free());
    if (typeof taken === "string") return { outcome: taken, least };
  }
  return { outcome: await thread.ask("finishFill", { fill }), least };
}

const small = await filled(organizationId, 1);
const before = free();
const refused = await filled(large, lines);
// Given back while nothing is asked.
for (let waits = 0; free() < before - slack && waits < 600; waits++) await setTimeout(50);
const givenBack = free() >= before - slack;
const again = await filled(large, lines);
const kept = (await thread.ask("stored", null)).map(({ id, rows }) => [id, rows]);
execFileSync("mount", ["-o", `remount,size=${larger}`, folder]);
const grown = await filled(large, lines);
const outcomes = [small, refused, again, grown].map(({ outcome }) => outcome);
const spared = refused.least > leftFree - 2 * slack;
process.stdout.write(JSON.stringify({ outcomes, kept, spared, givenBack }));
await thread.end();

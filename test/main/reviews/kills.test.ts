import { spawn } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { openBook, type Head } from "#main/reviews/book.ts";
import { expect, test } from "vitest";
import { testFolder } from "../support/desktop.ts";
import { organizationIds, peopleEach, type InventedPerson } from "./support/invented.ts";

const decider = join(import.meta.dirname, "support/decider.ts");
const kills = 40;
const reviewId = "review-1";

/** Lets a process decide until it is killed somewhere in the middle; the last act that it said was written. */
async function killedWhileDeciding(path: string, key: Buffer, ms: number): Promise<number> {
  const child = spawn(process.execPath, [decider, path, key.toString("base64"), reviewId], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let acknowledged = -1;
  let due: NodeJS.Timeout | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged = Number(line);
    due ??= setTimeout(() => child.kill("SIGKILL"), ms);
  }
  return acknowledged;
}

test("after any of 40 kills, every decision that was acknowledged is there, and no act by half", async () => {
  const path = join(testFolder(), "reviews.db");
  const key = randomBytes(32);
  const found: unknown[] = [];
  for (let kill = 0; kill < kills; kill++) {
    const acknowledged = await killedWhileDeciding(path, key, randomInt(0, 40));
    const book = openBook<Head, InventedPerson, number>(path, key);
    const [first, second] = organizationIds.map((id) => Math.max(-1, ...book.marks(reviewId, id).values()));
    const people = organizationIds.map((id) => book.items(reviewId, id).length);
    const whole = people.every((count) => count === peopleEach) && first === second;
    // One more may have been written whose acknowledgement the kill cut off.
    const last = first ?? -1;
    if (!whole || book.kept !== "disk" || last < acknowledged || last > acknowledged + 1) {
      found.push({ kill, kept: book.kept, acknowledged, first, second, people });
    }
    book.end();
  }
  expect(found).toEqual([]);
}, 120_000);

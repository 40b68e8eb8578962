import { spawn } from "node:child_process";
import { randomBytes, randomInt } from "node:crypto";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { openStore } from "#main/snapshot/store/store.ts";
import { expect, test } from "vitest";
import { testFolder } from "../support/desktop.ts";
import { membersIn, organizationId } from "./support/rows.ts";

const writer = join(import.meta.dirname, "support/writer.ts");
const members = 1_200;
const kills = 100;

/** Lets a process write until it is killed, so long after a line of its; the last revision that it said was written. */
async function killed(path: string, key: Buffer, { ms, line: from }: { ms: number; line: number }): Promise<number> {
  const child = spawn(process.execPath, [writer, path, key.toString("base64"), String(members)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let acknowledged = 0;
  let lines = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line !== "opening") acknowledged = Number(line);
    if (lines === from) setTimeout(() => child.kill("SIGKILL"), ms);
    lines += 1;
  }
  return acknowledged;
}

/** One in four while the file is made or opened, the others somewhere in the middle of writing. */
const momentOf = (kill: number) =>
  kill % 4 === 0 ? { line: 0, ms: randomInt(0, 12) } : { line: 1, ms: randomInt(0, 60) };

test(
  "after any of 100 kills, what was acknowledged is there, whole and of one revision",
  { timeout: 300_000 },
  async () => {
    const path = join(testFolder(), "snapshot.db");
    const key = randomBytes(32);
    const found: unknown[] = [];
    let revision = 0;
    for (let kill = 0; kill < kills; kill++) {
      const acknowledged = (await killed(path, key, momentOf(kill))) || revision;
      const store = openStore(path, key);
      revision = store.manifest(organizationId)?.facts.revision ?? 0;
      const rows = membersIn(store);
      const roles = new Set(rows.map(({ role }) => role));
      const pages = store.manifest(organizationId)?.pages.events ?? [];
      const opened = pages.filter(
        (page) =>
          store.eventLines(organizationId, page).count() === page.rows &&
          store.texts(organizationId, page)?.count() === page.rows &&
          store.digest(organizationId, page) !== null,
      );
      const all = opened.length === pages.length && rows.length === members && roles.size === 1;
      const whole = revision === 0 ? rows.length === 0 : all && roles.has(`role-${revision}`);
      // One more may have been written whose acknowledgement the kill cut off.
      if (!whole || store.kept !== "disk" || revision < acknowledged || revision > acknowledged + 1) {
        found.push({
          kill,
          kept: store.kept,
          acknowledged,
          revision,
          rows: rows.length,
          roles: [...roles].slice(0, 3),
        });
      }
      store.close();
    }
    expect(found).toEqual([]);
  },
);

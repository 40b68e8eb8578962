import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { claimFolder } from "#main/desktop/claim.ts";
import { expect, onTestFinished, test } from "vitest";
import { testFolder } from "../../main/support/desktop.ts";
import { collectingLogger } from "../../main/support/logger.ts";

const program = join(import.meta.dirname, "../../../src/main/shell/browser/main.ts");

/** A browser shell in a process of its own. */
function start(folder: string): ChildProcess {
  const child = spawn(process.execPath, [program, "--json", "--data-dir", folder], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** The first line that it prints; null where it ends without one. */
async function firstLine({ stdout }: ChildProcess): Promise<string | null> {
  if (stdout === null) return null;
  for await (const line of createInterface({ input: stdout })) return line;
  return null;
}

async function complaint(child: ChildProcess) {
  let words = "";
  child.stderr?.setEncoding("utf8").on("data", (chunk: string) => (words += chunk));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, words };
}

test("a second start on the same data folder is refused in words, and one after a kill is not", async () => {
  const folder = testFolder();
  const first = start(folder);
  expect(await firstLine(first)).toContain("http://127.0.0.1:");
  const { code, words } = await complaint(start(folder));
  expect(code).toBe(2);
  expect(words).toContain(`Orgdesk is open already with the data in ${folder}: go to its window`);
  expect(first.exitCode).toBeNull();
  first.kill("SIGKILL");
  await once(first, "exit");
  const third = start(folder);
  expect(await firstLine(third)).toContain("http://127.0.0.1:");
  third.kill("SIGTERM");
  await once(third, "exit");
  expect(claimFolder(folder, collectingLogger(), 0)).not.toBeNull();
});

test("a folder in which nothing can be locked is used as before", async () => {
  const folder = testFolder();
  await mkdir(join(folder, "in-use.lock"));
  const logger = collectingLogger();
  expect(claimFolder(folder, logger)).not.toBeNull();
  expect(logger.entries).toMatchObject([{ level: "warn", message: "The data folder cannot be locked" }]);
});

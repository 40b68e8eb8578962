import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const processModule = pathToFileURL(resolve(import.meta.dirname, "../../scripts/support/process.mjs")).href;
const launcher = `
  import { run } from "${processModule}";
  const { code } = await run(process.execPath, process.argv.slice(1));
  process.exitCode = code;`;
let folder = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "orgdesk-run-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function start(program: string, ...args: string[]) {
  const file = join(folder, "program.ts");
  writeFileSync(file, program);
  const launch = ["--input-type=module", "--eval", launcher, file, ...args];
  const child = spawn(process.execPath, launch, { stdio: ["ignore", "pipe", "pipe"] });
  const output = { text: "" };
  child.stdout.on("data", (chunk: Buffer) => (output.text += chunk.toString()));
  return { child, output, exit: once(child, "exit") };
}

async function untilPrinted({ output, child }: ReturnType<typeof start>, word: string) {
  while (!output.text.includes(word)) await once(child.stdout, "data");
}

function alive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe("running a program", () => {
  it("passes arguments in, and its output and exit code out, with nothing of its own between", async () => {
    const program = `const words: string[] = process.argv.slice(2); console.log(JSON.stringify(words)); process.exitCode = 3;`;
    const started = start(program, "--port", "0");
    expect(await started.exit).toEqual([3, null]);
    expect(started.output.text).toBe('["--port","0"]\n');
  });

  it.each(["SIGTERM", "SIGINT"] as const)("passes %s on once, however often it arrives at once", async (signal) => {
    const program = `
      let received = 0;
      process.on("${signal}", () => { received++; setTimeout(() => { console.log("received", received); process.exit(0); }, 300); });
      setInterval(() => {}, 1000);
      console.log("ready");`;
    const started = start(program);
    await untilPrinted(started, "ready");
    started.child.kill(signal);
    await new Promise((resolve) => setTimeout(resolve, 100));
    started.child.kill(signal);
    expect(await started.exit).toEqual([0, null]);
    expect(started.output.text).toContain("received 1");
  });

  it("ends what the program leaves behind", async () => {
    const program = `
      import { spawn } from "node:child_process";
      const child = spawn("sleep", ["60"], { stdio: "ignore" });
      child.unref();
      console.log(child.pid);`;
    const started = start(program);
    expect(await started.exit).toEqual([0, null]);
    const leftover = Number(started.output.text);
    expect(leftover).toBeGreaterThan(0);
    expect(alive(leftover)).toBe(false);
  });
});

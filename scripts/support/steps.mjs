import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ensureBrowser } from "./browser.mjs";
import { ensureBuilt } from "./build.mjs";
import { node24, toolEnvironment } from "./node24.mjs";
import { packageProgram } from "./packages.mjs";
import { run } from "./process.mjs";
import { checkTally, playwrightTally, runnerTally, vitestTally } from "./report.mjs";

const minutes = 60_000;

/**
 * Runs one named step with its output in `folder`; answers what it counts as and the log to show when it failed.
 * The same tools as the scripts of package.json, under the project's own Node.
 */
export async function runStep(name, folder) {
  mkdirSync(folder, { recursive: true });
  const log = join(folder, `${name}.log`);
  const output = openSync(log, "a");
  try {
    return { tally: await steps[name](toolIn(folder, name, output)), log };
  } finally {
    closeSync(output);
  }
}

const steps = {
  format: async ({ tool }) => checkTally(await tool("oxfmt", ["--check"])),
  lint: async ({ tool }) => checkTally(await tool("oxlint", ["--type-aware"])),
  typecheck: async ({ tool }) => checkTally(await tool("typescript", ["--build"], "tsc")),
  build: async (step) => checkTally(await build(step)),
  unit: async (step) => await vitest(step, "unit"),
  server: async (step) => await vitest(step, "server"),
  renderer: async (step) => await vitest(step, "renderer"),
  browser,
};

async function build({ tool }) {
  return await ensureBuilt(async () => await tool("electron-vite", ["build"]));
}

async function vitest({ tool, report }, project) {
  const code = await tool("vitest", ["run", "--project", project]);
  return runnerTally(code, report(vitestTally));
}

async function browser(step) {
  if ((await build(step)) !== 0 || !(await ensureBrowser(step.stdio))) return checkTally(1);
  const code = await step.tool("@playwright/test", ["test"], "playwright");
  return runnerTally(code, step.report(playwrightTally));
}

function toolIn(folder, name, output) {
  const json = join(folder, `${name}.json`);
  const stdio = ["ignore", output, output];
  const { FORCE_COLOR: _, ...plain } = toolEnvironment();
  const env = { ...plain, NO_COLOR: "1", ORGDESK_TEST_JSON: json, ORGDESK_TEST_RUN: folder };
  return {
    stdio,
    async tool(packageName, args, command) {
      const abort = AbortSignal.timeout(20 * minutes);
      const ended = await run(node24(), [packageProgram(packageName, command), ...args], { env, stdio, abort });
      if (ended.stoppedBy !== undefined) process.exit(ended.code || 130);
      return ended.code;
    },
    report: (tally) => readReport(json, tally),
  };
}

function readReport(file, tally) {
  try {
    return tally(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}

import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A server in a process of its own, so that it does not share an event loop with what asks it. */
export interface Child {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts one of the project's programs and waits for the line that says where it listens. */
export async function startChild(file: string, args: readonly string[], databaseUrl: string | null): Promise<Child> {
  const program = fileURLToPath(new URL(`../../${file}`, import.meta.url));
  // For looking where time goes: BENCH_NODE_FLAGS="--cpu-prof --cpu-prof-dir=…".
  const flags = process.env["BENCH_NODE_FLAGS"]?.split(" ") ?? [];
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...flags, program, ...args], {
    env: { ...process.env, NODE_ENV: "production", DATABASE_URL: databaseUrl ?? "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const stop = async () => stopChild(child);
  for await (const line of createInterface(child.stdout)) {
    const { url } = JSON.parse(line) as { url: string };
    child.stdout.resume();
    return { url, stop };
  }
  throw new Error(`${file} ended before it listened`);
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}

import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";

const root = path.resolve(import.meta.dirname, "../../..");

export interface Program {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Starts one of the built programs and waits for the line of JSON that says where it answers. */
export async function startProgram(name: "server" | "browser", args: readonly string[]): Promise<Program> {
  const child = spawn(process.execPath, [path.join(root, "out/main", `${name}.js`), ...args], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, DATABASE_URL: "" },
  });
  const errors: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => errors.push(chunk.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).once("line", (line) =>
      resolve(z.object({ url: z.string() }).parse(JSON.parse(line)).url),
    );
    child.once("exit", (code) => reject(new Error(`${name} ended with ${code}: ${errors.join("")}`)));
  });
  return { url, stop: async () => end(child) };
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
}

/** A folder of its own for one program of one test. */
export async function temporaryFolder(): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), "orgdesk-e2e-"));
  return { folder, remove: async () => rm(folder, { recursive: true, force: true }) };
}

import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { parsedJson } from "../remote/faults.ts";
import { makeDataFolder } from "./data-folder.ts";
import { endChild } from "./embedded-server.ts";
import { lastLine } from "./output.ts";
import type { StartProgram } from "./process.ts";

const SignIn = z.object({ email: z.string(), password: z.string() });

/** A filled sample agency: where its data is, and how to sign in as its invented manager. */
export const Sample = z.object({ folder: z.string(), signIn: SignIn });
export type Sample = z.infer<typeof Sample>;

const size = ["--organizations", "12", "--members", "400", "--events", "50000"];

/**
 * The sample agency below `parent`, filled the first time; null when that failed or was stopped. A broken attempt is
 * never continued: the next begins in a folder of its own.
 */
export async function prepareSample(
  start: StartProgram,
  program: string,
  parent: string,
  signal: AbortSignal,
): Promise<Sample | null> {
  const kept = join(parent, "sample.json");
  const known = Sample.safeParse(parsedJson(await readFile(kept, "utf8").catch(() => "")));
  if (known.success) return known.data;
  const folder = join(parent, randomUUID());
  await makeDataFolder(folder);
  const child = start(program, [...size, "--data-dir", folder]);
  const stop = () => void endChild(child);
  signal.addEventListener("abort", stop, { once: true });
  child.stderr.resume();
  const [printed, code] = await Promise.all([lastLine(child.stdout), child.ended]);
  signal.removeEventListener("abort", stop);
  const signIn = SignIn.safeParse(parsedJson(printed));
  if (code !== 0 || !signIn.success) return null;
  const sample: Sample = { folder, signIn: signIn.data };
  await writeFile(kept, JSON.stringify(sample), { mode: 0o600 });
  return sample;
}

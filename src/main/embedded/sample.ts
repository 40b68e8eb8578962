import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { parsedJson } from "../remote/faults.ts";
import { endChild } from "./embedded-server.ts";
import { lastLine } from "./output.ts";
import type { StartProgram } from "./process.ts";

/** How to sign in to the sample agency: an invented person of invented data. */
export const SampleSignIn = z.object({ email: z.string(), password: z.string() });
export type SampleSignIn = z.infer<typeof SampleSignIn>;

const size = ["--organizations", "12", "--members", "400", "--events", "50000"];

/** Fills the sample's folder the first time; null when that failed or was stopped, so that it begins anew next time. */
export async function prepareSample(
  start: StartProgram,
  program: string,
  folder: string,
  signal: AbortSignal,
): Promise<SampleSignIn | null> {
  const kept = join(folder, "sign-in.json");
  const known = SampleSignIn.safeParse(parsedJson(await readFile(kept, "utf8").catch(() => "")));
  if (known.success) return known.data;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const child = start(program, [...size, "--data-dir", folder]);
  const stop = () => void endChild(child);
  signal.addEventListener("abort", stop, { once: true });
  child.stderr.resume();
  const [printed, code] = await Promise.all([lastLine(child.stdout), child.ended]);
  signal.removeEventListener("abort", stop);
  const signIn = SampleSignIn.safeParse(parsedJson(printed));
  if (code !== 0 || !signIn.success) return null;
  await writeFile(kept, JSON.stringify(signIn.data), { mode: 0o600 });
  return signIn.data;
}

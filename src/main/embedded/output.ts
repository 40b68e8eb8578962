import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { z } from "zod";
import { parsedJson } from "../remote/faults.ts";

const Ready = z.object({ url: z.url({ protocol: /^http$/, hostname: /^127\.0\.0\.1$/ }) });

/** The address on a server's first line, or null when its output ended without one. Later lines are let through. */
export async function readyUrl(stdout: Readable): Promise<string | null> {
  const lines = createInterface({ input: stdout });
  try {
    for await (const line of lines) {
      const ready = Ready.safeParse(parsedJson(line));
      if (ready.success) return new URL(ready.data.url).origin;
    }
    return null;
  } finally {
    lines.close();
    stdout.resume();
  }
}

/** The last line that a program printed, once it closed its output. */
export async function lastLine(stdout: Readable): Promise<string> {
  let last = "";
  for await (const line of createInterface({ input: stdout })) if (line.trim() !== "") last = line;
  return last;
}

import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { refuse } from "../../dispatch/fault-error.ts";
import { isGivenUp } from "../../dispatch/given-up.ts";
import { findUpwards } from "../../files/find.ts";

const isSource = import.meta.url.endsWith(".ts");

/** One at a time: setting thousands of people takes a processor for a while. */
let last: Promise<unknown> = Promise.resolve();

/** More than this wait for nothing but each other: whoever asks then is told to come back. */
const mostWaiting = 20;
let waiting = 0;

/** How long a document may take, in milliseconds, and how much memory, in megabytes. */
export interface Most {
  readonly time: number;
  readonly memory: number;
}

/** Many times what the largest review needs. */
const most: Most = { time: 60_000, memory: 1024 };

/**
 * Sets a signed record as a PDF, on a thread of its own, which is given up when it takes too long or too much.
 * @throws FaultError `rate` while too many wait, `pdfTooLarge` where the document was given up
 */
export async function setDocument(file: string, within = most): Promise<Buffer> {
  if (waiting >= mostWaiting) return refuse({ kind: "limitReached", limit: "rate", retryAfter: 10 });
  waiting += 1;
  const set = last.then(() => onThread(file, within)).finally(() => (waiting -= 1));
  last = set.catch(() => undefined);
  return set;
}

async function onThread(file: string, { time, memory }: Most): Promise<Buffer> {
  const program = isSource ? new URL("worker.ts", import.meta.url) : findUpwards("evidence.js");
  const resourceLimits = { maxOldGenerationSizeMb: memory };
  const worker = new Worker(program, { name: "evidence", workerData: file, resourceLimits });
  try {
    const [bytes] = (await once(worker, "message", { signal: AbortSignal.timeout(time) })) as [Uint8Array];
    return Buffer.from(bytes);
  } catch (error) {
    if (isGivenUp(error)) return refuse({ kind: "conflict", code: "pdfTooLarge" });
    throw error;
  } finally {
    await worker.terminate();
  }
}

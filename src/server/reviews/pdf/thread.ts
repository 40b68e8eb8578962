import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { refuse } from "../../dispatch/fault-error.ts";
import { findUpwards } from "../../files/find.ts";

const isSource = import.meta.url.endsWith(".ts");

/** One at a time: setting thousands of people takes a processor for a while. */
let last: Promise<unknown> = Promise.resolve();

/** More than this wait for nothing but each other: whoever asks then is told to come back. */
const mostWaiting = 20;
let waiting = 0;

/** Sets a signed record as a PDF, on a thread of its own. */
export async function setDocument(file: string): Promise<Buffer> {
  if (waiting >= mostWaiting) return refuse({ kind: "limitReached", limit: "rate", retryAfter: 10 });
  waiting += 1;
  const set = last.then(() => onThread(file)).finally(() => (waiting -= 1));
  last = set.catch(() => undefined);
  return set;
}

async function onThread(file: string): Promise<Buffer> {
  const program = isSource ? new URL("worker.ts", import.meta.url) : findUpwards("evidence.js");
  const worker = new Worker(program, { name: "evidence", workerData: file });
  try {
    const [bytes] = (await once(worker, "message")) as [Uint8Array];
    return Buffer.from(bytes);
  } finally {
    await worker.terminate();
  }
}

import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { findUpwards } from "./find.ts";

const isSource = import.meta.url.endsWith(".ts");

/** One at a time: setting thousands of people takes a processor for a while. */
let last: Promise<unknown> = Promise.resolve();

/** Sets a signed record as a PDF, on a thread of its own. */
export async function setDocument(file: string): Promise<Buffer> {
  const set = last.then(() => onThread(file));
  last = set.catch(() => undefined);
  return set;
}

async function onThread(file: string): Promise<Buffer> {
  const program = findUpwards(isSource ? "worker.ts" : "evidence.js");
  const worker = new Worker(program, { name: "evidence", workerData: file });
  try {
    const [bytes] = (await once(worker, "message")) as [Uint8Array];
    return Buffer.from(bytes);
  } finally {
    await worker.terminate();
  }
}

import { parentPort, workerData } from "node:worker_threads";
import { documentOf } from "./document.ts";

// A thread for one document: thousands of people take seconds, and requests must not wait for them.
if (parentPort !== null) {
  const port = parentPort;
  port.postMessage(await documentOf(String(workerData)));
}

import { existsSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import "#main/snapshot/worker/main.ts";

/** The snapshot's thread, which dies of an error at whatever it is asked while a file is there. */
parentPort?.on("message", () => {
  if (existsSync(process.env["SNAPSHOT_DIES_OF"] ?? "")) throw new Error("The thread dies");
});

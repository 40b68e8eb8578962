import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Crop } from "#domain/logo.ts";
import { refuse } from "../dispatch/fault-error.ts";
import { isGivenUp } from "../dispatch/given-up.ts";
import { findUpwards } from "../files/find.ts";
import { badImage } from "./bad-image.ts";
import type { SvgDone, SvgWork } from "./protocol.ts";

const isSource = import.meta.url.endsWith(".ts");

/** Many times what the largest allowed image needs; in milliseconds and megabytes. */
const most = { time: 60_000, memory: 512 };

/**
 * Cleans an SVG on a thread of its own, which is given up when it takes too long or too much.
 * @throws FaultError `invalid` at `image` for what cannot be a logo
 */
export async function cleanSvgOnThread(bytes: Uint8Array, crop: Crop | null): Promise<string> {
  const workerData: SvgWork = { bytes, crop };
  const program = isSource ? new URL("worker.ts", import.meta.url) : findUpwards("svg.js");
  const worker = new Worker(program, {
    name: "svg",
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: most.memory },
  });
  try {
    const [done] = (await once(worker, "message", { signal: AbortSignal.timeout(most.time) })) as [SvgDone];
    return done.ok ? done.svg : refuse(done.fault);
  } catch (error) {
    if (isGivenUp(error)) return badImage("tooComplex", "Choose an SVG with fewer parts");
    throw error;
  } finally {
    await worker.terminate();
  }
}

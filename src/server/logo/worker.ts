import { parentPort, workerData } from "node:worker_threads";
import { FaultError } from "../dispatch/fault-error.ts";
import type { SvgDone, SvgWork } from "./protocol.ts";
import { cleanSvg } from "./svg.ts";

/** A thread for one image: parsing what somebody sent takes up to a second, and requests must not wait for it. */
async function done({ bytes, crop }: SvgWork): Promise<SvgDone> {
  try {
    return { ok: true, svg: await cleanSvg(bytes, crop) };
  } catch (error) {
    if (error instanceof FaultError) return { ok: false, fault: error.fault };
    throw error;
  }
}

if (parentPort !== null) {
  const port = parentPort;
  port.postMessage(await done(workerData as SvgWork));
}

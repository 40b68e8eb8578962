import type { ServerHealth } from "#contract/desktop.ts";
import { z } from "zod";
import { parsedJson } from "./faults.ts";
import { createTransport } from "./transport.ts";

export type Health = z.infer<typeof ServerHealth>;

const Healthz = z.object({ version: z.string().max(60).nullable().catch(null) });
const patienceMs = 5_000;
const transport = createTransport(patienceMs, "Orgdesk");

/** Whether an Orgdesk server answers at this origin, and its version. */
export async function probeHealth(origin: string): Promise<Health> {
  try {
    const { status, text } = await transport.get(origin, "/healthz", patienceMs);
    const health = Healthz.safeParse(parsedJson(text));
    return health.success && status === 200
      ? { healthy: true, version: health.data.version }
      : { healthy: false, version: null };
  } catch {
    return { healthy: false, version: null };
  }
}

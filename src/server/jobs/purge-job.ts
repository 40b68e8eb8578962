import { z } from "zod";
import type { Db } from "../storage/database.ts";
import { purge, type PurgeOptions } from "../deletion/purge.ts";
import { stalledPurges } from "../storage/queries/deletions.ts";
import { enqueue } from "../storage/outbox.ts";
import type { Pools } from "../storage/pools.ts";
import type { JobHandler } from "./worker.ts";

export const purgeJob = "purge";

const payloadSchema = z.object({ organizationId: z.uuid() });

/** Purges the organization at this time, unless it is restored before. */
export async function enqueuePurge(db: Db, organizationId: string, at: Date): Promise<void> {
  await enqueue(db, purgeJob, { organizationId }, at);
}

/** Works for a while and then hands the rest to another job, so that a large organization holds up no worker. */
export function purgeHandler({ system }: Pick<Pools, "system">, options: PurgeOptions = {}): JobHandler {
  return async (payload) => {
    const { organizationId } = payloadSchema.parse(payload);
    const ended = await purge(system, organizationId, options);
    if (ended === "unfinished") await enqueuePurge(system, organizationId, new Date());
  };
}

/** Gives every organization that is to be gone by now a job again: its own was given up while it failed for hours. */
export async function takeUpPurges(system: Db): Promise<void> {
  for (const organizationId of await stalledPurges(system, purgeJob)) {
    await enqueuePurge(system, organizationId, new Date());
  }
}

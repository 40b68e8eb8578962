import { z } from "zod";
import type { Db } from "../storage/database.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import type { Services } from "../dispatch/services.ts";
import { workOffPlan, type PlanWorkOptions } from "../plans/work.ts";
import { stalledPlans } from "../storage/queries/plan-work.ts";
import { enqueue } from "../storage/outbox.ts";
import type { JobHandler } from "./worker.ts";

export const planJob = "plan";

const payloadSchema = z.object({ planId: z.uuid() });

/** Works a plan off, at once or from a time on. */
export async function enqueuePlan(db: Db, planId: string, at: Date | null = null): Promise<void> {
  await enqueue(db, planJob, { planId }, at);
}

/** Works for a while and then hands the rest to another job, so that a long plan holds up no worker. */
export function planHandler(services: Services, handlers: Handlers, options: PlanWorkOptions = {}): JobHandler {
  return async (payload) => {
    const { planId } = payloadSchema.parse(payload);
    const left = await workOffPlan(services, handlers, planId, options);
    if (left !== "nothing") await enqueuePlan(services.pools.system, planId, left.at);
  };
}

/** Gives every plan that lies there a job again; a second one finds it done. */
export async function takeUpPlans(system: Db): Promise<void> {
  for (const planId of await stalledPlans(system, planJob)) await enqueuePlan(system, planId);
}

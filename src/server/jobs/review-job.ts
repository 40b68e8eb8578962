import { z } from "zod";
import type { Db } from "../storage/database.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import type { Services } from "../dispatch/services.ts";
import { workOffReview, type ReviewWorkOptions } from "../reviews/work.ts";
import { stalledReviews } from "../storage/queries/review-work.ts";
import { enqueue } from "../storage/outbox.ts";
import type { JobHandler } from "./worker.ts";

export const reviewJob = "review";

const payloadSchema = z.object({ organizationId: z.uuid(), reviewId: z.uuid() });

/** Carries a review's decisions out, at once or from a time on. */
export async function enqueueReview(
  db: Db,
  organizationId: string,
  reviewId: string,
  at: Date | null = null,
): Promise<void> {
  await enqueue(db, reviewJob, { organizationId, reviewId }, at);
}

/** Works for a while and then hands the rest to another job, so that a long review holds up no worker. */
export function reviewHandler(services: Services, handlers: Handlers, options: ReviewWorkOptions = {}): JobHandler {
  return async (payload) => {
    const { organizationId, reviewId } = payloadSchema.parse(payload);
    const left = await workOffReview(services, handlers, { organization_id: organizationId, id: reviewId }, options);
    if (left !== "nothing") await enqueueReview(services.pools.system, organizationId, reviewId, left.at);
  };
}

/** Gives every review that lies there a job again; a second one finds it done. */
export async function takeUpStalled(system: Db): Promise<void> {
  for (const { organization_id, id } of await stalledReviews(system, reviewJob)) {
    await enqueueReview(system, organization_id, id);
  }
}

import { workOnNext } from "../batch/work-on-next.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import type { Services } from "../dispatch/services.ts";
import { progressNotices } from "../batch/notices.ts";
import { newId } from "../storage/ids.ts";
import { endApplying, isApplying, leaseReview, releaseReview } from "../storage/queries/review-work.ts";
import { reviewBatch } from "./batch.ts";

export interface ReviewWorkOptions {
  /** Milliseconds after which the work stops between two decisions, to be taken up again. */
  readonly budget?: number;
  /** How long nobody else takes the review, should this server die. */
  readonly leaseSeconds?: number;
}

/** What is left for another job: nothing, or something to be taken up at once (`null`) or later. */
export type Left = "nothing" | { readonly at: Date | null };

const inSeconds = (seconds: number): Date => new Date(Date.now() + seconds * 1000);

/**
 * Carries a review's decisions out for a while. One worker has it at a time; should two have it, the lock of each item
 * still lets it be done once. Whoever continues after an interruption finds out from the items that wait.
 */
export async function workOffReview(
  services: Services,
  handlers: Handlers,
  named: { readonly organization_id: string; readonly id: string },
  { budget = 3_000, leaseSeconds = 60 }: ReviewWorkOptions = {},
): Promise<Left> {
  const { system } = services.pools;
  const workerId = newId();
  const review = await leaseReview(system, named, workerId, leaseSeconds);
  if (review === undefined) return (await isApplying(system, named)) ? { at: inSeconds(leaseSeconds) } : "nothing";
  const { organization_id: organizationId, id: reviewId, account_id: accountId } = review;
  const notices = progressNotices(system, { type: "reviewChanged", organizationId, reviewId, accountId });
  const batch = reviewBatch(services, handlers, review);
  const until = Date.now() + budget;
  try {
    while (Date.now() < until) {
      const went = await workOnNext(batch, organizationId);
      if (went === "empty") {
        if (await endApplying(system, named)) return "nothing";
      } else if (went !== "on") return { at: inSeconds(went.later) };
      notices.tell();
    }
    return { at: null };
  } finally {
    await releaseReview(system, named, workerId);
    await notices.end();
  }
}

import { mayReview } from "#domain/review/decisions.ts";
import { maySeeReviews } from "#domain/review/seeing.ts";
import { after, type ReviewStatus, type ReviewStep } from "#domain/review/status.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { found, refuse } from "../dispatch/fault-error.ts";
import { reviewById, type ReviewRow } from "../storage/queries/reviews.ts";

/** Refuses whoever may not review access here. Which decisions they may carry out, each command decides. */
export function requireReviewing({ require }: Pick<OrganizationContext, "require">): void {
  require({ kind: "use", permission: "member.remove" });
  require({ kind: "use", permission: "member.view" });
}

/** Refuses whoever may not see that access is reviewed here. */
export function requireSeeing({ require, policy, me }: Pick<OrganizationContext, "require" | "policy" | "me">): void {
  if (!maySeeReviews(policy, me.role) || mayReview(policy, me.role)) {
    requireReviewing({ require });
  } else {
    require({ kind: "use", permission: "audit.view" });
    require({ kind: "use", permission: "member.view" });
  }
}

/** A review of this organization, for whoever may see that there is one. */
export async function reviewSeen(
  context: Pick<OrganizationContext, "require" | "policy" | "me" | "db" | "organization">,
  reviewId: string,
): Promise<ReviewRow> {
  requireSeeing(context);
  return found(await reviewById(context.db, context.organization.id, reviewId), "review");
}

/** A review of this organization, for whoever may review. */
export async function reviewFor(
  context: Pick<OrganizationContext, "require" | "db" | "organization">,
  reviewId: string,
): Promise<ReviewRow> {
  requireReviewing(context);
  return found(await reviewById(context.db, context.organization.id, reviewId), "review");
}

/** A review speaks for the person who decided: nobody else carries it out or finishes it. */
export function requireOwn({ account }: Pick<OrganizationContext, "account">, row: ReviewRow): void {
  if (row.account_id !== account.id) refuse({ kind: "conflict", code: "reviewOfAnother" });
}

/** Where a step leads, refused where it cannot be taken. */
export function requireStep<Status extends ReviewStatus>(row: ReviewRow, step: ReviewStep, to: Status): Status {
  if (after(row.status, step) !== to) refuse({ kind: "conflict", code: "reviewStatus" });
  return to;
}

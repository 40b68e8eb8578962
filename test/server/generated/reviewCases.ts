import type { OrganizationName } from "#contract/operations.ts";
import type { Act } from "#domain/policy/decision.ts";
import { newId } from "#server/storage/ids.ts";
import { reviewOf } from "../reviews/reviews.ts";
import type { Cases } from "./case.ts";

/** Whoever may remove members and see them. */
const reviews = (): Act => ({ kind: "use", permission: "member.view" });

/** Nobody under a preset sees the audit log and may not remove members. */
const sees = (): Act => ({ kind: "use", permission: "member.remove" });

export const reviewCases: Cases<Extract<OrganizationName, `review${string}`>> = {
  "review.submit": {
    input: ({ organizationId, target }) => reviewOf(organizationId, newId(), target),
    act: reviews,
  },
  "review.list": { input: ({ organizationId }) => ({ organizationId }), act: sees },
  "review.get": { input: ({ organizationId, reviewId }) => ({ organizationId, reviewId }), act: sees },
  "review.items": { input: ({ organizationId, reviewId }) => ({ organizationId, reviewId }), act: reviews },
  "review.preview": { input: ({ organizationId, reviewId }) => ({ organizationId, reviewId }), act: reviews },
  "review.apply": {
    input: ({ organizationId, reviewId }) => ({ organizationId, reviewId }),
    act: reviews,
    reviewed: "submitted",
  },
  "review.decideAgain": {
    input: ({ organizationId, reviewId, target }) => ({
      organizationId,
      reviewId,
      items: [{ memberId: target.memberId, seen: null, decision: null }],
    }),
    act: reviews,
  },
  "review.finish": {
    input: ({ organizationId, reviewId }) => ({ organizationId, reviewId }),
    act: reviews,
    reviewed: "applied",
  },
  "review.abandon": { input: ({ organizationId, reviewId }) => ({ organizationId, reviewId }), act: reviews },
  "review.evidence": {
    input: ({ organizationId, reviewId }) => ({ organizationId, reviewId, format: "json" }),
    act: sees,
    reviewed: "finished",
  },
  "reviewSchedule.get": { input: ({ organizationId }) => ({ organizationId }), act: reviews },
  "reviewSchedule.set": {
    input: ({ organizationId }) => ({
      organizationId,
      plan: { rhythm: "quarterly", firstDueOn: "2040-01-31", scope: { kind: "all" } },
    }),
    act: reviews,
  },
  "reviewSchedule.changeReviewers": {
    input: ({ organizationId, me }) => ({ organizationId, add: [me.memberId] }),
    act: reviews,
  },
};

import { mostReviewers } from "#domain/review/reviewers.ts";
import { reviewRhythms } from "#domain/review/schedule.ts";
import { z } from "zod";
import { ReviewScope } from "../entities/review.ts";
import { CalendarDay, DueReview, ReviewSchedule } from "../entities/reviewSchedule.ts";
import { declare } from "../operation.ts";
import { id } from "../scalars.ts";

const schedule = "/v1/organizations/{organizationId}/review-schedule";

export const reviewScheduleOperations = declare({
  "reviewSchedule.get": {
    method: "GET",
    path: schedule,
    summary: "How often the organization's access is reviewed; null where nobody set it.",
    access: "organization",
    permission: "member.remove",
    kind: "query",
    input: z.strictObject({ organizationId: id }),
    output: z.object({ schedule: ReviewSchedule.nullable() }),
    offline: "snapshot",
    bridge: "open",
  },
  "reviewSchedule.set": {
    method: "PUT",
    path: schedule,
    summary: "Set how often access is reviewed, or, without a rhythm, that nobody is reminded any more.",
    access: "organization",
    permission: "member.remove",
    kind: "command",
    audit: "review.scheduled",
    input: z.strictObject({
      organizationId: id,
      plan: z
        .strictObject({
          rhythm: z.enum(reviewRhythms),
          firstDueOn: CalendarDay,
          scope: ReviewScope,
          /** Members who are reminded besides the owners; they must be able to review. Without it they stay. */
          reviewerIds: z.array(id).max(mostReviewers).optional(),
        })
        .nullable(),
    }),
    output: z.object({ schedule: ReviewSchedule.nullable() }),
    offline: "never",
    bridge: "open",
  },
  "reviewSchedule.changeReviewers": {
    method: "POST",
    path: `${schedule}/reviewers`,
    summary:
      "Name members who are reminded besides the owners, or no longer. Whoever is new learns at once of what is due.",
    access: "organization",
    permission: "member.remove",
    kind: "command",
    audit: "review.reviewersChanged",
    input: z.strictObject({
      organizationId: id,
      add: z.array(id).max(mostReviewers).default([]),
      remove: z.array(id).max(mostReviewers).default([]),
    }),
    output: z.object({ schedule: ReviewSchedule.nullable() }),
    offline: "never",
    bridge: "open",
  },
  "reviewSchedule.listDue": {
    method: "GET",
    path: "/v1/me/due-reviews",
    summary: "Reviews that are due within a week or overdue, in every organization whose access the person reviews.",
    access: "account",
    kind: "query",
    input: z.strictObject({}),
    output: z.object({ items: z.array(DueReview) }),
    offline: "snapshot",
    bridge: "open",
  },
});

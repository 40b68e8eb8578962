import { z } from "zod";
import { Plan, PlanChange, PlanItem, PlanPreview, PlanProgress, PlanState, PlanTarget } from "../entities/plan.ts";
import { declare } from "../operation.ts";
import { cursor, id, pageOf, pageSize } from "../scalars.ts";

const planned = {
  change: PlanChange,
  /** At most 5,000 people over all of them. */
  targets: z.array(PlanTarget).min(1).max(1000),
};
/** 5,000 people, each with an address. */
const bodyLimit = 1024 * 1024;
const one = z.strictObject({ planId: id });

export const planOperations = declare({
  "plan.preview": {
    method: "POST",
    path: "/v1/plans/preview",
    summary: "What a plan would do to each person in each organization. Nothing is stored.",
    access: "account",
    kind: "query",
    input: z.strictObject(planned),
    bodyLimit,
    output: PlanPreview,
    offline: "never",
    bridge: "open",
  },
  "plan.start": {
    method: "POST",
    path: "/v1/plans",
    summary: "Store a plan and work it off: each item on its own, under the person's authority at that moment.",
    access: "account",
    kind: "command",
    audit: null,
    limit: { perAddress: 120, perSubject: 60, subject: "accountId", seconds: 3600 },
    input: z.strictObject(planned),
    bodyLimit,
    output: Plan,
    offline: "never",
    bridge: "open",
  },
  "plan.list": {
    method: "GET",
    path: "/v1/plans",
    summary: "The person's plans, newest first.",
    access: "account",
    kind: "query",
    input: z.strictObject({ cursor: cursor.optional(), limit: pageSize }),
    output: pageOf(Plan),
    offline: "snapshot",
    bridge: "open",
  },
  "plan.get": {
    method: "GET",
    path: "/v1/plans/{planId}",
    summary: "A plan with its progress in each organization.",
    access: "account",
    kind: "query",
    input: one,
    output: PlanProgress,
    offline: "snapshot",
    bridge: "open",
  },
  "plan.items": {
    method: "GET",
    path: "/v1/plans/{planId}/items",
    summary: "The items of a plan in the order of the work, paged, with what became of each.",
    access: "account",
    kind: "query",
    input: z.strictObject({
      planId: id,
      state: z.array(PlanState).max(5).optional(),
      organization: id.optional(),
      cursor: cursor.optional(),
      limit: pageSize,
    }),
    output: pageOf(PlanItem),
    offline: "snapshot",
    bridge: "open",
  },
  "plan.cancel": {
    method: "POST",
    path: "/v1/plans/{planId}/cancel",
    summary: "Stop a plan before its next item; what is done stays.",
    access: "account",
    kind: "command",
    audit: null,
    input: one,
    output: Plan,
    offline: "never",
    bridge: "open",
  },
  "plan.resume": {
    method: "POST",
    path: "/v1/plans/{planId}/resume",
    summary: "Try the failed and cancelled items of a plan again.",
    access: "account",
    kind: "command",
    audit: null,
    input: one,
    output: Plan,
    offline: "never",
    bridge: "open",
  },
  "plan.report": {
    method: "GET",
    path: "/v1/plans/{planId}/report",
    summary: "All items of a plan as CSV: person, organization, change, result, reason, time, revision.",
    access: "account",
    kind: "stream",
    input: one,
    output: z.string(),
    offline: "never",
    bridge: "closed",
  },
});

import type { AuditEntry } from "../dispatch/audit.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { found } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { requireReviewing } from "../reviews/mine.ts";
import { changeReviewers, reviewersIn } from "../reviews/reviewers.ts";
import { dueReviews, scheduleFor, setSchedule } from "../reviews/schedule.ts";
import { forgetSchedule, scheduleOf, type ScheduleRow } from "../storage/queries/review-schedules.ts";

async function reviewersOf(context: OrganizationContext, row: ScheduleRow) {
  return { reviewers: await reviewersIn(context, row), reviewerIds: [...row.reviewer_ids] };
}

async function stateOf(context: OrganizationContext, row: ScheduleRow | undefined): Promise<AuditEntry["after"]> {
  if (row === undefined) return null;
  const { rhythm, first_due_on: firstDueOn, scope } = row;
  return { rhythm, firstDueOn, scope: scope.kind, ...(await reviewersOf(context, row)) };
}

const event = (
  { organization }: OrganizationContext,
  before: AuditEntry["before"],
  after: AuditEntry["after"],
): AuditEntry => ({
  target: { type: "organization", id: organization.id, name: organization.name },
  before,
  after,
});

export const reviewScheduleHandlers = {
  "reviewSchedule.get": async (context) => {
    requireReviewing(context);
    return { schedule: await scheduleFor(context, await scheduleOf(context.db, context.organization.id)) };
  },
  "reviewSchedule.set": async (context, { plan }) => {
    requireReviewing(context);
    const { db, organization } = context;
    const before = await scheduleOf(db, organization.id);
    if (plan === null) found(before, "reviewSchedule");
    const row = plan === null ? undefined : await setSchedule(context, plan, before);
    if (row === undefined) await forgetSchedule(db, organization.id);
    return {
      events: [event(context, await stateOf(context, before), await stateOf(context, row))],
      output: async () => ({ schedule: await scheduleFor(context, row) }),
    };
  },
  "reviewSchedule.changeReviewers": async (context, change) => {
    requireReviewing(context);
    const before = found(await scheduleOf(context.db, context.organization.id), "reviewSchedule");
    const row = await changeReviewers(context, before, change);
    return {
      events: [event(context, await reviewersOf(context, before), await reviewersOf(context, row))],
      output: async () => ({ schedule: await scheduleFor(context, row) }),
    };
  },
  "reviewSchedule.listDue": async (context) => ({ items: await dueReviews(context) }),
} satisfies Partial<Handlers>;

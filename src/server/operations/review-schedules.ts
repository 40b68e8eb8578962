import type { AuditEntry } from "../dispatch/audit.ts";
import { found } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { requireReviewing } from "../reviews/mine.ts";
import { dueReviews, scheduleFor, setSchedule } from "../reviews/schedule.ts";
import { forgetSchedule, scheduleOf, type ScheduleRow } from "../storage/queries/review-schedules.ts";

const stateOf = (row: ScheduleRow | undefined): AuditEntry["after"] =>
  row === undefined
    ? null
    : {
        rhythm: row.rhythm,
        firstDueOn: row.first_due_on,
        scope: row.scope.kind,
        reviewers: [...row.reviewer_ids],
      };

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
    const row = plan === null ? undefined : await setSchedule(context, plan);
    if (row === undefined) await forgetSchedule(db, organization.id);
    return {
      events: [
        {
          target: { type: "organization", id: organization.id, name: organization.name },
          before: stateOf(before),
          after: stateOf(row),
        },
      ],
      output: async () => ({ schedule: await scheduleFor(context, row) }),
    };
  },
  "reviewSchedule.listDue": async (context) => ({ items: await dueReviews(context) }),
} satisfies Partial<Handlers>;

import { decodeCursor } from "#domain/cursor.ts";
import { found } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { cancelPlan, resumePlan, startPlan } from "../plans/commands.ts";
import { planItemOf, plansOf, progressOf } from "../plans/plan-of.ts";
import { previewPlan } from "../plans/preview.ts";
import { reportPlan } from "../plans/report.ts";
import { countMatching, countPlans, itemsAfter, planById, planPage } from "../storage/queries/plans.ts";
import { foreignCursor, idAt, isPosition, pageOf, scopeOf } from "./places.ts";

const listScope = "plans";

function positionAt(scope: string, cursor: string): number {
  const position = decodeCursor(scope, cursor)?.[1];
  return isPosition(position) ? position : foreignCursor();
}

export const planHandlers = {
  "plan.preview": previewPlan,
  "plan.start": startPlan,
  "plan.list": async ({ db, account }, { cursor, limit }) => {
    const before = cursor === undefined ? null : idAt(listScope, cursor);
    const [rows, total] = await Promise.all([
      planPage(db, account.id, { before, limit: limit + 1 }),
      countPlans(db, account.id),
    ]);
    const { items, next } = pageOf(listScope, rows, limit);
    return { items: await plansOf(db, items), next, total, matching: before === null ? total : null };
  },
  "plan.get": async ({ db, account }, { planId }) =>
    progressOf(db, found(await planById(db, account.id, planId), "plan")),
  "plan.items": async ({ db, account }, { planId, state, organization, cursor, limit }) => {
    found(await planById(db, account.id, planId), "plan");
    const scope = scopeOf("planItems", [planId, state, organization]);
    const filter = { state, organizationId: organization };
    const after = cursor === undefined ? -1 : positionAt(scope, cursor);
    const [rows, total, matching] = await Promise.all([
      itemsAfter(db, planId, filter, { after, limit: limit + 1 }),
      countMatching(db, planId, {}),
      cursor === undefined ? countMatching(db, planId, filter) : null,
    ]);
    const page = rows.map((row) => ({ id: planId, row }));
    const { items, next } = pageOf(scope, page, limit, ({ id, row }) => [id, row.position]);
    return { items: items.map(({ row }) => planItemOf(row)), next, total, matching };
  },
  "plan.cancel": (context, { planId }) => cancelPlan(context, planId),
  "plan.resume": (context, { planId }) => resumePlan(context, planId),
  "plan.report": reportPlan,
} satisfies Partial<Handlers>;

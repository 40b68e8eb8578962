import { PlanChange, type Plan, type PlanCounts, type PlanItem } from "#contract/entities/plan.ts";
import { IdleReason, PlanAct } from "#contract/entities/plan.ts";
import { Fault } from "#contract/fault.ts";
import type { Db } from "../storage/database.ts";
import { countItems, type PlanItemRow, type PlanRow, type StateCount } from "../storage/queries/plans.ts";

function countsOf(rows: readonly Pick<StateCount, "state" | "items">[]): PlanCounts {
  const counts = { waiting: 0, done: 0, nothing: 0, failed: 0, cancelled: 0 };
  for (const { state, items } of rows) counts[state] += items;
  return counts;
}

function planOf(row: PlanRow, states: readonly StateCount[]): Plan {
  return {
    id: row.id,
    change: PlanChange.parse(row.change),
    status: row.status,
    counts: countsOf(states),
    total: states.reduce((sum, { items }) => sum + items, 0),
    organizations: new Set(states.map(({ organization_id }) => organization_id)).size,
    person: onlyPerson(states),
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  };
}

function onlyPerson(states: readonly StateCount[]): Plan["person"] {
  const addresses = new Set(states.flatMap((one) => [one.first_email, one.last_email]));
  const [email = ""] = addresses;
  if (addresses.size !== 1 || email === "") return null;
  return { name: states.find(({ person_name }) => person_name !== "")?.person_name ?? "", email };
}

/** Plans as their owner sees them. */
export async function plansOf(db: Db, rows: readonly PlanRow[]): Promise<Plan[]> {
  if (rows.length === 0) return [];
  const states = Map.groupBy(
    await countItems(
      db,
      rows.map(({ id }) => id),
    ),
    ({ plan_id }) => plan_id,
  );
  return rows.map((row) => planOf(row, states.get(row.id) ?? []));
}

/** A plan with how far it is in each organization. */
export async function progressOf(db: Db, row: PlanRow) {
  const states = await countItems(db, [row.id]);
  const groups = Map.groupBy(states, ({ organization_id }) => organization_id);
  return {
    ...planOf(row, states),
    byOrganization: [...groups].map(([organizationId, rows]) => ({
      organizationId,
      name: rows[0]?.organization_name ?? "",
      counts: countsOf(rows),
    })),
  };
}

/** An item with what became of it. */
export const planItemOf = (row: PlanItemRow): PlanItem => ({
  position: row.position,
  organizationId: row.organization_id,
  organizationName: row.organization_name,
  accountId: row.person_id,
  name: row.person_name,
  email: row.person_email,
  role: row.role,
  state: row.state,
  act: row.act === null ? null : PlanAct.parse(row.act),
  why: row.why === null ? null : IdleReason.parse(row.why),
  fault: row.fault === null ? null : Fault.parse(row.fault),
  at: row.at?.toISOString() ?? null,
  revision: row.revision,
});

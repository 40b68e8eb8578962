import { PlanChange } from "#contract/entities/plan.ts";
import type { Fault } from "#contract/fault.ts";
import { stringify } from "csv-stringify";
import { pipeline, Readable } from "node:stream";
import type { StreamContext } from "../dispatch/contexts.ts";
import type { Db } from "../storage/database.ts";
import { authenticated } from "../dispatch/authenticated.ts";
import { found } from "../dispatch/fault-error.ts";
import type { StreamReply } from "../dispatch/handlers.ts";
import { itemsAfter, planById, type PlanItemRow, type PlanRow } from "../storage/queries/plans.ts";
import { withConnection } from "../storage/scope.ts";
import { planItemOf } from "./plan-of.ts";

const batch = 500;

/** Runs one step of a report on a connection of its own, for the caller as they are signed in then. */
async function step<Result>(
  { services, caller }: StreamContext,
  work: (db: Db, accountId: string) => Promise<Result>,
): Promise<Result> {
  return withConnection(services.pools, async ({ client, db }) => {
    const { account } = await authenticated(client, caller, null);
    return work(db, account.id);
  });
}

async function* items(context: StreamContext, planId: string): AsyncGenerator<PlanItemRow> {
  for (let after = -1; ;) {
    const page = await step(context, (db) => itemsAfter(db, planId, {}, { after, limit: batch }));
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < batch) return;
    after = last.position;
  }
}

/** The reason as a code that other programs can read. */
function reasonOf(fault: Fault | null): string {
  if (fault === null) return "";
  if (fault.kind === "forbidden") return `${fault.kind}: ${fault.refusal.code}`;
  if (fault.kind === "conflict") return `${fault.kind}: ${fault.code}`;
  if (fault.kind === "notFound") return `${fault.kind}: ${fault.what}`;
  if (fault.kind === "limitReached") return `${fault.kind}: ${fault.limit}`;
  return fault.kind === "invalid" ? `${fault.kind}: ${fault.issues[0]?.code ?? ""}` : fault.kind;
}

const rowOf = (change: PlanChange) => (row: PlanItemRow) => {
  const item = planItemOf(row);
  return {
    person: item.name,
    email: item.email,
    account_id: item.accountId ?? "",
    organization: item.organizationName,
    organization_id: item.organizationId,
    change: change.kind,
    role: item.role ?? "",
    state: item.state,
    result: item.act ?? "",
    reason: item.why ?? reasonOf(item.fault),
    at: item.at ?? "",
    revision: item.revision ?? "",
  };
};

/** Streams what became of every item, in the order of the work. */
export async function reportPlan(
  context: StreamContext,
  { planId }: { readonly planId: string },
): Promise<StreamReply> {
  const plan: PlanRow = await step(context, async (db, accountId) =>
    found(await planById(db, accountId, planId), "plan"),
  );
  const rows = Readable.from(items(context, planId)).map(rowOf(PlanChange.parse(plan.change)));
  // With `escape_formulas`, a name that starts like a formula stays text in a spreadsheet.
  const csv = stringify({ header: true, bom: true, escape_formulas: true, objectMode: true });
  const body = pipeline(rows, csv, (error) => {
    if (error) context.services.log.info({ err: error, requestId: context.caller.requestId }, "a report ended early");
  });
  return {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="plan-report.csv"`,
    },
    body,
  };
}

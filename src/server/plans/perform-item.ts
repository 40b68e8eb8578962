import type { PlanChange } from "#contract/entities/plan.ts";
import type { Fault } from "#contract/fault.ts";
import { foldEmail } from "#domain/email.ts";
import { stepOf, type PlannedMember } from "#domain/plan/step.ts";
import { authenticatedForJob } from "../dispatch/authenticated.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { organizationContext } from "../dispatch/organization-context.ts";
import { guardCommand, perform, stage, type CommandHandler, type Stage } from "../dispatch/perform.ts";
import type { Caller, Services } from "../dispatch/services.ts";
import { scopeOf } from "../storage/reading.ts";
import { isOverdue, pendingFor } from "../storage/queries/invitations.ts";
import { memberByAddress, memberOfAccount, type MemberRow } from "../storage/queries/members.ts";
import { endItem, takeItem } from "../storage/queries/plan-work.ts";
import type { ItemResult, PlanItemRow } from "../storage/queries/plans.ts";
import { inTransaction } from "../storage/scope.ts";
import { commandNamed, itemCommand, mainAct, operationOfAct } from "./command.ts";
import { faultOf } from "./problems.ts";

/** A plan at work. */
export interface WorkedPlan {
  readonly id: string;
  readonly accountId: string;
  readonly change: PlanChange;
}

export interface Working {
  readonly services: Services;
  readonly handlers: Handlers;
  readonly plan: WorkedPlan;
}

/** Which item was in hand when a fault or an error ended its transaction. */
export type Hand = { item: PlanItemRow | null };

/** A job as a caller: its audit events and security log carry the plan's id where a request has its own. */
export const callerOf = ({ id }: WorkedPlan): Caller => ({
  requestId: id,
  address: "",
  userAgent: "plan",
  token: null,
  idempotencyKey: null,
  basis: null,
  now: new Date(),
});

const plannedMember = (row: MemberRow): PlannedMember => ({
  memberId: row.id,
  role: row.role,
  status: row.status,
  removedAt: row.removed_at?.getTime() ?? null,
});

/**
 * Does the next item of a plan in an organization, and writes what became of it, in one transaction: whatever happens
 * in between, the item is done once or waits. The authority is the one that the person has at this moment.
 * @returns false when none waits there
 */
export async function performNext(
  { services, handlers, plan }: Working,
  organizationId: string,
  hand: Hand,
): Promise<boolean> {
  const caller = callerOf(plan);
  const outside = await authenticatedForJob(services.pools, plan.accountId, organizationId, plan.id);
  return inTransaction(services.pools, scopeOf(outside), async ({ db }) => {
    const item = await takeItem(db, plan.id, organizationId);
    hand.item = item ?? null;
    if (item === undefined) return false;
    const staged = await stage(services, caller, db, outside);
    await endItem(db, item, await outcomeOf(staged, handlers, plan.change, item));
    return true;
  });
}

async function outcomeOf(
  staged: Stage,
  handlers: Handlers,
  change: PlanChange,
  item: PlanItemRow,
): Promise<ItemResult> {
  const { services, caller, db, authentication } = staged;
  // Before anything is said about a person, the caller must be allowed to ask for it.
  const context = organizationContext({ services, caller, authentication, changes: true }, db);
  guardCommand(context, commandNamed(operationOfAct(mainAct[change.kind])));
  const address = foldEmail(item.person_email);
  if (item.person_email === "") refuse({ kind: "notFound", what: "person" });
  if (!address.ok) return refuse(faultOf({ kind: "missing", what: "address" }));
  const row = await memberOf(staged, item, address.folded);
  const pending = change.kind === "add" ? await pendingFor(db, item.organization_id, [address.folded]) : [];
  const step = stepOf({
    kind: change.kind,
    role: item.role,
    member: row === undefined ? null : plannedMember(row),
    invited: pending.some((invitation) => !isOverdue(invitation, caller.now)),
    now: caller.now.getTime(),
  });
  if (step.step === "missing") return refuse(missing(step.what));
  if (step.step === "nothing") {
    return { state: "nothing", act: null, why: step.why, at: caller.now, fault: null, revision: null };
  }
  const { operation, handler, input } = itemCommand(handlers, change, step.act, item, row?.id ?? null);
  const noted = notingRevision(handler);
  await perform(staged, operation, noted.handler, input);
  return { state: "done", act: step.act, why: null, at: caller.now, fault: null, revision: noted.revision() };
}

const missing = (what: "role" | "member"): Fault =>
  what === "role" ? faultOf({ kind: "missing", what }) : { kind: "notFound", what };

async function memberOf({ db }: Stage, item: PlanItemRow, folded: string): Promise<MemberRow | undefined> {
  return item.person_id === null
    ? memberByAddress(db, item.organization_id, folded)
    : memberOfAccount(db, item.organization_id, item.person_id);
}

/** The handler, and the revision that its events reached. */
function notingRevision(handler: CommandHandler): { handler: CommandHandler; revision: () => number | null } {
  let reached: number | null = null;
  return {
    handler: async (context, input) => {
      const done = await handler(context, input);
      return {
        ...done,
        output: (revision) => {
          reached = revision;
          return done.output(revision);
        },
      };
    },
    revision: () => reached,
  };
}

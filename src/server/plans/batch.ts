import type { PlanChange } from "#contract/entities/plan.ts";
import type { Fault } from "#contract/fault.ts";
import { foldEmail } from "#domain/email.ts";
import { stepOf, type PlannedMember } from "#domain/plan/step.ts";
import type { Batch } from "../batch/batch.ts";
import { notingRevision } from "../batch/noting-revision.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { organizationContext } from "../dispatch/organization-context.ts";
import { guardCommand, perform, type Stage } from "../dispatch/perform.ts";
import type { Services } from "../dispatch/services.ts";
import { isOverdue, pendingFor } from "../storage/queries/invitations.ts";
import { memberByAddress, memberOfAccount, type MemberRow } from "../storage/queries/members.ts";
import { endItem, nextItem, takeItem } from "../storage/queries/plan-work.ts";
import type { ItemResult, PlanItemRow } from "../storage/queries/plans.ts";
import { commandNamed, itemCommand, mainAct, operationOfAct } from "./command.ts";
import { faultOf } from "./problems.ts";

/** A plan at work. */
export interface WorkedPlan {
  readonly id: string;
  readonly accountId: string;
  readonly change: PlanChange;
}

/** The items of a plan, as they are worked off. */
export function planBatch(
  services: Services,
  handlers: Handlers,
  { id, accountId, change }: WorkedPlan,
): Batch<PlanItemRow, ItemResult> {
  return {
    services,
    id,
    kind: "plan",
    accountId,
    next: (db, organizationId) => nextItem(db, id, organizationId),
    take: (db, organizationId) => takeItem(db, id, organizationId),
    work: (staged, item) => outcomeOf(staged, handlers, change, item),
    failed: (fault, at) => {
      const text = JSON.stringify(fault);
      return { state: "failed", act: null, why: null, at, fault: text, revision: null };
    },
    end: endItem,
    operation: () => operationOfAct(mainAct[change.kind]),
  };
}

const plannedMember = (row: MemberRow): PlannedMember => ({
  memberId: row.id,
  role: row.role,
  status: row.status,
  removedAt: row.removed_at?.getTime() ?? null,
  left: row.left_themselves,
});

async function outcomeOf(
  staged: Stage,
  handlers: Handlers,
  change: PlanChange,
  item: PlanItemRow,
): Promise<ItemResult> {
  const { services, caller, db, authentication } = staged;
  // Before anything is said about a person, the caller must be allowed to ask for it.
  const context = organizationContext({ services, caller, authentication, changes: true }, { db });
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

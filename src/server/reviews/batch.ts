import { operationOf } from "#contract/operations.ts";
import { ownRefusal, type DecisionKind } from "#domain/review/decisions.ts";
import { flagOf } from "#domain/review/outcome.ts";
import type { Batch } from "../batch/batch.ts";
import { notingRevision } from "../batch/noting-revision.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { refuse } from "../dispatch/fault-error.ts";
import { organizationContext } from "../dispatch/organization-context.ts";
import { parseInput } from "../dispatch/parse.ts";
import { guardCommand, perform, type CommandHandler, type Stage } from "../dispatch/perform.ts";
import { limited } from "../dispatch/run-organization.ts";
import type { Services } from "../dispatch/services.ts";
import { commandNamed } from "../plans/command.ts";
import { memberById } from "../storage/queries/members.ts";
import { endItem, nextItem, takeItem, type ItemEnd, type ReviewItemRow } from "../storage/queries/review-items.ts";
import type { ReviewRow } from "../storage/queries/reviews.ts";
import { decisionOf } from "./review-of.ts";

const commands = {
  changeRole: "member.changeRole",
  deactivate: "member.deactivate",
  remove: "member.remove",
} as const satisfies Record<Exclude<DecisionKind, "keep">, keyof Handlers>;

const commandOf = ({ decision }: Pick<ReviewItemRow, "decision">) => {
  if (decision === null || decision === "keep") throw new Error("There is nothing to carry out");
  return commands[decision];
};

/** A review that is being carried out. */
export type WorkedReview = Pick<ReviewRow, "organization_id" | "id" | "account_id" | "member_id">;

/** The decisions of a review, as they are carried out: by the commands themselves, as the reviewer. */
export function reviewBatch(
  services: Services,
  handlers: Handlers,
  review: WorkedReview,
): Batch<ReviewItemRow, ItemEnd> {
  return {
    services,
    id: review.id,
    kind: "review",
    accountId: review.account_id,
    next: (db) => nextItem(db, review),
    take: (db) => takeItem(db, review),
    work: (staged, item) => carryOut(staged, handlers, { item, own: item.member_id === review.member_id }),
    failed: (fault, at) => ({ state: "flagged", flag: "refused", fault: JSON.stringify(fault), at, revision: null }),
    end: endItem,
    operation: commandOf,
  };
}

interface Turn {
  readonly item: ReviewItemRow;
  /** Whether it is about the reviewer. */
  readonly own: boolean;
}

async function carryOut(staged: Stage, handlers: Handlers, { item, own }: Turn): Promise<ItemEnd> {
  const { services, caller, db, authentication } = staged;
  const name = commandOf(item);
  const operation = commandNamed(name);
  // Before anything is said about a person, the reviewer must be allowed to ask for it.
  guardCommand(organizationContext({ services, caller, authentication, changes: true }, { db }), operation);
  const decision = decisionOf(item) ?? { kind: "keep" };
  const refusal = ownRefusal(own, decision);
  if (refusal !== null) refuse({ kind: "forbidden", refusal });
  const present = await memberById(db, item.organization_id, item.member_id);
  const flag = flagOf({ role: item.seen_role, status: item.seen_status }, decision, present ?? null);
  if (flag !== null) return { state: "flagged", flag, fault: null, at: caller.now, revision: null };
  const noted = notingRevision(limited(name, operation, handlers[name] as CommandHandler));
  const raw = {
    organizationId: item.organization_id,
    memberId: item.member_id,
    ...(decision.kind === "changeRole" ? { role: decision.to } : {}),
  };
  await perform(staged, operation, noted.handler, parseInput(operationOf(name), raw));
  return { state: "applied", flag: null, fault: null, at: caller.now, revision: noted.revision() };
}

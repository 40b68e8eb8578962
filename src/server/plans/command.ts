import type { PlanChange } from "#contract/entities/plan.ts";
import { operationOf, type OrganizationName } from "#contract/operations.ts";
import type { PlanAct } from "#domain/plan/step.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { parseInput } from "../dispatch/parse.ts";
import type { CommandHandler, OrganizationCommand } from "../dispatch/perform.ts";
import { limited } from "../dispatch/run-organization.ts";
import type { PlanItemRow } from "../storage/queries/plans.ts";

/** The command of an item, ready to be performed. */
export interface ItemCommand {
  readonly name: OrganizationName;
  readonly operation: OrganizationCommand;
  readonly handler: CommandHandler;
  readonly input: Record<string, unknown>;
}

const names = {
  invite: "invitation.send",
  reinstate: "member.reinstate",
  changeRole: "member.changeRole",
  remove: "member.remove",
  deactivate: "member.deactivate",
} as const satisfies Record<PlanAct, OrganizationName>;

/** The command whose permission stands for the whole change, before it is known what an item comes to. */
export const mainAct: Readonly<Record<PlanChange["kind"], PlanAct>> = {
  add: "invite",
  changeRole: "changeRole",
  remove: "remove",
  deactivate: "deactivate",
};

export function commandNamed(name: OrganizationName): OrganizationCommand {
  const operation = operationOf(name);
  if (operation.access !== "organization" || operation.kind !== "command") throw new Error(`${name} is no command`);
  return operation;
}

export const operationOfAct = (act: PlanAct): OrganizationName => names[act];

/** The real command that an item comes to, as a request would bring it. */
export function itemCommand(
  handlers: Handlers,
  change: PlanChange,
  act: PlanAct,
  item: Pick<PlanItemRow, "organization_id" | "person_email" | "role">,
  memberId: string | null,
): ItemCommand {
  const name = names[act];
  const operation = commandNamed(name);
  const { organization_id: organizationId, role } = item;
  const message = change.kind === "add" ? change.message : "";
  const raw =
    act === "invite"
      ? { organizationId, emails: [item.person_email], role, message }
      : { organizationId, memberId, ...(act === "changeRole" || act === "reinstate" ? { role } : {}) };
  const handler = limited(name, operation, handlers[name] as CommandHandler);
  return { name, operation, handler, input: parseInput(operation, raw) };
}

import type { Operation } from "#contract/operation.ts";
import type { Authentication } from "../storage/authenticate.ts";
import { append } from "./audit.ts";
import type { Db, OrganizationContext } from "./contexts.ts";
import { refuse } from "./fault-error.ts";
import type { Done } from "./handlers.ts";
import { locked, organizationContext, type Locked } from "./organization-context.ts";
import type { Caller, Services } from "./services.ts";

type OrganizationOperation = Extract<Operation, { access: "organization" }>;
export type OrganizationCommand = Extract<OrganizationOperation, { kind: "command" }>;
export type CommandHandler = (context: OrganizationContext, input: Record<string, unknown>) => Promise<Done<unknown>>;

/** Membership is enough for an operation without a permission, but it must be an active one. */
export function guard(
  context: Pick<OrganizationContext, "require" | "me">,
  operation: Pick<OrganizationOperation, "permission">,
): void {
  if (operation.permission !== null) return context.require({ kind: "use", permission: operation.permission });
  if (context.me.status !== "active") refuse({ kind: "forbidden", refusal: { code: "deactivated" } });
}

/** A deleted organization that is held can be read and restored, nothing else. */
function guardHeld(
  { organization, me }: Pick<OrganizationContext, "organization" | "me">,
  operation: OrganizationCommand,
): void {
  if (organization.status !== "held" || operation.whileHeld === true || me.status !== "active") return;
  refuse({ kind: "forbidden", refusal: { code: "held" } });
}

/** Whether the caller may use a command at all; whom it may be used on, its handler decides. */
export function guardCommand(
  context: Pick<OrganizationContext, "organization" | "me" | "require">,
  operation: OrganizationCommand,
): void {
  guardHeld(context, operation);
  guard(context, operation);
}

/** Where a command runs: in this transaction, for this caller, whose place `perform` reads again under the lock. */
export interface Stage {
  readonly services: Services;
  readonly caller: Caller;
  readonly db: Db;
  readonly authentication: Locked;
  /** Whether it is taken back in the end. */
  readonly rehearsal?: boolean;
}

/**
 * What a command on one organization does once its caller is known and the organization is locked: decide, change,
 * write the audit events with the next revisions. A request, a preview and a job all come through here.
 */
export async function perform(
  { services, caller, db, authentication, rehearsal = false }: Stage,
  operation: OrganizationCommand,
  handler: CommandHandler,
  input: Record<string, unknown>,
): Promise<unknown> {
  const context = organizationContext({ services, caller, authentication, changes: true, rehearsal }, db);
  guardCommand(context, operation);
  const done = await handler(context, input);
  const { account } = authentication;
  const by = {
    actor: { accountId: account.id, name: account.name },
    requestId: caller.requestId,
    at: caller.now,
  };
  return done.output(await append(db, authentication.head, operation.audit, done.events, by, done.notices));
}

/** Locks the organization for a command; everything read of it before may be old. */
export const stage = async (services: Services, caller: Caller, db: Db, outside: Authentication): Promise<Stage> => ({
  services,
  caller,
  db,
  authentication: await locked(db, outside),
});

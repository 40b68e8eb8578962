import type { Operation } from "#contract/operation.ts";
import type { AuditAction } from "#contract/audit.ts";
import { inOrder } from "../storage/savepoint.ts";
import { appending } from "./audit.ts";
import type { OrganizationContext, UnderLock } from "./contexts.ts";
import type { Db } from "../storage/database.ts";
import type { TakeBack } from "../storage/scope.ts";
import { refuse } from "./fault-error.ts";
import type { Done } from "./handlers.ts";
import { organizationContext, type Locked } from "./organization-context.ts";
import type { PreparingHandler } from "./preparing.ts";
import type { Caller, Services } from "./services.ts";

type OrganizationOperation = Extract<Operation, { access: "organization" }>;
export type OrganizationCommand = Extract<OrganizationOperation, { kind: "command" }>;
type Run = (context: OrganizationContext, input: Record<string, unknown>) => Promise<Done<unknown>>;
export type CommandHandler = Run & Partial<Pick<PreparingHandler<Record<string, unknown>, unknown>, "prepare">>;

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
  readonly underLock: UnderLock;
  /** Whether it is taken back in the end. */
  readonly rehearsal?: boolean;
  /** Where nothing else is done in this transaction: ends it, so that the lock is held no longer than it must be. */
  readonly takeBack?: TakeBack;
}

/** A command that was sent, perhaps not yet answered. */
export interface Performing {
  readonly events: readonly { readonly action: AuditAction; readonly target: { type: string; id: string } }[];
  readonly written: Promise<unknown>;
  /** What the command answers. Where it is a promise, it may write more. A rehearsal may be without. */
  readonly output: unknown;
}

/**
 * What a command on one organization does once its caller is known and the organization is locked: decide, change,
 * write the audit events with the next revisions. A request, a preview and a job all come through here.
 */
export async function perform(...what: Parameters<typeof performing>): Promise<unknown> {
  const { written, output } = await performing(...what);
  await inOrder([written, Promise.resolve(output)]);
  return output;
}

/** The same without waiting for the events: what is asked of the connection from now on comes after them. */
export async function performing(
  { services, caller, db, authentication, underLock, rehearsal = false }: Stage,
  operation: OrganizationCommand,
  handler: CommandHandler,
  input: Record<string, unknown>,
): Promise<Performing> {
  const context = organizationContext(
    { services, caller, authentication, underLock, changes: true, rehearsal },
    { db },
  );
  guardCommand(context, operation);
  const done = await handler(context, input);
  const events = done.events.map(({ action = operation.audit, target }) => ({ action, target }));
  // What they say is known, and nobody reads the log or the organization's revision before they are taken back.
  const { sent = Promise.resolve() } = done;
  // Awaited by whoever performs; until then it must not end the server.
  sent.catch(() => undefined);
  if (rehearsal && done.outputReads === true) return { events, written: sent, output: undefined };
  const { account } = authentication;
  const by = {
    actor: { accountId: account.id, name: account.name },
    requestId: caller.requestId,
    at: caller.now,
  };
  const notices = rehearsal ? null : done.notices;
  const appended = appending(db, authentication.head, operation.audit, done.events, by, notices);
  const written = inOrder([sent, appended.written]);
  written.catch(() => undefined);
  return { events, written, output: done.output(appended.revision) };
}

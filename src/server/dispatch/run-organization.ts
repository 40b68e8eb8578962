import type { Operation } from "#contract/operation.ts";
import { scopeOf, withReading } from "../storage/reading.ts";
import { inTransactionAfter } from "../storage/scope.ts";
import { append } from "./audit.ts";
import { refuse } from "./fault-error.ts";
import { authenticated, authenticatedTogether } from "./authenticated.ts";
import type { OrganizationContext, OrganizationStreamContext } from "./contexts.ts";
import type { Done } from "./handlers.ts";
import { once } from "./once.ts";
import { locked, organizationContext, standingContext } from "./organization-context.ts";
import { organizationIdOf, parseInput } from "./parse.ts";
import { notePresence } from "./presence.ts";
import type { Call } from "./run-account.ts";

type OrganizationOperation = Extract<Operation, { access: "organization" }>;

/** Membership is enough for an operation without a permission, but it must be an active one. */
function guard(context: Pick<OrganizationContext, "require" | "me">, operation: OrganizationOperation): void {
  if (operation.permission !== null) return context.require({ kind: "use", permission: operation.permission });
  if (context.me.status !== "active") refuse({ kind: "forbidden", refusal: { code: "deactivated" } });
}

/** A deleted organization that is held can be read and restored, nothing else. */
function guardHeld(
  { organization, me }: Pick<OrganizationContext, "organization" | "me">,
  operation: Extract<OrganizationOperation, { kind: "command" }>,
): void {
  if (organization.status !== "held" || operation.whileHeld === true || me.status !== "active") return;
  refuse({ kind: "forbidden", refusal: { code: "held" } });
}

/** A read of one organization, behind row-level security. */
export async function runOrganizationQuery<Result>(
  call: Call,
  operation: OrganizationOperation,
  handler: (context: OrganizationContext, input: Record<string, unknown>) => Promise<Result>,
): Promise<Result> {
  const { services, caller } = call;
  const authentication = await authenticatedTogether(services.pools, caller, organizationIdOf(call.raw));
  const input = parseInput(operation, call.raw);
  return withReading(services.pools, scopeOf(authentication), async (db) => {
    const context = organizationContext({ services, caller, authentication }, db);
    guard(context, operation);
    notePresence(services, authentication, caller.now);
    return handler(context, input);
  });
}

/** A stream outlives this call, so only its beginning holds a connection. */
export async function runOrganizationStream<Result>(
  call: Call,
  operation: OrganizationOperation,
  handler: (context: OrganizationStreamContext, input: Record<string, unknown>) => Promise<Result>,
): Promise<Result> {
  const { services, caller } = call;
  const authentication = await authenticatedTogether(services.pools, caller, organizationIdOf(call.raw));
  const input = parseInput(operation, call.raw);
  const context = standingContext({ services, caller, authentication });
  guard(context, operation);
  return handler(context, input);
}

/**
 * A command on one organization, all in one transaction: authenticate, lock the organization, read the caller's
 * place again, decide, change, write the audit events with the next revisions.
 */
export async function runOrganizationCommand(
  call: Call,
  operation: Extract<OrganizationOperation, { kind: "command" }>,
  handler: (context: OrganizationContext, input: Record<string, unknown>) => Promise<Done<unknown>>,
): Promise<unknown> {
  const { services, caller, name, raw } = call;
  return inTransactionAfter(
    services.pools,
    (client) => authenticated(client, caller, organizationIdOf(raw)),
    async ({ db }, outside) => {
      const input = parseInput(operation, raw);
      const { account } = outside;
      const authentication = await locked(db, outside);
      return once(db, { name, raw, caller, accountId: account.id }, async () => {
        const context = organizationContext({ services, caller, authentication, changes: true }, db);
        guardHeld(context, operation);
        guard(context, operation);
        const done = await handler(context, input);
        const by = {
          actor: { accountId: account.id, name: account.name },
          requestId: caller.requestId,
          at: caller.now,
        };
        return done.output(await append(db, authentication.head, operation.audit, done.events, by, done.notices));
      });
    },
  );
}

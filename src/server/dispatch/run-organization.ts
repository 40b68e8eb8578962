import type { Operation } from "#contract/operation.ts";
import { scopeOf, withReading } from "../storage/reading.ts";
import { inRehearsal, inTransactionAfter } from "../storage/scope.ts";
import { requireBasis } from "../changes/require-basis.ts";
import { membersAskedAbout } from "./asked-about.ts";
import { authenticatedTogether } from "./authenticated.ts";
import type { OrganizationContext, OrganizationStreamContext, RehearsalContext } from "./contexts.ts";
import { refuse } from "./fault-error.ts";
import { enforceAmount } from "./limits.ts";
import { onceClaimed } from "./once.ts";
import { organizationContext, standingContext } from "./organization-context.ts";
import { organizationIdOf, parseInput, readInput } from "./parse.ts";
import { guard, guardCommand, perform, type CommandHandler, type OrganizationCommand } from "./perform.ts";
import { notePresence } from "./presence.ts";
import { stageCommand, stageRequest } from "./stage.ts";
import type { Call } from "./run-account.ts";

type OrganizationOperation = Extract<Operation, { access: "organization" }>;

/** A read of one organization, behind row-level security. */
export async function runOrganizationQuery<Result>(
  call: Call,
  operation: OrganizationOperation,
  handler: (context: OrganizationContext, input: Record<string, unknown>) => Promise<Result>,
): Promise<Result> {
  const { services, caller, name, raw } = call;
  const input = readInput(operation, raw);
  const others = input.ok ? membersAskedAbout(name, input.value) : [];
  const authentication = await authenticatedTogether(services.pools, caller, organizationIdOf(raw), others);
  // Whoever is nobody learns nothing of their input.
  if (!input.ok) return refuse(input.fault);
  return withReading(services.pools, scopeOf(authentication), async (reading) => {
    const context = organizationContext({ services, caller, authentication }, reading);
    guard(context, operation);
    notePresence(services, authentication, caller.now);
    return handler(context, input.value);
  });
}

/**
 * A read that rehearses a command: everything of it under the organization's lock, in one transaction that is taken
 * back. The handler says for which work it takes the lock, and what it does afterwards.
 */
export async function runRehearsal<Result>(
  call: Call,
  operation: OrganizationOperation,
  handler: (context: RehearsalContext) => Promise<Result>,
): Promise<Result> {
  const { services, caller } = call;
  return handler({
    services,
    caller,
    rehearse: async (memberIdIn, work) => {
      const { authentication, found } = await inRehearsal(
        services.pools,
        (connection) => stageRequest(call, connection, operation, memberIdIn),
        async ({ db }, { staged, input }, takeBack) => {
          const standing = { services, caller, authentication: staged.authentication };
          guard(organizationContext(standing, { db }), operation);
          return { authentication: staged.authentication, found: await work({ ...staged, takeBack }, input) };
        },
      );
      notePresence(services, authentication, caller.now);
      return found;
    },
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

/** A command on one organization, all in one transaction with the look at who calls. */
export async function runOrganizationCommand(
  call: Call,
  operation: OrganizationCommand,
  handler: CommandHandler,
): Promise<unknown> {
  const { services, caller, name, raw } = call;
  const prepared = await preparedHandler(call, operation, handler);
  return inTransactionAfter(
    services.pools,
    (connection) => stageCommand(call, connection, operation),
    async ({ db }, { staged, input, claimed }) => {
      const { account } = staged.authentication;
      return onceClaimed(db, { name, raw, caller, accountId: account.id }, claimed, async () => {
        const { basis } = caller;
        if (basis !== null) await requireBasis(staged, { operation, handler: prepared, input }, basis);
        return perform(staged, operation, limited(name, operation, prepared), input);
      });
    },
  );
}

/** What a command prepares is done for nobody who may not use it, before any connection is taken. */
async function preparedHandler(
  { services, caller, raw }: Call,
  operation: OrganizationCommand,
  handler: CommandHandler,
): Promise<CommandHandler> {
  if (handler.prepare === undefined) return handler;
  const authentication = await authenticatedTogether(services.pools, caller, organizationIdOf(raw));
  const input = parseInput(operation, raw);
  guardCommand(standingContext({ services, caller, authentication, changes: true }), operation);
  return handler.prepare(input);
}

/** The handler with the operation's limit on what a request may do: counted while the events are written. */
export function limited(name: string, { limit }: OrganizationCommand, handler: CommandHandler): CommandHandler {
  if (limit === undefined) return handler;
  return async (context, input) => {
    const done = await handler(context, input);
    const counted = enforceAmount(context, name, limit, input);
    // Awaited with the output; were the writing to fail before, a refusal must not end the server.
    counted.catch(() => undefined);
    return { ...done, output: async (revision) => (await Promise.all([done.output(revision), counted]))[0] };
  };
}

import { changeNames, type ChangeName } from "#contract/changes.ts";
import { operationOf } from "#contract/operations.ts";
import { inverseOfEvent } from "../changes/inverse.ts";
import { prepare } from "../changes/preview.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { parseChange } from "../changes/parse.ts";
import { stage, type CommandHandler, type OrganizationCommand, type Stage } from "../dispatch/perform.ts";
import { scopeOf } from "../storage/reading.ts";
import { inRehearsal } from "../storage/scope.ts";
import { sessionsOf } from "../storage/queries/change-facts.ts";
import { invalid } from "./invalid.ts";

/** Every command on an organization: what can be previewed. */
export type Commands = Pick<Handlers, ChangeName>;

function commandOf(commands: Commands, name: string): { operation: OrganizationCommand; handler: CommandHandler } {
  const known = changeNames.find((one) => one === name);
  if (known === undefined) return invalid("change.operation", "unknown", "Not a command on an organization");
  const operation = operationOf(known);
  if (operation.access !== "organization" || operation.kind !== "command") throw new Error(`${known} is no command`);
  // The declaration has been matched with its handler by `Commands` already.
  return { operation, handler: commands[known] as CommandHandler };
}

/**
 * Asks for the sessions of the member whom a change names while it is rehearsed. On another connection, so whoever holds
 * the lock must not wait for it: the answer is for afterwards, when those of others are asked for as well.
 */
function sessionsForeseen({ services, caller, underLock }: Stage) {
  const foreseen = underLock.named === null ? [] : [underLock.named.account_id];
  const sessions = sessionsOf(services.pools, foreseen, caller.now);
  // Thrown where it is awaited, if it ever is.
  sessions.catch(() => undefined);
  return async (accountIds: readonly string[]) =>
    accountIds.every((id) => foreseen.includes(id)) ? sessions : sessionsOf(services.pools, accountIds, caller.now);
}

export const changeHandlers = (commands: Commands) =>
  ({
    "change.preview": async (context: OrganizationContext, { change }) => {
      const { services, caller, authentication } = context;
      const { operation, handler } = commandOf(commands, change.operation);
      const input = parseChange(operation, change.input, context.organization.id);
      const { preview, accounts, sessionsFound } = await inRehearsal(
        services.pools,
        scopeOf(authentication),
        ({ db }) => stage(services, caller, db, authentication, input),
        async (_connection, staged) => {
          const sessionsFound = sessionsForeseen(staged);
          return { ...(await prepare(staged, { operation, handler, input })), sessionsFound };
        },
      );
      const sessions = await sessionsFound([...accounts.values()]);
      const of = (memberId: string) => sessions.get(accounts.get(memberId) ?? "") ?? 0;
      return { ...preview, people: preview.people.map((one) => ({ ...one, sessions: of(one.memberId) })) };
    },
    "change.inverse": inverseOfEvent,
  }) satisfies Partial<Handlers>;

import { changeNames, type ChangeName } from "#contract/changes.ts";
import { operationOf } from "#contract/operations.ts";
import { inverseOfEvent } from "../changes/inverse.ts";
import { prepare } from "../changes/preview.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { parseChange } from "../changes/parse.ts";
import { stage, type CommandHandler, type OrganizationCommand } from "../dispatch/perform.ts";
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

export const changeHandlers = (commands: Commands) =>
  ({
    "change.preview": async (context: OrganizationContext, { change }) => {
      const { services, caller, authentication } = context;
      const { operation, handler } = commandOf(commands, change.operation);
      const input = parseChange(operation, change.input, context.organization.id);
      const { preview, accounts } = await inRehearsal(
        services.pools,
        scopeOf(authentication),
        ({ db }) => stage(services, caller, db, authentication, input),
        (_connection, staged) => prepare(staged, { operation, handler, input }),
      );
      const sessions = await sessionsOf(services.pools.system, [...accounts.values()], caller.now);
      const of = (memberId: string) => sessions.get(accounts.get(memberId) ?? "") ?? 0;
      return { ...preview, people: preview.people.map((one) => ({ ...one, sessions: of(one.memberId) })) };
    },
    "change.inverse": inverseOfEvent,
  }) satisfies Partial<Handlers>;

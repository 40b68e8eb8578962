import { changeNames, type ChangeName } from "#contract/changes.ts";
import { operationOf } from "#contract/operations.ts";
import { inverseOfEvent } from "../changes/inverse.ts";
import { prepare } from "../changes/preview.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { parseChange } from "../changes/parse.ts";
import type { SignedOut } from "../changes/preview.ts";
import { type CommandHandler, type OrganizationCommand, type Stage } from "../dispatch/perform.ts";
import { sessionsOf, sessionsOfTeam } from "../storage/queries/sessions-counted.ts";
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
 * Asks for the sessions of the member whom a change names, or of everybody where it ends the organization, while it is
 * rehearsed. On another connection, so whoever holds
 * the lock must not wait for it: the answer is for afterwards, when those of others are asked for as well.
 */
function sessionsForeseen({ services, caller, authentication, underLock }: Stage, { audit }: OrganizationCommand) {
  const foreseen = underLock.named === null ? [] : [underLock.named.account_id];
  const sessions =
    audit === "organization.deletionScheduled"
      ? sessionsOfTeam(services.pools, authentication.organization.id, caller.now)
      : sessionsOf(services.pools, foreseen, caller.now);
  // Thrown where it is awaited, if it ever is.
  sessions.catch(() => undefined);
  return async (signedOut: SignedOut): Promise<ReadonlyMap<string, number>> => {
    if (signedOut === "everybody") return sessions;
    const accountIds = [...signedOut.values()];
    const known = accountIds.every((id) => foreseen.includes(id));
    const found = await (known ? sessions : sessionsOf(services.pools, accountIds, caller.now));
    return new Map([...signedOut].map(([memberId, accountId]) => [memberId, found.get(accountId) ?? 0]));
  };
}

export const changeHandlers = (commands: Commands) =>
  ({
    "change.preview": async ({ rehearse }) => {
      const { preview, signedOut, sessionsFound } = await rehearse(
        ({ change }) => change.input["memberId"],
        async (stage, { organizationId, change }) => {
          const { operation, handler } = commandOf(commands, change.operation);
          const input = parseChange(operation, change.input, organizationId);
          const sessionsFound = sessionsForeseen(stage, operation);
          return { ...(await prepare(stage, { operation, handler, input })), sessionsFound };
        },
      );
      const sessions = await sessionsFound(signedOut);
      const people = preview.people.map((one) => ({ ...one, sessions: sessions.get(one.memberId) ?? 0 }));
      return { ...preview, people, sessions: [...sessions.values()].reduce((sum, count) => sum + count, 0) };
    },
    "change.inverse": inverseOfEvent,
  }) satisfies Partial<Handlers>;

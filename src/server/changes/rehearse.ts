import { topicsOf } from "#contract/audit.ts";
import type { Fault } from "#contract/fault.ts";
import { faultOfDatabase } from "../dispatch/database-faults.ts";
import { FaultError } from "../dispatch/fault-error.ts";
import { perform, type CommandHandler, type OrganizationCommand, type Stage } from "../dispatch/perform.ts";
import type { Connection } from "../storage/pools.ts";
import { eventsSince } from "../storage/queries/change-facts.ts";
import { takenBack } from "../storage/savepoint.ts";
import { lookAfter, lookBefore, type Concerned, type LookAfter, type LookBefore } from "./looks.ts";

/** A command on one organization, with what it was given. */
export interface Asked {
  readonly operation: OrganizationCommand;
  readonly handler: CommandHandler;
  readonly input: Record<string, unknown>;
}

export type WrittenEvent = Awaited<ReturnType<typeof eventsSince>>[number];

/** What a command would write and both states around it, or why it is refused. */
export type Rehearsed =
  | {
      readonly ok: true;
      readonly events: readonly WrittenEvent[];
      readonly before: LookBefore;
      readonly after: LookAfter;
    }
  | { readonly ok: false; readonly fault: Fault };

/** Faults that a command's rules answer. Others say nothing about the change: they are the preview's own. */
const answers = new Set<Fault["kind"]>(["invalid", "forbidden", "notFound", "conflict", "limitReached"]);

/**
 * Runs a command where `perform` would, under the organization's lock, and takes it back: the same handler, the same
 * constraints, the same events.
 */
export async function rehearse(stage: Stage, { client }: Connection, asked: Asked): Promise<Rehearsed> {
  const { db, authentication } = stage;
  const { organizationId, revision } = authentication.head;
  const work = async () => {
    await perform({ ...stage, rehearsal: true }, asked.operation, asked.handler, asked.input);
    // What is checked at the commit is checked now: there will be none.
    const [, events] = await Promise.all([
      client.query("set constraints all immediate"),
      eventsSince(db, organizationId, revision),
    ]);
    return { events, concerned: concernedBy(events) };
  };
  try {
    const { done, before, after } = await takenBack(client, work, {
      after: ({ concerned }) => lookAfter(stage, concerned),
      before: ({ concerned }) => lookBefore(stage, concerned),
    });
    return { ok: true, events: done.events, before, after };
  } catch (error) {
    const fault = error instanceof FaultError ? error.fault : faultOfDatabase(error);
    if (fault === null || !answers.has(fault.kind)) throw error;
    return { ok: false, fault };
  }
}

function concernedBy(events: readonly WrittenEvent[]): Concerned {
  const idsOf = (type: string) => [
    ...new Set(events.filter(({ target }) => target.type === type).map(({ target }) => target.id)),
  ];
  return {
    memberIds: idsOf("member"),
    workspaceIds: idsOf("workspace"),
    everybody: events.some(({ action }) => topicsOf(action).includes("permissions")),
  };
}

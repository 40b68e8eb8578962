import type { Fault } from "#contract/fault.ts";
import { sql } from "kysely";
import { faultOfDatabase } from "../dispatch/database-faults.ts";
import { FaultError } from "../dispatch/fault-error.ts";
import {
  performing,
  type CommandHandler,
  type OrganizationCommand,
  type Performing,
  type Stage,
} from "../dispatch/perform.ts";
import { inOrder, takenBack } from "../storage/savepoint.ts";
import { eventsSince } from "../storage/queries/change-facts.ts";
import { concernedBy, lookAfter, lookBefore, type LookAfter, type LookBefore } from "./looks.ts";

/** A command on one organization, with what it was given. */
export interface Asked {
  readonly operation: OrganizationCommand;
  readonly handler: CommandHandler;
  readonly input: Record<string, unknown>;
}

/** Both states around a command, with what it would write, or why it is refused. */
export type Rehearsed =
  | {
      readonly ok: true;
      readonly before: LookBefore;
      readonly after: LookAfter;
      readonly events: Performing["events"];
    }
  | { readonly ok: false; readonly fault: Fault };

/** Faults that a command's rules answer. Others say nothing about the change: they are the preview's own. */
const answers = new Set<Fault["kind"]>(["invalid", "forbidden", "notFound", "conflict", "limitReached"]);

/**
 * Runs a command where `perform` would, under the organization's lock, and takes it back: the same handler, the same
 * constraints, the same events.
 */
export async function rehearse(stage: Stage, asked: Asked): Promise<Rehearsed> {
  let events: Performing["events"] = [];
  const work = async () => {
    const done = await performing({ ...stage, rehearsal: true }, asked.operation, asked.handler, asked.input);
    events = await everyEvent(stage, done);
    return { known: concernedBy(events), written: done.written };
  };
  try {
    const { before, after } = await takenBack(stage.db, work, {
      after: async (concerned) => {
        // What is checked at the commit is checked now: there will be none.
        const checked = sql`set constraints all immediate`.execute(stage.db);
        const seen = lookAfter(stage, concerned);
        await inOrder([checked, seen]);
        return seen;
      },
      before: async (concerned) => lookBefore(stage, concerned),
      ended: ({ everybody }) => {
        // Of changes of the rules the people are named by a query that depends on the looks.
        if (everybody || stage.takeBack === undefined) return false;
        stage.takeBack();
        return true;
      },
    });
    return { ok: true, before, after, events };
  } catch (error) {
    const fault = error instanceof FaultError ? error.fault : faultOfDatabase(error);
    if (fault === null || !answers.has(fault.kind)) throw error;
    return { ok: false, fault };
  }
}

/** Where the answer of a command is still being made, it may write events of its own: then the log tells them all. */
async function everyEvent({ db, authentication }: Stage, { events, written, output }: Performing) {
  if (!(output instanceof Promise)) return events;
  await inOrder([written, output]);
  return eventsSince(db, authentication.organization.id, authentication.head.revision);
}

import type { Fault } from "#contract/fault.ts";
import { faultOfDatabase } from "../dispatch/database-faults.ts";
import { FaultError } from "../dispatch/fault-error.ts";
import { perform, type CommandHandler, type OrganizationCommand, type Stage } from "../dispatch/perform.ts";
import type { Connection } from "../storage/pools.ts";
import { takenBack } from "../storage/savepoint.ts";
import { lookAfter, lookBefore, type LookAfter, type LookBefore } from "./looks.ts";

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
    }
  | { readonly ok: false; readonly fault: Fault };

/** Faults that a command's rules answer. Others say nothing about the change: they are the preview's own. */
const answers = new Set<Fault["kind"]>(["invalid", "forbidden", "notFound", "conflict", "limitReached"]);

/**
 * Runs a command where `perform` would, under the organization's lock, and takes it back: the same handler, the same
 * constraints, the same events.
 */
export async function rehearse(stage: Stage, { client }: Connection, asked: Asked): Promise<Rehearsed> {
  const work = () => perform({ ...stage, rehearsal: true }, asked.operation, asked.handler, asked.input);
  try {
    const { before, after } = await takenBack(client, work, {
      after: async () => {
        // What is checked at the commit is checked now: there will be none.
        const [, seen] = await Promise.all([client.query("set constraints all immediate"), lookAfter(stage)]);
        return seen;
      },
      before: ({ concerned }) => lookBefore(stage, concerned),
    });
    return { ok: true, before, after };
  } catch (error) {
    const fault = error instanceof FaultError ? error.fault : faultOfDatabase(error);
    if (fault === null || !answers.has(fault.kind)) throw error;
    return { ok: false, fault };
  }
}

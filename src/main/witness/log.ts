import type { Fault } from "#contract/fault.ts";
import type { SealedText } from "#domain/audit/chain.ts";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Remote } from "../remote/remote.ts";

/** Few enough that reading and hashing them keeps nothing else waiting for long. */
export const batch = 250;

/** The server could not be asked; nothing is known of the log by that. */
export class Unanswered extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.kind);
    this.fault = fault;
  }
}

/** An organization's log, as the server gives it. */
export interface ServedLog {
  /** The hashed texts of up to `limit` events from a revision on, at most a batch. @throws Unanswered */
  texts(fromRevision: number, limit: number): Promise<readonly SealedText[]>;
}

export const servedLog = (remote: Remote, organizationId: string, signal: AbortSignal): ServedLog => ({
  texts: async (fromRevision, limit) => {
    const given = { organizationId, fromRevision, limit: Math.min(limit, batch) };
    const answer = await remote.call("auditEvent.range", given, { signal });
    if (!answer.ok) throw new Unanswered(answer.fault);
    await nextTurn();
    return answer.value.items;
  },
});

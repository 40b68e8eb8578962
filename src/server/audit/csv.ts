import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import { stringify, type Stringifier } from "csv-stringify";

/** One event as the columns of a spreadsheet. */
export const csvRow = (event: AuditEvent) => ({
  revision: event.revision,
  at: event.at,
  actor: event.actor.name,
  actor_id: event.actor.accountId ?? "",
  action: event.action,
  target_type: event.target.type,
  target: event.target.name,
  target_id: event.target.id,
  before: event.before === null ? "" : JSON.stringify(event.before),
  after: event.after === null ? "" : JSON.stringify(event.after),
  request_id: event.requestId,
  previous_hash: event.previousHash,
  hash: event.hash,
});

/** With `escape_formulas`, a name that starts like a formula stays text in a spreadsheet. */
export const csvWriter = (): Stringifier =>
  stringify({ header: true, bom: true, escape_formulas: true, objectMode: true });

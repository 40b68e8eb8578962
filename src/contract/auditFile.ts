import type { AuditEvent } from "./entities/auditEvent.ts";

/** One event as the columns of a spreadsheet. */
export const auditCsvRow = (event: AuditEvent) => ({
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

/** How csv-stringify writes such rows: with `escape_formulas`, a name that starts like a formula stays text. */
export const auditCsvOptions = { header: true, bom: true, escape_formulas: true, objectMode: true } as const;

/** Events as one JSON array, an event a line. */
export async function* auditJson(events: AsyncIterable<AuditEvent>): AsyncGenerator<string> {
  let before = "[\n";
  for await (const event of events) {
    yield before + JSON.stringify(event);
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}

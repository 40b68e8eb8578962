import { answered, failed, type Answer, type Source } from "#contract/answer.ts";
import { auditCsvOptions, auditCsvRow, auditJson } from "#contract/auditFile.ts";
import type { DesktopInput } from "#contract/desktop.ts";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import { operations, type Output } from "#contract/operations.ts";
import { encodeCursor } from "#domain/cursor.ts";
import { stringify } from "csv-stringify";
import { pipeline, Readable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { OpenStream } from "../remote/remote.ts";
import type { Snapshot } from "../snapshot/snapshot.ts";

type Wish = DesktopInput<"auditExport.start">;
type Page = Output<"auditEvent.list">;

/** An export that begins: its content, and which moment it shows where that is not now. */
export interface OpenExport extends OpenStream {
  readonly moment: Extract<Source, { from: "snapshot" }> | null;
}

/** The longest page that the contract allows. */
const batch = 200;
const { output: ListedEvents } = operations["auditEvent.list"];

/** The kept part of an audit log in the very form in which the server writes the whole. */
export async function openKeptEvents(snapshot: Pick<Snapshot, "answer">, wish: Wish): Promise<Answer<OpenExport>> {
  const { format, ...filters } = wish;
  const read = async (newer: string): Promise<Answer<Page>> => {
    const answer = await snapshot.answer("auditEvent.list", { ...filters, newer, limit: batch });
    if (answer === null) return failed({ kind: "offline" });
    return answer.ok ? answered(ListedEvents.parse(answer.value), answer.source) : answer;
  };
  const first = await read(encodeCursor("audit", [0]));
  if (!first.ok) return first;
  const moment = first.source.from === "snapshot" ? first.source : null;
  const upTo = moment?.revision ?? Number.POSITIVE_INFINITY;
  const events = eventsFrom(first.value, read, upTo);
  const body =
    format === "csv"
      ? pipeline(Readable.from(events).map(auditCsvRow), stringify(auditCsvOptions), () => undefined)
      : Readable.from(auditJson(events), { objectMode: false });
  return answered({ body, total: null, moment });
}

/** Oldest first, up to a revision: what comes meanwhile is not of the same moment. */
async function* eventsFrom(
  first: Page,
  read: (newer: string) => Promise<Answer<Page>>,
  upTo: number,
): AsyncGenerator<AuditEvent> {
  for (let page = first; ;) {
    for (const event of page.items.toReversed()) if (event.revision <= upTo) yield event;
    if (page.items.length < batch || page.newer === null) return;
    // The thread answers before this turn is over, so page after page would be read with nobody else served.
    await nextTurn();
    const answer = await read(page.newer);
    if (!answer.ok) throw new Error("The kept events can no longer be read");
    page = answer.value;
  }
}

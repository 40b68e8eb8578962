import { auditCsvOptions, auditCsvRow, auditJson } from "#contract/auditFile.ts";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { Input } from "#contract/operations.ts";
import { stringify } from "csv-stringify";
import { pipeline, Readable } from "node:stream";
import type { OrganizationStreamContext } from "../dispatch/contexts.ts";
import type { Db } from "../storage/database.ts";
import { authenticated } from "../dispatch/authenticated.ts";
import { standingContext } from "../dispatch/organization-context.ts";
import type { StreamReply } from "../dispatch/handlers.ts";
import { countEvents, eventsAfter } from "../storage/queries/audit-events.ts";
import { withConnection } from "../storage/scope.ts";

/** Small enough that writing it out does not keep other requests waiting. */
const batch = 500;

/** Runs one step of an export on a connection of its own, after checking again that the caller still may. */
async function step<Result>(context: OrganizationStreamContext, work: (db: Db) => Promise<Result>): Promise<Result> {
  const { services, caller, organization } = context;
  return withConnection(services.pools, async ({ client, db }) => {
    const authentication = await authenticated(client, caller, organization.id);
    standingContext({ services, caller, authentication }).require({ kind: "use", permission: "audit.view" });
    return work(db);
  });
}

async function* events(
  context: OrganizationStreamContext,
  input: Input<"auditEvent.export">,
): AsyncGenerator<AuditEvent> {
  const upTo = context.organization.revision;
  let above = 0;
  for (;;) {
    const page = await step(context, (db) =>
      eventsAfter(db, context.organization.id, input, { above, upTo, limit: batch }),
    );
    yield* page;
    const last = page.at(-1);
    if (last === undefined || page.length < batch) return;
    above = last.revision;
  }
}

/** Streams the filtered log, oldest first, up to the revision at which the export began. */
export async function exportEvents(
  context: OrganizationStreamContext,
  input: Input<"auditEvent.export">,
): Promise<StreamReply> {
  const { id, revision } = context.organization;
  const total = await step(context, (db) => countEvents(db, id, input, revision));
  const source = events(context, input);
  const csv = input.format === "csv";
  const log = (error: Error | null | undefined) => {
    if (error) context.services.log.info({ err: error, requestId: context.caller.requestId }, "an export ended early");
  };
  const body = csv
    ? pipeline(Readable.from(source).map(auditCsvRow), stringify(auditCsvOptions), log)
    : Readable.from(auditJson(source), { objectMode: false }).on("error", log);
  return {
    headers: {
      "content-type": csv ? "text/csv; charset=utf-8" : "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="audit-log.${input.format}"`,
      "x-total-count": String(total),
    },
    body,
  };
}

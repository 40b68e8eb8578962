import { textOf } from "#domain/audit/chain.ts";
import { decodeCursor, encodeCursor } from "#domain/cursor.ts";
import { found, refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { exportEvents } from "../audit/export.ts";
import { signedHead } from "../audit/signed-head.ts";
import { verifyLog } from "../audit/verify.ts";
import { eventAt, eventsAfter, eventsBefore, sealedAfter } from "../storage/queries/audit-events.ts";

const scope = "audit";
const cursorAt = (revision: number): string => encodeCursor(scope, [revision]);

function revisionOf(cursor: string, field: string): number {
  const revision = decodeCursor(scope, cursor)?.[0];
  if (typeof revision === "number" && Number.isSafeInteger(revision)) return revision;
  return refuse({ kind: "invalid", issues: [{ path: field, code: "cursor", message: "Not a position in this list" }] });
}

export const auditEventHandlers = {
  "auditEvent.list": async ({ db, organization }, input) => {
    const { newer, older, limit } = input;
    const total = organization.revision;
    if (newer !== undefined) {
      const above = revisionOf(newer, "newer");
      const items = (await eventsAfter(db, organization.id, input, { above, limit })).reverse();
      const [first, last] = [items[0], items.at(-1)];
      return {
        items,
        older: last === undefined ? cursorAt(above + 1) : cursorAt(last.revision),
        newer: cursorAt(first?.revision ?? above),
        total,
      };
    }
    const below = older === undefined ? null : revisionOf(older, "older");
    const found = await eventsBefore(db, organization.id, input, { below, limit: limit + 1 });
    const items = found.slice(0, limit);
    const [first, last] = [items[0], items.at(-1)];
    return {
      items,
      older: found.length > limit && last !== undefined ? cursorAt(last.revision) : null,
      // An empty log still has a place after which events will come.
      newer: cursorAt(first?.revision ?? (below === null ? total : below - 1)),
      total,
    };
  },
  "auditEvent.get": async ({ db, organization }, { revision }) =>
    found(await eventAt(db, organization.id, revision), "auditEvent"),
  "auditEvent.export": exportEvents,
  "auditEvent.verify": ({ db, organization, caller }) => verifyLog(db, organization.id, caller.now),
  "auditEvent.head": ({ db, services, organization, caller }) =>
    signedHead(db, services.signingKey, organization.id, caller.now),
  // Written from the columns that pages show, not read from `sealed`: whoever changes one without the other is found.
  "auditEvent.range": async ({ db, organization }, { fromRevision, limit }) => {
    const events = await sealedAfter(db, organization.id, { above: fromRevision - 1, limit });
    return { items: events.map(textOf) };
  },
} satisfies Partial<Handlers>;

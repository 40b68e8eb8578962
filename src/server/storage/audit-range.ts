import type { Kysely } from "kysely";
import type { Database } from "./database.ts";

/** Revisions from `first` to `last`, both included; `first` is above `last` when there are none. */
export interface RevisionRange {
  readonly first: number;
  readonly last: number;
}

/**
 * Turns a span of time (`from` included, `to` not) into revisions of the scoped organization. Events are written
 * under the organization's lock, so times grow with revisions; paging by revision within the range stays one
 * index scan for every filter, where a filter by time would read all events that are newer.
 */
export async function revisionsBetween(
  db: Kysely<Database>,
  organizationId: string,
  from: Date | null,
  to: Date | null,
): Promise<RevisionRange> {
  const events = db.selectFrom("audit_log").select("revision").where("organization_id", "=", organizationId).limit(1);
  const edge = async (at: Date) =>
    (await events.where("at", ">=", at).orderBy("at").orderBy("revision").executeTakeFirst())?.revision ??
    Number.MAX_SAFE_INTEGER;
  const [first, after] = await Promise.all([from ? edge(from) : 1, to ? edge(to) : Number.MAX_SAFE_INTEGER]);
  return { first, last: after === Number.MAX_SAFE_INTEGER ? after : after - 1 };
}

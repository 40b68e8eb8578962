import { AuditAction } from "#contract/audit.ts";
import { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { SealedEvent } from "#domain/audit/chain.ts";
import type { Json } from "#domain/audit/orderedJson.ts";
import type { Db } from "../database.ts";
import { containing } from "./containing.ts";
import { revisionsBetween } from "../audit-range.ts";

/** What narrows an audit log; see `auditFilters` of the contract. */
export interface AuditFilter {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly actorId?: string | undefined;
  readonly action?: readonly AuditAction[] | undefined;
  readonly targetId?: string | undefined;
  readonly text?: string | undefined;
}

/** Times become revisions first: see `revisionsBetween`. Wrapped, since a query is itself something to await. */
async function filtered(db: Db, organizationId: string, filter: AuditFilter) {
  let query = db.selectFrom("audit_log").where("organization_id", "=", organizationId);
  if (filter.from !== undefined || filter.to !== undefined) {
    const edge = (at: string | undefined) => (at === undefined ? null : new Date(at));
    const { first, last } = await revisionsBetween(db, organizationId, edge(filter.from), edge(filter.to));
    query = query.where("revision", ">=", first).where("revision", "<=", last);
  }
  if (filter.actorId !== undefined) query = query.where("actor_account_id", "=", filter.actorId);
  if (filter.action !== undefined && filter.action.length > 0) query = query.where("action", "in", [...filter.action]);
  if (filter.targetId !== undefined) query = query.where("target_id", "=", filter.targetId);
  if (filter.text !== undefined && filter.text !== "") {
    query = query.where("search_key", "like", containing(filter.text));
  }
  return { query };
}

const columns = [
  "organization_id",
  "revision",
  "id",
  "at",
  "actor_account_id",
  "actor_name",
  "action",
  "target_type",
  "target_id",
  "target_name",
  "before",
  "after",
  "request_id",
  "previous_hash",
  "hash",
] as const;

type Row = Awaited<ReturnType<typeof selectRows>>[number];
const selectRows = (db: Db) => db.selectFrom("audit_log").select(columns).execute();

const targetTypes = AuditEvent.shape.target.shape.type.options;

function targetType(stored: string): AuditEvent["target"]["type"] {
  return targetTypes.find((type) => type === stored) ?? "organization";
}

function eventOf(row: Row): AuditEvent {
  return {
    organizationId: row.organization_id,
    revision: row.revision,
    id: row.id,
    at: row.at.toISOString(),
    actor: { accountId: row.actor_account_id, name: row.actor_name },
    action: AuditAction.parse(row.action),
    target: { type: targetType(row.target_type), id: row.target_id, name: row.target_name },
    before: row.before as AuditEvent["before"],
    after: row.after as AuditEvent["after"],
    requestId: row.request_id,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}

/** Up to `limit` events below a revision, newest first. */
export async function eventsBefore(
  db: Db,
  organizationId: string,
  filter: AuditFilter,
  at: { below: number | null; limit: number },
): Promise<AuditEvent[]> {
  const { query: matching } = await filtered(db, organizationId, filter);
  let query = matching.select(columns).orderBy("revision", "desc").limit(at.limit);
  if (at.below !== null) query = query.where("revision", "<", at.below);
  return (await query.execute()).map(eventOf);
}

/** Up to `limit` events above a revision, oldest first. */
export async function eventsAfter(
  db: Db,
  organizationId: string,
  filter: AuditFilter,
  at: { above: number; upTo?: number; limit: number },
): Promise<AuditEvent[]> {
  const { query: matching } = await filtered(db, organizationId, filter);
  let query = matching.select(columns).where("revision", ">", at.above).orderBy("revision").limit(at.limit);
  if (at.upTo !== undefined) query = query.where("revision", "<=", at.upTo);
  return (await query.execute()).map(eventOf);
}

/**
 * The same without a filter, for whoever verifies the chain: as they are stored, also where no server would have
 * written them so. An event that cannot be read would end the walk, and hide itself and all behind it.
 */
export async function sealedAfter(
  db: Db,
  organizationId: string,
  at: { above: number; upTo?: number; limit: number },
): Promise<SealedEvent[]> {
  const { query: all } = await filtered(db, organizationId, {});
  let query = all.select(columns).where("revision", ">", at.above).orderBy("revision").limit(at.limit);
  if (at.upTo !== undefined) query = query.where("revision", "<=", at.upTo);
  return (await query.execute()).map(sealedOf);
}

const sealedOf = (row: Row): SealedEvent => ({
  organizationId: row.organization_id,
  revision: row.revision,
  id: row.id,
  at: instantOf(row.at),
  actorAccountId: row.actor_account_id,
  actorName: row.actor_name,
  action: row.action,
  targetType: row.target_type,
  targetId: row.target_id,
  targetName: row.target_name,
  before: row.before as Json,
  after: row.after as Json,
  requestId: row.request_id,
  previousHash: row.previous_hash,
  hash: row.hash,
});

/** PostgreSQL knows times that JavaScript does not, such as `infinity`. */
const instantOf = (at: Date): string => (Number.isFinite(Number(at)) ? at.toISOString() : String(at));

/** How many events pass a filter, up to a revision. */
export async function countEvents(db: Db, organizationId: string, filter: AuditFilter, upTo: number): Promise<number> {
  const { query } = await filtered(db, organizationId, filter);
  const counted = query.where("revision", "<=", upTo).select((eb) => eb.fn.countAll<number>().as("events"));
  return (await counted.executeTakeFirstOrThrow()).events;
}

export async function eventAt(db: Db, organizationId: string, revision: number): Promise<AuditEvent | null> {
  const row = await db
    .selectFrom("audit_log")
    .select(columns)
    .where("organization_id", "=", organizationId)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return row === undefined ? null : eventOf(row);
}

/** Where the organization says that its chain ends. */
export async function storedHead(db: Db, organizationId: string): Promise<{ revision: number; hash: string }> {
  const row = await db
    .selectFrom("organizations")
    .select(["revision", "chain_head"])
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
  return { revision: row.revision, hash: row.chain_head };
}

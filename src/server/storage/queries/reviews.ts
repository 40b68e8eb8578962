import type { SubmittedItem } from "#contract/entities/review.ts";
import { ownRefusal } from "#domain/review/decisions.ts";
import type { CountedItem } from "#domain/review/outcome.ts";
import { stateBefore } from "#domain/review/outcome.ts";
import { sql, type Insertable, type Updateable } from "kysely";
import type { Db } from "../database.ts";
import type { ReviewsTable } from "../tables/review.ts";
import { anyIdOf } from "./any-of.ts";

/** All but the evidence, which can be large. */
const columns = [
  "organization_id",
  "id",
  "batch_id",
  "account_id",
  "member_id",
  "reviewer_name",
  "reviewer_email",
  "scope",
  "scope_name",
  "status",
  "started_at",
  "as_of",
  "as_of_hash",
  "total",
  "created_at",
  "submitted_at",
  "applied_at",
  "finished_at",
  "abandoned_at",
  "undecided_reason",
  "evidence_digest",
] as const;

const selectReview = (db: Db) => db.selectFrom("reviews").select(columns);
export type ReviewRow = Awaited<ReturnType<ReturnType<typeof selectReview>["executeTakeFirstOrThrow"]>>;

export async function reviewById(db: Db, organizationId: string, id: string): Promise<ReviewRow | undefined> {
  return selectReview(db).where("organization_id", "=", organizationId).where("id", "=", id).executeTakeFirst();
}

/** The organization's reviews, newest first, before a place. */
export async function reviewPage(
  db: Db,
  organizationId: string,
  page: { readonly before: { readonly at: Date; readonly id: string } | null; readonly limit: number },
): Promise<ReviewRow[]> {
  let query = selectReview(db).where("organization_id", "=", organizationId);
  if (page.before !== null) {
    const { at, id } = page.before;
    query = query.where(sql<boolean>`(created_at, id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return query.orderBy("created_at", "desc").orderBy("id", "desc").limit(page.limit).execute();
}

export async function countReviews(db: Db, organizationId: string): Promise<number> {
  const query = db.selectFrom("reviews").select((eb) => eb.fn.countAll<number>().as("rows"));
  return (await query.where("organization_id", "=", organizationId).executeTakeFirstOrThrow()).rows;
}

export async function insertReview(db: Db, row: Insertable<ReviewsTable>): Promise<ReviewRow> {
  return db.insertInto("reviews").values(row).returning(columns).executeTakeFirstOrThrow();
}

export async function updateReview(
  db: Db,
  { organization_id, id }: Pick<ReviewRow, "organization_id" | "id">,
  set: Updateable<ReviewsTable>,
): Promise<ReviewRow> {
  return db
    .updateTable("reviews")
    .set(set)
    .where("organization_id", "=", organization_id)
    .where("id", "=", id)
    .returning(columns)
    .executeTakeFirstOrThrow();
}

/** How many items of some reviews are decided how, and stand where. */
export async function countItems(db: Db, organizationId: string, reviewIds: readonly string[]) {
  return db
    .selectFrom("review_items")
    .select(["review_id", "decision", "state"])
    .select((eb) => eb.fn.countAll<number>().as("items"))
    .where("organization_id", "=", organizationId)
    .where("review_id", "in", [...reviewIds])
    .groupBy(["review_id", "decision", "state"])
    .execute();
}

/** The same of reviews of several organizations. */
export async function countItemsOf(db: Db, reviews: readonly Pick<ReviewRow, "organization_id" | "id">[]) {
  const organizations = reviews.map(({ organization_id }) => organization_id);
  const ids = reviews.map(({ id }) => id);
  return db
    .selectFrom("review_items")
    .select(["organization_id", "review_id", "decision", "state"])
    .select((eb) => eb.fn.countAll<number>().as("items"))
    .where(
      sql<boolean>`(organization_id, review_id) in (select * from unnest(${organizations}::uuid[], ${ids}::uuid[]))`,
    )
    .groupBy(["organization_id", "review_id", "decision", "state"])
    .execute();
}

/** A place in the reviews of several organizations; two of them may have one of the same id. */
export interface ReviewPlace {
  readonly at: Date;
  readonly id: string;
  readonly organizationId: string;
}

/** The reviews of some organizations, newest first, before a place. Needs the owner's rights: the ids are the wall. */
export async function reviewsIn(
  system: Db,
  organizationIds: readonly string[],
  page: { readonly before: ReviewPlace | null; readonly limit: number },
): Promise<ReviewRow[]> {
  let query = selectReview(system).where("organization_id", "=", anyIdOf(organizationIds));
  if (page.before !== null) {
    const { at, id, organizationId } = page.before;
    const place = sql`(${at}::timestamptz, ${id}::uuid, ${organizationId}::uuid)`;
    query = query.where(sql<boolean>`(created_at, id, organization_id) < ${place}`);
  }
  const newest = query.orderBy("created_at", "desc").orderBy("id", "desc").orderBy("organization_id", "desc");
  return newest.limit(page.limit).execute();
}

export async function countReviewsIn(system: Db, organizationIds: readonly string[]): Promise<number> {
  const query = system.selectFrom("reviews").select((eb) => eb.fn.countAll<number>().as("rows"));
  return (await query.where("organization_id", "=", anyIdOf(organizationIds)).executeTakeFirstOrThrow()).rows;
}

/** Where an item stands when it arrives: what a reviewer cannot decide about themselves is refused at once. */
function stateOnArrival({ decision }: Pick<SubmittedItem, "decision">, own: boolean, at: Date) {
  const refusal = decision === null ? null : ownRefusal(own, decision);
  if (refusal === null) return { state: stateBefore(decision) satisfies CountedItem["state"] };
  return {
    state: "flagged" satisfies CountedItem["state"],
    flag: "refused",
    fault: { kind: "forbidden", refusal },
    at,
  };
}

/**
 * Writes items with the names that the organization has for them, thousands in one statement. Answers how many: fewer
 * than given where some are no member and never were.
 */
export async function insertItems(
  db: Db,
  { organization_id, id, member_id }: Pick<ReviewRow, "organization_id" | "id" | "member_id">,
  { offset, at }: { readonly offset: number; readonly at: Date },
  items: readonly SubmittedItem[],
): Promise<number> {
  const given = items.map(({ memberId, seen, recommendation, decision, decidedAt, comment }, index) => ({
    position: offset + index,
    member_id: memberId,
    seen,
    seen_role: seen.role,
    seen_status: seen.status,
    recommendation,
    decision: decision?.kind ?? null,
    to_role: decision?.kind === "changeRole" ? decision.to : null,
    decided_at: decidedAt,
    comment,
    ...stateOnArrival({ decision }, memberId === member_id, at),
  }));
  const { numAffectedRows } = await sql`
    insert into review_items (organization_id, review_id, position, member_id, name, email, seen, seen_role, seen_status,
      recommendation, decision, to_role, decided_at, comment, state, flag, fault, at)
    select m.organization_id, ${id}::uuid, given.position, given.member_id, m.name, m.email, given.seen, given.seen_role,
      given.seen_status, given.recommendation, given.decision, given.to_role, given.decided_at, given.comment, given.state,
      given.flag, given.fault, given.at
    from json_to_recordset(${JSON.stringify(given)}::json) as given (position int, member_id uuid, seen json,
      seen_role text, seen_status text, recommendation json, decision text, to_role text, decided_at timestamptz,
      comment text, state text, flag text, fault json, at timestamptz)
    join members as m on m.organization_id = ${organization_id}::uuid and m.id = given.member_id`.execute(db);
  return Number(numAffectedRows ?? 0);
}

/** The signed file of a finished review. */
export async function evidenceOf(db: Db, organizationId: string, id: string): Promise<string | null> {
  const row = await db
    .selectFrom("reviews")
    .select("evidence")
    .where("organization_id", "=", organizationId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.evidence ?? null;
}

/** How a workspace is called; empty for one that is gone. */
export async function workspaceName(db: Db, organizationId: string, id: string): Promise<string> {
  const row = await db
    .selectFrom("workspaces")
    .select("name")
    .where("organization_id", "=", organizationId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.name ?? "";
}

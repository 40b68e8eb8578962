import type { FormerDecision } from "#contract/entities/review.ts";
import { sql } from "kysely";
import type { Db } from "../database.ts";
import { anyIdOf } from "./any-of.ts";
import type { ReviewItemRow } from "./review-items.ts";
import type { ReviewRow } from "./reviews.ts";

type Named = Pick<ReviewRow, "organization_id" | "id">;

/** Items of a review about some people, each with where the person stands now. */
export async function itemsAbout(db: Db, { organization_id, id }: Named, memberIds: readonly string[]) {
  return db
    .selectFrom("review_items as i")
    .leftJoin("members as m", (join) =>
      join.onRef("m.organization_id", "=", "i.organization_id").onRef("m.id", "=", "i.member_id"),
    )
    .selectAll("i")
    .select(["m.role", "m.status"])
    .where("i.organization_id", "=", organization_id)
    .where("i.review_id", "=", id)
    .where("i.member_id", "=", anyIdOf(memberIds))
    .orderBy("i.position")
    .execute();
}
export type ItemAbout = Awaited<ReturnType<typeof itemsAbout>>[number];

/** What stands of an item once its decision was taken again. */
export type AgainRow = Pick<
  ReviewItemRow,
  "position" | "decision" | "to_role" | "seen" | "seen_role" | "seen_status" | "state" | "flag"
> & {
  readonly decided_at: string | null;
  readonly at: string | null;
  readonly former: readonly FormerDecision[];
};

/** Writes decisions that were taken again, thousands in one statement. */
export async function rewriteItems(db: Db, { organization_id, id }: Named, rows: readonly AgainRow[]): Promise<void> {
  await sql`
    update review_items as i set decision = given.decision, to_role = given.to_role, seen = given.seen,
      seen_role = given.seen_role, seen_status = given.seen_status, state = given.state, flag = given.flag,
      decided_at = given.decided_at, at = given.at, former = given.former, fault = null, revision = null
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (position int, decision text, to_role text,
      seen json, seen_role text, seen_status text, state text, flag text, decided_at timestamptz, at timestamptz,
      former json)
    where i.organization_id = ${organization_id}::uuid and i.review_id = ${id}::uuid
      and i.position = given.position`.execute(db);
}

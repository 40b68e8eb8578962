import { sql } from "kysely";
import type { Db } from "../database.ts";
import { hasWaiting } from "./review-items.ts";
import type { ReviewRow } from "./reviews.ts";

type Named = Pick<ReviewRow, "organization_id" | "id">;

/** Takes a review that is being carried out for some seconds, unless another worker has it. */
export async function leaseReview(
  system: Db,
  { organization_id, id }: Named,
  workerId: string,
  seconds: number,
): Promise<Pick<ReviewRow, "organization_id" | "id" | "account_id" | "member_id"> | undefined> {
  return system
    .updateTable("reviews")
    .set({ leased_by: workerId, leased_until: sql<Date>`now() + make_interval(secs => ${seconds})` })
    .where("organization_id", "=", organization_id)
    .where("id", "=", id)
    .where("status", "=", "applying")
    .where((eb) =>
      eb.or([
        eb("leased_until", "is", null),
        eb("leased_until", "<", sql<Date>`now()`),
        eb("leased_by", "=", workerId),
      ]),
    )
    .returning(["organization_id", "id", "account_id", "member_id"])
    .executeTakeFirst();
}

export async function releaseReview(system: Db, { organization_id, id }: Named, workerId: string): Promise<void> {
  await system
    .updateTable("reviews")
    .set({ leased_by: null, leased_until: null })
    .where("organization_id", "=", organization_id)
    .where("id", "=", id)
    .where("leased_by", "=", workerId)
    // A finished review is never written to again.
    .where("status", "in", ["applying", "applied"])
    .execute();
}

export async function isApplying(system: Db, { organization_id, id }: Named): Promise<boolean> {
  const row = await system
    .selectFrom("reviews")
    .select("id")
    .where("organization_id", "=", organization_id)
    .where("id", "=", id)
    .where("status", "=", "applying")
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends the carrying out when no item waits; false where one does. */
export async function endApplying(system: Db, named: Named): Promise<boolean> {
  return system.transaction().execute(async (db) => {
    const row = await db
      .selectFrom("reviews")
      .select("status")
      .where("organization_id", "=", named.organization_id)
      .where("id", "=", named.id)
      .forUpdate()
      .executeTakeFirst();
    if (row?.status !== "applying") return true;
    if (await hasWaiting(db, named)) return false;
    await db
      .updateTable("reviews")
      .set({ status: "applied", applied_at: sql<Date>`now()` })
      .where("organization_id", "=", named.organization_id)
      .where("id", "=", named.id)
      .execute();
    return true;
  });
}

/** Reviews that are being carried out and that no job is for: theirs was given up while the database was away. */
export async function stalledReviews(system: Db, jobKind: string): Promise<Named[]> {
  return system
    .selectFrom("reviews as r")
    .select(["r.organization_id", "r.id"])
    .where("r.status", "=", sql.lit("applying" as const))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("outbox as o")
            .select("o.id")
            .where("o.kind", "=", jobKind)
            .where("o.done_at", "is", null)
            .where(sql<boolean>`o.payload ->> 'reviewId' = r.id::text`),
        ),
      ),
    )
    .execute();
}

import type { Input, Output } from "#contract/operations.ts";
import { decodeCursor } from "#domain/cursor.ts";
import { maySeeReviews } from "#domain/review/seeing.ts";
import type { AccountContext } from "../dispatch/contexts.ts";
import { foreignCursor, isId, isPast, pageOf, scopeOf } from "../operations/places.ts";
import { loadPlaces, type Place } from "../people/managed.ts";
import { countReviewsIn, reviewsIn, type ReviewPlace } from "../storage/queries/reviews.ts";
import { reviewsOf } from "./review-of.ts";

const isSeen = ({ status, policy, role }: Place): boolean => status === "active" && maySeeReviews(policy, role);

function placeAt(scope: string, cursor: string): ReviewPlace {
  const [time, id, organizationId] = decodeCursor(scope, cursor) ?? [];
  if (!isPast(time) || !isId(id) || !isId(organizationId)) return foreignCursor();
  return { at: new Date(time), id, organizationId };
}

/** The reviews of every organization in which the person may see them at this moment, newest first. */
export async function listAllReviews(
  { services, account }: AccountContext,
  { organizationIds, cursor, limit }: Input<"review.listAll">,
): Promise<Output<"review.listAll">> {
  const { system } = services.pools;
  const scope = scopeOf("reviewsOfAll", [account.id, organizationIds]);
  const before = cursor === undefined ? null : placeAt(scope, cursor);
  const seen = (await loadPlaces(system, account.id)).filter(isSeen);
  const wanted = organizationIds === undefined ? seen : seen.filter(({ id }) => organizationIds.includes(id));
  const names = new Map(wanted.map(({ id, name }) => [id, name]));
  const [rows, total] = await Promise.all([
    reviewsIn(system, [...names.keys()], { before, limit: limit + 1 }),
    countReviewsIn(system, [...names.keys()]),
  ]);
  const page = pageOf(scope, rows, limit, ({ created_at, id, organization_id }) => [
    created_at.getTime(),
    id,
    organization_id,
  ]);
  const items = (await reviewsOf(system, page.items, account.id)).map((review, index) => ({
    ...review,
    organizationName: names.get(review.organizationId) ?? "",
    scopeName: page.items[index]?.scope_name ?? "",
  }));
  return { items, next: page.next, total, matching: before === null ? total : null };
}

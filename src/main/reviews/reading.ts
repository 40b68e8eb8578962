import { answered } from "#contract/answer.ts";
import { notFound } from "../snapshot/answers/faults.ts";
import { headOf, markOf, shownReview, type DeskParts, type WorkOf } from "./heading.ts";

const peopleAtOnce = 500;

/** What windows read of reviews, and what sending one reads. */
export const reading = ({
  book,
}: DeskParts): WorkOf<"reviews.list" | "reviews.get" | "reviews.people" | "reviews.part"> => ({
  "reviews.list": () => {
    const items = book.heads().map((head) => shownReview(book, head));
    return answered({ kept: book.kept, items: items.sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1)) });
  },
  "reviews.get": ({ reviewId }) => {
    const head = headOf(book, reviewId);
    return head === undefined ? notFound("review") : answered(shownReview(book, head));
  },
  "reviews.people": ({ reviewId, from }) => {
    const head = headOf(book, reviewId);
    if (head === undefined) return notFound("review");
    const all = head.organizationIds.flatMap((organizationId) => book.items(reviewId, organizationId));
    const items = all
      .slice(from, from + peopleAtOnce)
      .map((item) => ({ ...item, mark: markOf(book, reviewId, item.organizationId, item.memberId) }));
    const next = from + items.length;
    return answered({ items, total: all.length, next: next < all.length ? next : null });
  },
  "reviews.part": ({ reviewId, organizationId, offset, count }) =>
    book
      .items(reviewId, organizationId)
      .slice(offset, offset + count)
      .map(({ memberId, seen, recommendation }) => ({
        memberId,
        seen,
        recommendation,
        ...markOf(book, reviewId, organizationId, memberId),
      })),
});

import { answered, failed, type Answer } from "#contract/answer.ts";
import type { DesktopOutput } from "#contract/desktop.ts";
import type { DeskMark } from "#contract/entities/deskReview.ts";
import { notFound } from "../snapshot/answers/faults.ts";
import type { Marks } from "./book.ts";
import { headOf, markOf, openIn, shownReview, type DeskParts, type Heading, type WorkOf } from "./heading.ts";

type Told = Answer<DesktopOutput<"reviews.decide">>;

/** What a reviewer does with the people of a review. Each act is kept before it is answered. */
export function deciding({ book, now }: DeskParts): WorkOf<"reviews.decide" | "reviews.comment" | "reviews.undo"> {
  const told = (head: Heading, memberIds: ReadonlySet<string>): Told =>
    answered({
      review: shownReview(book, head),
      marks: head.organizationIds.flatMap((organizationId) =>
        book
          .items(head.id, organizationId)
          .filter(({ memberId }) => memberIds.has(memberId))
          .map(({ memberId }) => ({ memberId, mark: markOf(book, head.id, organizationId, memberId) })),
      ),
    });
  const act = (
    reviewId: string,
    memberIds: ReadonlySet<string>,
    markNow: (before: DeskMark, memberId: string) => DeskMark,
  ): Told => {
    const head = headOf(book, reviewId);
    if (head === undefined) return notFound("review");
    const marks = new Map<string, Marks<DeskMark>>();
    let found = 0;
    for (const organizationId of openIn(head)) {
      const items = book.items(reviewId, organizationId).filter(({ memberId }) => memberIds.has(memberId));
      found += items.length;
      marks.set(
        organizationId,
        items.map(({ memberId }) => [memberId, markNow(markOf(book, reviewId, organizationId, memberId), memberId)]),
      );
    }
    // All of them or none: somebody whose part is sent already, or of no review, is decided about by nobody here.
    if (found < memberIds.size) return failed({ kind: "conflict", code: "reviewSubmitted" });
    book.act(reviewId, marks);
    return told(head, memberIds);
  };
  return {
    "reviews.decide": ({ reviewId, decisions }) => {
      const decided = new Map(decisions.map(({ memberId, decision }) => [memberId, decision]));
      const at = now().toISOString();
      return act(reviewId, new Set(decided.keys()), ({ comment }, memberId) => {
        const decision = decided.get(memberId) ?? null;
        return { decision, decidedAt: decision === null ? null : at, comment };
      });
    },
    "reviews.comment": ({ reviewId, memberId, comment }) =>
      act(reviewId, new Set([memberId]), (before) => ({ ...before, comment })),
    "reviews.undo": ({ reviewId }) => {
      const head = headOf(book, reviewId);
      if (head === undefined) return notFound("review");
      return told(head, new Set(book.undo(reviewId, openIn(head))));
    },
  };
}

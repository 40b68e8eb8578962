import { answered } from "#contract/answer.ts";
import type { DeskMark, DeskReviewPart } from "#contract/entities/deskReview.ts";
import { notFound } from "../snapshot/answers/faults.ts";
import type { Marks } from "./book.ts";
import type { ReviewCalls } from "./calls.ts";
import { deciding } from "./deciding.ts";
import {
  changedParts,
  headOf,
  markOf,
  shownReview,
  unmarked,
  type DeskParts,
  type Heading,
  type WorkOf,
} from "./heading.ts";
import { proposedPeople } from "./proposing.ts";
import { reading } from "./reading.ts";
import { starting } from "./starting.ts";

/** The reviews of one person: started, decided and kept without a connection. */
export interface Desk {
  readonly work: WorkOf<keyof ReviewCalls>;
  /** Nothing of the organization may be shown any more: what is kept of its people goes from every review. */
  closeOrganization(organizationId: string): void;
  /** The same for every organization that is not among these. */
  keepOnly(organizationIds: ReadonlySet<string>): void;
}

export function createDesk(parts: DeskParts): Desk {
  const { book } = parts;
  const closeOrganization = (organizationId: string) => {
    for (const head of book.heads()) {
      if (head.organizationIds.includes(organizationId))
        book.close(withoutOrganization(head, organizationId), organizationId);
    }
  };
  return {
    work: { ...reading(parts), ...starting(parts), ...deciding(parts), ...sent(parts) },
    closeOrganization,
    keepOnly: (mine) => {
      const kept = new Set(book.heads().flatMap(({ organizationIds }) => organizationIds));
      for (const organizationId of kept) if (!mine.has(organizationId)) closeOrganization(organizationId);
    },
  };
}

/** A part that was finished stays as it is: its evidence is the server's. */
function withoutOrganization(head: Heading, organizationId: string): Heading {
  const part = head.parts.find((each) => each.organizationId === organizationId);
  const ends = part !== undefined && part.stage !== "finished" && part.stage !== "abandoned";
  return {
    ...head,
    organizationIds: head.organizationIds.filter((id) => id !== organizationId),
    parts: ends ? changedParts(head.parts, organizationId, { stage: "ended" }) : head.parts,
  };
}

/** What becomes of a review that is sent, decided again or dropped. */
const sent = ({ book, rows, at, now }: DeskParts): WorkOf<"reviews.note" | "reviews.reopen" | "reviews.drop"> => ({
  "reviews.note": ({ reviewId, organizationId, part }) => {
    const head = headOf(book, reviewId);
    if (head === undefined) return null;
    const next = { ...head, parts: changedParts(head.parts, organizationId, part) };
    book.write(next);
    return shownReview(book, next);
  },
  "reviews.reopen": ({ reviewId, organizationId, newId, memberIds }) => {
    const head = headOf(book, reviewId);
    const found = rows(organizationId);
    if (head === undefined || found === null) return null;
    const again = new Set(memberIds);
    const present = new Map(
      proposedPeople(found, { kind: "all" }, now().getTime()).map((item) => [item.memberId, item]),
    );
    const items = book
      .items(reviewId, organizationId)
      .flatMap((item) => (again.has(item.memberId) ? (present.get(item.memberId) ?? []) : [item]));
    const marks: Marks<DeskMark> = memberIds.map((memberId) => [
      memberId,
      { ...unmarked, comment: markOf(book, reviewId, organizationId, memberId).comment },
    ]);
    const opened: Partial<DeskReviewPart> = {
      stage: "open",
      reviewId: newId,
      revision: found.facts.revision,
      asOf: at(organizationId),
    };
    const next = { ...head, parts: changedParts(head.parts, organizationId, opened) };
    book.renew(next, organizationId, items, marks);
    return shownReview(book, next);
  },
  "reviews.drop": ({ reviewId }) => {
    if (headOf(book, reviewId) === undefined) return notFound("review");
    book.drop(reviewId);
    return answered({ dropped: true });
  },
});

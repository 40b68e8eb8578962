import { answered } from "#contract/answer.ts";
import { notFound } from "../snapshot/answers/faults.ts";
import type { ReviewCalls } from "./calls.ts";
import { deciding } from "./deciding.ts";
import { changedParts, headOf, shownReview, type DeskParts, type Heading, type WorkOf } from "./heading.ts";
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
    parts: ends ? changedParts(head.parts, organizationId, { stage: "ended", answers: {} }) : head.parts,
  };
}

/** What becomes of a review that is sent or dropped. */
const sent = ({ book }: DeskParts): WorkOf<"reviews.note" | "reviews.drop"> => ({
  "reviews.note": ({ reviewId, organizationId, part }) => {
    const head = headOf(book, reviewId);
    if (head === undefined) return null;
    const next = { ...head, parts: changedParts(head.parts, organizationId, part) };
    book.write(next);
    return shownReview(book, next);
  },
  "reviews.drop": ({ reviewId }) => {
    if (headOf(book, reviewId) === undefined) return notFound("review");
    book.drop(reviewId);
    return answered({ dropped: true });
  },
});

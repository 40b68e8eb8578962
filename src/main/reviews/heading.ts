import type { DeskMark, DeskReview, DeskReviewItem, DeskReviewPart } from "#contract/entities/deskReview.ts";
import { countItems, stateBefore } from "#domain/review/outcome.ts";
import type { OrganizationRows } from "../snapshot/worker/rows.ts";
import type { Book, Head } from "./book.ts";
import type { ReviewCalls } from "./calls.ts";

/** What is kept of a review as a whole; whether an act can be taken back is worked out when asked. */
export interface Heading extends Head, Pick<DeskReview, "startedAt" | "scope" | "workspaceName"> {
  /** The counts of a part that was not sent yet are worked out as well. */
  readonly parts: readonly DeskReviewPart[];
}

export type ReviewBook = Book<Heading, DeskReviewItem, DeskMark>;

/** What the reviews of one person rest on. */
export interface DeskParts {
  readonly book: ReviewBook;
  readonly rows: (organizationId: string) => OrganizationRows | null;
  /** When what is kept of an organization was last known to be so. */
  readonly at: (organizationId: string) => string;
  readonly now: () => Date;
}

/** The answers of some calls. */
export type WorkOf<Name extends keyof ReviewCalls> = {
  readonly [Each in Name]: (input: ReviewCalls[Each]["in"]) => ReviewCalls[Each]["out"];
};

export const unmarked: DeskMark = { decision: null, decidedAt: null, comment: "" };

/** What was decided of it is here alone, so it is counted here. */
const isHere = ({ stage }: DeskReviewPart): boolean => ["open", "waiting", "sending"].includes(stage);

export const isOpen = ({ stage }: Pick<DeskReviewPart, "stage">): boolean => stage === "open";

/** The organizations about whose people can still be decided. */
export const openIn = ({ parts }: Heading): string[] =>
  parts.filter(isOpen).map(({ organizationId }) => organizationId);

export const headOf = (book: ReviewBook, reviewId: string): Heading | undefined =>
  book.heads().find(({ id }) => id === reviewId);

export const markOf = (book: ReviewBook, reviewId: string, organizationId: string, memberId: string): DeskMark =>
  book.marks(reviewId, organizationId).get(memberId) ?? unmarked;

/** A review as a window gets it. */
export const shownReview = (book: ReviewBook, head: Heading): DeskReview => ({
  id: head.id,
  startedAt: head.startedAt,
  scope: head.scope,
  workspaceName: head.workspaceName,
  parts: head.parts.map((part) => (isHere(part) ? { ...part, counts: countsOf(book, head.id, part) } : part)),
  canUndo: book.acted(head.id, openIn(head)),
});

function countsOf(book: ReviewBook, reviewId: string, { organizationId }: DeskReviewPart): DeskReviewPart["counts"] {
  const marks = book.marks(reviewId, organizationId);
  const items = book.items(reviewId, organizationId);
  return countItems(
    items.map(({ memberId }) => {
      const decision = marks.get(memberId)?.decision ?? null;
      return { decision, state: stateBefore(decision) };
    }),
  );
}

/** The parts with something else said about one organization's. */
export const changedParts = (
  parts: readonly DeskReviewPart[],
  organizationId: string,
  change: Partial<DeskReviewPart>,
): DeskReviewPart[] => parts.map((part) => (part.organizationId === organizationId ? { ...part, ...change } : part));

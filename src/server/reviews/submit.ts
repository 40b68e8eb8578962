import type { SubmittedItem } from "#contract/entities/review.ts";
import type { Input } from "#contract/operations.ts";
import { genesisHash } from "#domain/audit/chain.ts";
import { mostChanged } from "#domain/review/items.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { refuse } from "../dispatch/fault-error.ts";
import { cleaned, invalid } from "../operations/invalid.ts";
import { eventAt } from "../storage/queries/audit-events.ts";
import {
  countItems,
  insertItems,
  insertReview,
  reviewById,
  updateReview,
  workspaceName,
} from "../storage/queries/reviews.ts";
import type { ReviewRow } from "../storage/queries/reviews.ts";
import { requireOwn } from "./mine.ts";

type Submitted = Input<"review.submit">;

/** Takes a part of a review in; the first one makes the review. Answers its row. */
export async function receive(context: OrganizationContext, part: Submitted): Promise<ReviewRow> {
  const { db, organization, caller } = context;
  requireDistinct(part.items);
  const known = await reviewById(db, organization.id, part.reviewId);
  const arrived = known === undefined ? nothing : await arrivedOf(context, known);
  if (known !== undefined) requireOwn(context, known);
  // Also for what has arrived already: a desktop that did not hear the answer asks how far the review is.
  if (part.offset !== arrived.items || (known !== undefined && known.status !== "receiving")) {
    refuse({ kind: "conflict", code: "reviewSubmitted" });
  }
  if (known !== undefined && known.total !== part.total)
    invalid("total", "changed", "The first part told another total");
  const whole = arrived.items + part.items.length;
  if (whole > part.total) invalid("items", "tooMany", "More items than the total");
  if (arrived.changes + changesOf(part.items) > mostChanged) refuse({ kind: "limitReached", limit: "size" });
  const row = known ?? (await begin(context, part));
  const written = await insertItems(db, row, { offset: part.offset, at: caller.now }, part.items.map(withCleanComment));
  if (written < part.items.length) invalid("items", "unknownMember", "Some were never members of this organization");
  return whole === part.total ? updateReview(db, row, { status: "submitted", submitted_at: caller.now }) : row;
}

const withCleanComment = (item: SubmittedItem, index: number): SubmittedItem => ({
  ...item,
  comment: cleaned(`items.${index}.comment`, item.comment, { max: 500, optional: true, multiline: true }),
});

const nothing = { items: 0, changes: 0 };

async function arrivedOf({ db, organization }: OrganizationContext, { id }: ReviewRow) {
  const groups = await countItems(db, organization.id, [id]);
  const sum = (some: typeof groups): number => some.reduce((total, { items }) => total + items, 0);
  return {
    items: sum(groups),
    changes: sum(groups.filter(({ decision }) => decision !== null && decision !== "keep")),
  };
}

const changesOf = (items: readonly SubmittedItem[]): number =>
  items.filter(({ decision }) => decision !== null && decision.kind !== "keep").length;

export function requireDistinct(items: readonly { readonly memberId: string }[]): void {
  if (new Set(items.map(({ memberId }) => memberId)).size < items.length) {
    invalid("items", "twice", "Somebody is named twice");
  }
}

async function begin(context: OrganizationContext, part: Submitted): Promise<ReviewRow> {
  const { db, organization, account, me, caller } = context;
  if (part.asOf > organization.revision) invalid("asOf", "ahead", "The organization has not come so far");
  const [event, name] = await Promise.all([
    part.asOf === 0 ? null : eventAt(db, organization.id, part.asOf),
    part.scope.kind === "workspace" ? workspaceName(db, organization.id, part.scope.workspaceId) : "",
  ]);
  return insertReview(db, {
    organization_id: organization.id,
    id: part.reviewId,
    batch_id: part.batchId,
    account_id: account.id,
    member_id: me.memberId,
    reviewer_name: account.name,
    reviewer_email: account.email,
    scope: JSON.stringify(part.scope),
    scope_name: name,
    started_at: new Date(part.startedAt),
    as_of: part.asOf,
    as_of_hash: event?.hash ?? genesisHash,
    total: part.total,
    created_at: caller.now,
  });
}

import type { Input } from "#contract/operations.ts";
import { isOwnerClass } from "#domain/policy/policy.ts";
import { changedReviewers, mostReviewers, reviewerState } from "#domain/review/reviewers.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { refuse } from "../dispatch/fault-error.ts";
import { invalid } from "../operations/invalid.ts";
import {
  everAmong,
  updateSchedule,
  type NamedReviewer,
  type ScheduleRow,
} from "../storage/queries/review-schedules.ts";
import { tellOfReview } from "./remind.ts";

type Change = Omit<Input<"reviewSchedule.changeReviewers">, "organizationId">;

/** The people behind some ids, refused unless each is an active member who may review. */
export async function requireReviewers(
  { db, organization, policy }: OrganizationContext,
  memberIds: readonly string[],
  path: string,
): Promise<NamedReviewer[]> {
  if (memberIds.length === 0) return [];
  const people = await everAmong(db, organization.id, memberIds);
  if (people.filter((person) => reviewerState(policy, person) === "reminded").length < memberIds.length) {
    invalid(path, "cannotReview", "Each must be an active member who may review access");
  }
  return people;
}

/**
 * Names reviewers, or no longer. Whoever is new learns at once of what others were reminded of before; owners were
 * reminded anyway.
 */
export async function changeReviewers(
  context: OrganizationContext,
  row: ScheduleRow,
  change: Change,
): Promise<ScheduleRow> {
  const { db, organization, policy } = context;
  const { named, added } = changedReviewers(row.reviewer_ids, change);
  if (added.length === 0 && named.length === row.reviewer_ids.length) {
    refuse({ kind: "conflict", code: "stateMoved" });
  }
  const newcomers = await requireReviewers(context, added, "add");
  const present = new Set((await everAmong(db, organization.id, named)).filter(isThere).map(({ id }) => id));
  const reviewerIds = named.filter((id) => present.has(id));
  if (reviewerIds.length > mostReviewers) refuse({ kind: "limitReached", limit: "size" });
  await updateSchedule(db, organization.id, { reviewer_ids: reviewerIds });
  if (row.reminded !== null) {
    const told = newcomers.filter(({ role }) => !isOwnerClass(policy, role));
    await tellOfReview(db, organization, told, { dueOn: row.next_due_on, reminder: row.reminded });
  }
  return { ...row, reviewer_ids: reviewerIds };
}

const isThere = ({ status }: NamedReviewer): boolean => status !== "removed";

/** The names of the reviewers of a schedule, in the order in which they were named. */
export async function reviewersIn({ db }: OrganizationContext, row: ScheduleRow): Promise<string[]> {
  const people = await everAmong(db, row.organization_id, row.reviewer_ids);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return row.reviewer_ids.flatMap((id) => names.get(id) ?? []);
}

import type { DueReview, ReviewSchedule } from "#contract/entities/reviewSchedule.ts";
import type { Input } from "#contract/operations.ts";
import { canonicalText } from "#contract/reviewEvidence.ts";
import { byUrgency, isTold, overdueDays } from "#domain/review/due.ts";
import { reviewerState } from "#domain/review/reviewers.ts";
import { localTime } from "#domain/calendar/localDay.ts";
import { addDays } from "#domain/calendar/calendarDay.ts";
import { dueAfterFinishing, firstDueAfter } from "#domain/review/schedule.ts";
import type { AccountContext, OrganizationContext } from "../dispatch/contexts.ts";
import { loadPlaces, type Place } from "../people/managed.ts";
import { requireReviewers } from "./reviewers.ts";
import {
  everAmong,
  scheduleOf,
  schedulesOf,
  storeSchedule,
  timeZoneOf,
  timeZonesOf,
  updateSchedule,
  type ScheduleRow,
} from "../storage/queries/review-schedules.ts";
import type { ReviewRow } from "../storage/queries/reviews.ts";

type Plan = NonNullable<Input<"reviewSchedule.set">["plan"]>;

/** A schedule as its organization's members see it. */
export async function scheduleFor(
  { db, policy }: Pick<OrganizationContext, "db" | "policy">,
  row: ScheduleRow | undefined,
): Promise<ReviewSchedule | null> {
  if (row === undefined) return null;
  const reviewers = (await everAmong(db, row.organization_id, row.reviewer_ids)).flatMap(
    ({ id, account_id, name, ...place }) => {
      const state = reviewerState(policy, place);
      return state === null ? [] : [{ memberId: id, accountId: account_id, name, state }];
    },
  );
  return {
    rhythm: row.rhythm,
    firstDueOn: row.first_due_on,
    scope: row.scope,
    reviewers,
    nextDueOn: row.next_due_on,
    reminded: row.reminded,
  };
}

/** Stores a schedule; days that have passed are not caught up with, and what was told of a day is not told again. */
export async function setSchedule(
  context: OrganizationContext,
  plan: Plan,
  before: ScheduleRow | undefined,
): Promise<ScheduleRow> {
  const { db, organization, caller } = context;
  const reviewerIds = [...new Set(plan.reviewerIds ?? before?.reviewer_ids)];
  const named = before?.reviewer_ids ?? [];
  await requireReviewers(
    context,
    reviewerIds.filter((id) => !named.includes(id)),
    "plan.reviewerIds",
  );
  const timeZone = await timeZoneOf(db, organization.id);
  const today = localTime(caller.now.getTime(), timeZone).day;
  const nextDueOn = firstDueAfter(plan, addDays(today, -1));
  return storeSchedule(db, {
    organization_id: organization.id,
    rhythm: plan.rhythm,
    first_due_on: plan.firstDueOn,
    scope: JSON.stringify(plan.scope),
    reviewer_ids: reviewerIds,
    next_due_on: nextDueOn,
    reminded: before?.next_due_on === nextDueOn ? before.reminded : null,
  });
}

/** A finished review of all that the schedule asks for counts for what is due now or soon. */
export async function advanceSchedule(
  { db, organization, caller }: OrganizationContext,
  review: Pick<ReviewRow, "scope">,
): Promise<void> {
  const row = await scheduleOf(db, organization.id);
  if (row === undefined) return;
  if (review.scope.kind !== "all" && canonicalText(review.scope) !== canonicalText(row.scope)) return;
  const { day } = localTime(caller.now.getTime(), await timeZoneOf(db, organization.id));
  const next = dueAfterFinishing({ rhythm: row.rhythm, firstDueOn: row.first_due_on }, day, row.next_due_on);
  if (next !== row.next_due_on) await updateSchedule(db, organization.id, { next_due_on: next, reminded: null });
}

/** Reviews that are due within a week, or overdue, where the person is an owner or named as a reviewer. */
export async function dueReviews({ services, account, caller }: AccountContext): Promise<DueReview[]> {
  const { system } = services.pools;
  const places = new Map((await loadPlaces(system, account.id)).filter(isReviewed).map((place) => [place.id, place]));
  const ids = [...places.keys()];
  const [schedules, zones] = await Promise.all([schedulesOf(system, ids), timeZonesOf(system, ids)]);
  const due = schedules.flatMap((row): DueReview[] => {
    const place = places.get(row.organization_id);
    if (place === undefined) return [];
    const { policy, role, member_id: memberId } = place;
    if (!isTold(policy, { memberId, role }, row.reviewer_ids)) return [];
    const overdue = overdueDays(row.next_due_on, localTime(caller.now.getTime(), zones.get(place.id) ?? "UTC").day);
    if (overdue === null) return [];
    const { id: organizationId, name: organizationName } = place;
    return [{ organizationId, organizationName, scope: row.scope, dueOn: row.next_due_on, overdueDays: overdue }];
  });
  return due.sort(byUrgency);
}

const isReviewed = ({ status, organization_status }: Place): boolean =>
  status === "active" && organization_status === "active";

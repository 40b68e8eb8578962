import { answered } from "#contract/answer.ts";
import type { DueReview } from "#contract/entities/reviewSchedule.ts";
import { localTime } from "#domain/calendar/localDay.ts";
import { byUrgency, isTold, overdueDays } from "#domain/review/due.ts";
import type { OrganizationRows } from "../worker/rows.ts";
import type { AccountAnswer } from "./answer.ts";

/** What is due in one organization by its schedule; null where nothing is, or others are told of it. */
function dueIn({ facts: { organization, reviewSchedule }, policy }: OrganizationRows, now: Date): DueReview | null {
  const { id: organizationId, name: organizationName, me, purgeAt, timeZone } = organization;
  if (reviewSchedule === null || purgeAt !== null) return null;
  const { reviewers, nextDueOn: dueOn, scope } = reviewSchedule;
  const named = reviewers.map(({ memberId }) => memberId);
  const overdue = overdueDays(dueOn, localTime(now.getTime(), timeZone).day);
  if (overdue === null || !isTold(policy, me, named)) return null;
  return { organizationId, organizationName, scope, dueOn, overdueDays: overdue };
}

const listDue: AccountAnswer<"reviewSchedule.listDue"> = (kept) => {
  if (kept.organizations === null) return null;
  const due = kept.organizations.flatMap(({ id }) => {
    const rows = kept.rows(id);
    return (rows === null ? null : dueIn(rows, kept.now)) ?? [];
  });
  return answered({ items: due.sort(byUrgency) });
};

export const dueAnswers = { "reviewSchedule.listDue": listDue };

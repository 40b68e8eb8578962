import { accessEndProblem, hasEnded, type AccessEndProblem } from "#domain/accessEnd.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { requireLastingOwner } from "../lockout/lasting-owner.ts";
import { scheduleAccessEnd } from "../members/schedule-end.ts";
import { memberOf, updateMember, type MemberRow } from "../storage/queries/members.ts";
import { invalid } from "./invalid.ts";
import {
  endOf,
  factsOf,
  followsUntil,
  refuseTakingOwn,
  requireFreeSeat,
  started,
  target,
  targetOf,
} from "./member-target.ts";

const problems: Readonly<Record<AccessEndProblem, string>> = {
  past: "Choose a time that is still to come",
  tooFar: "Choose a time within the next ten years",
};

/** An end as given, or the fault `invalid`. */
export function readAccessEnd(given: string | null, now: Date): Date | null {
  if (given === null) return null;
  const until = new Date(given);
  const problem = accessEndProblem(until.getTime(), now.getTime());
  return problem === null ? until : invalid("accessUntil", problem, problems[problem]);
}

/** Whether it was the clock that took the access, written down or not. */
const endedByClock = ({ status, access_until: until }: MemberRow, now: Date): boolean =>
  status !== "removed" && hasEnded(until?.getTime() ?? null, now.getTime());

export const memberAccessEndHandlers = {
  "member.setAccessUntil": async (context, { memberId, accessUntil }) => {
    const { db, organization, caller } = context;
    const member = await target(context, memberId);
    context.require({ kind: "setAccessUntil", target: factsOf(member), ends: accessUntil !== null });
    const until = readAccessEnd(accessUntil, caller.now);
    if (until?.getTime() === member.access_until?.getTime()) {
      invalid("accessUntil", "nothingToChange", "Nothing differs from what is stored");
    }
    if (until !== null) refuseTakingOwn(context, member.account_id);
    const returns = endedByClock(member, caller.now) && member.status === "deactivated";
    if (returns) requireFreeSeat(organization);
    const status = returns ? "active" : member.status;
    const row = await updateMember(db, organization.id, member.id, { access_until: until, status });
    if (until !== null) {
      if (row.owner_class) await requireLastingOwner(context);
      await scheduleAccessEnd(db, organization.id, until);
    }
    const state = (stored: MemberRow) => ({
      accessUntil: endOf(stored),
      ...(returns ? { status: stored.status } : {}),
    });
    return {
      events: [{ target: targetOf(row), before: state(member), after: state(row) }],
      notices: row.status === "active" ? [returns ? started(row) : followsUntil(row)] : [],
      output: () => memberOf(row),
      outputReads: true,
    };
  },
} satisfies Partial<Handlers>;

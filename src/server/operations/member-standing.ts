import { seats } from "#domain/membership.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { admitWaiting } from "../invitations/seat-waiting.ts";
import { memberOf, updateMember } from "../storage/queries/members.ts";
import { factsOf, target, targetOf } from "./member-target.ts";

/** Taking access for a while and giving it back; the row, with its role, stays. */
export const memberStandingHandlers = {
  "member.deactivate": async (context, { memberId }) => {
    const { db, organization, caller } = context;
    const member = await target(context, memberId);
    context.require({ kind: "deactivate", target: factsOf(member) });
    const row = await updateMember(db, organization.id, member.id, { status: "deactivated" });
    return {
      events: [{ target: targetOf(row), before: { status: member.status }, after: { status: row.status } }],
      notices: [{ type: "membershipEnded", organizationId: organization.id, accountId: member.account_id }],
      output: async () => {
        await admitWaiting(db, organization.id, { requestId: caller.requestId, at: caller.now });
        return memberOf(row);
      },
    };
  },
  "member.reactivate": async (context, { memberId }) => {
    const { db, organization } = context;
    const member = await target(context, memberId);
    context.require({ kind: "reactivate", target: factsOf(member) });
    if (member.status !== "deactivated") refuse({ kind: "conflict", code: "notDeactivated" });
    const { seatsLimit: limit, activeMembers: active } = organization;
    if (seats({ limit, active, pending: 0 }).free === 0) refuse({ kind: "limitReached", limit: "seats" });
    const row = await updateMember(db, organization.id, member.id, { status: "active" });
    return {
      events: [{ target: targetOf(row), before: { status: member.status }, after: { status: row.status } }],
      notices: [{ type: "membershipStarted", organizationId: organization.id, accountId: member.account_id }],
      output: () => memberOf(row),
    };
  },
} satisfies Partial<Handlers>;

import { foldEmail } from "#domain/email.ts";
import { reinstatementPeriod, seats } from "#domain/membership.ts";
import { isOwnerClass } from "#domain/policy/policy.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import type { Notice } from "../feed/notices.ts";
import { admitWaiting } from "../invitations/seat-waiting.ts";
import { spendPending } from "../storage/queries/invitations.ts";
import { memberOf, updateMember, type MemberRow } from "../storage/queries/members.ts";
import { factsOf, target, targetOf } from "./member-target.ts";

/** Ends a membership: access is gone with the commit, and whoever waits for the seat gets it. */
async function end(context: OrganizationContext, member: MemberRow) {
  const { db, organization, caller } = context;
  const { role, status } = member;
  const row = await updateMember(db, organization.id, member.id, {
    status: "removed",
    former_role: role,
    removed_at: caller.now,
  });
  const notice: Notice = {
    type: "membershipEnded",
    organizationId: organization.id,
    accountId: member.account_id,
  };
  return {
    events: [{ target: targetOf(row), before: { role, status }, after: { status: "removed" } }] as const,
    notices: [notice],
    output: async () => {
      await admitWaiting(db, organization.id, { requestId: caller.requestId, at: caller.now });
      return memberOf(row);
    },
  };
}

export const memberCommandHandlers = {
  "member.changeRole": async (context, { memberId, role }) => {
    const { db, organization, policy } = context;
    const member = await target(context, memberId);
    context.require({ kind: "changeRole", target: factsOf(member), to: role });
    if (member.role === role) refuse({ kind: "conflict", code: "sameRole" });
    const set = { role, owner_class: isOwnerClass(policy, role) };
    const row = await updateMember(db, organization.id, member.id, set);
    return {
      events: [{ target: targetOf(row), before: { role: member.role }, after: { role } }],
      output: () => memberOf(row),
    };
  },
  "member.remove": async (context, { memberId }) => {
    const member = await target(context, memberId);
    context.require({ kind: "remove", target: factsOf(member) });
    return end(context, member);
  },
  "member.leave": async (context) => {
    context.require({ kind: "leave" });
    return end(context, await target(context, context.me.memberId));
  },
  "member.reinstate": async (context, { memberId }) => {
    const { db, organization, policy, caller } = context;
    const member = await target(context, memberId);
    const role = member.former_role ?? member.role;
    context.require({ kind: "reinstate", target: factsOf(member), role });
    if (member.status !== "removed" || member.removed_at === null) refuse({ kind: "conflict", code: "notRemoved" });
    if (caller.now.getTime() >= (member.removed_at?.getTime() ?? 0) + reinstatementPeriod) {
      refuse({ kind: "conflict", code: "reinstatementExpired" });
    }
    const { seatsLimit: limit, activeMembers: active } = organization;
    if (seats({ limit, active, pending: 0 }).free === 0) refuse({ kind: "limitReached", limit: "seats" });
    const row = await updateMember(db, organization.id, member.id, {
      status: "active",
      role,
      owner_class: isOwnerClass(policy, role),
      removed_at: null,
      former_role: null,
    });
    const address = foldEmail(member.email);
    if (address.ok) await spendPending(db, organization.id, address.folded, caller.now);
    return {
      events: [{ target: targetOf(row), before: { status: "removed" }, after: { status: "active", role } }],
      notices: [{ type: "membershipStarted", organizationId: organization.id, accountId: member.account_id }],
      output: () => memberOf(row),
    };
  },
} satisfies Partial<Handlers>;

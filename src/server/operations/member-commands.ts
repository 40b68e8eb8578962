import { reinstatementPeriod } from "#domain/membership.ts";
import { isOwnerClass } from "#domain/policy/policy.ts";
import { overtake } from "../approvals/close.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { guardLeaving, guardOwnership } from "../lockout/guard.ts";
import { admitThen } from "../invitations/seat-waiting.ts";
import { spendOpenOf } from "../invitations/spend.ts";
import { mailRoleChanged } from "../members/role-changed.ts";
import { tellOwners } from "../members/tell-owners.ts";
import { memberOf, statusBeforeRemoval, updateMember, type MemberRow } from "../storage/queries/members.ts";
import { setMemberAccess } from "../storage/queries/workspace-access.ts";
import { recorded } from "../workspaces/access.ts";
import { invitedAccess } from "../workspaces/invited.ts";
import {
  ended,
  factsOf,
  lasting,
  refuseTakingOwn,
  requireFreeSeat,
  started,
  target,
  targetOf,
} from "./member-target.ts";

/** Ends a membership: access is gone with the commit, and whoever waits for the seat gets it. */
async function end(context: OrganizationContext, member: MemberRow, left: boolean) {
  const { db, organization, caller } = context;
  const { role, status } = member;
  refuseTakingOwn(context, member.account_id);
  // Sent together, in this order: what reads after the removal sees it.
  const removal = { status: "removed", former_role: role, removed_at: caller.now, left_themselves: left } as const;
  const [row, guarded, overtaken] = await Promise.all([
    updateMember(db, organization.id, member.id, removal),
    left ? guardLeaving(context, member) : guardOwnership(context, member),
    overtake(context, member.id),
  ]);
  return {
    events: [
      { target: targetOf(row), before: { role, status }, after: { status: "removed", ...guarded } },
      ...overtaken,
    ] as const,
    notices: [ended(row)],
    ...admitThen(context, memberOf(row)),
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
    const [guarded, overtaken, notices] = await Promise.all([
      set.owner_class ? {} : guardOwnership(context, member),
      overtake(context, row.id),
      tellOwners(context, member, role),
      mailRoleChanged(context, row),
    ]);
    return {
      events: [{ target: targetOf(row), before: { role: member.role }, after: { role, ...guarded } }, ...overtaken],
      notices,
      output: () => memberOf(row),
      outputReads: true,
    };
  },
  "member.remove": async (context, { memberId }) => {
    const member = await target(context, memberId);
    context.require({ kind: "remove", target: factsOf(member) });
    return end(context, member, false);
  },
  "member.leave": async (context) => {
    const member = await target(context, context.me.memberId);
    context.require({ kind: "leave", ends: factsOf(member).ends });
    return end(context, member, true);
  },
  "member.reinstate": async (context, { memberId, role: otherRole, workspaceAccess }) => {
    const { db, organization, policy, caller } = context;
    const member = await target(context, memberId);
    const role = otherRole ?? member.former_role ?? member.role;
    context.require({ kind: "reinstate", target: factsOf(member), role });
    if (member.status !== "removed" || member.removed_at === null) refuse({ kind: "conflict", code: "notRemoved" });
    if (caller.now.getTime() >= (member.removed_at?.getTime() ?? 0) + reinstatementPeriod) {
      refuse({ kind: "conflict", code: "reinstatementExpired" });
    }
    if (member.left_themselves) refuse({ kind: "conflict", code: "leftThemselves" });
    // Whoever was deactivated when they were removed is so again: bringing back gives no more than was taken.
    const status = await statusBeforeRemoval(db, organization.id, member.id);
    if (status === "active") requireFreeSeat(organization);
    const giving = await invitedAccess(context, { role, workspaceAccess });
    if (giving !== null) await setMemberAccess(db, organization.id, member.id, giving.access);
    const row = await updateMember(db, organization.id, member.id, {
      ...lasting(member, caller.now),
      status,
      role,
      owner_class: isOwnerClass(policy, role),
      removed_at: null,
      former_role: null,
    });
    const spent = await spendOpenOf(db, row, caller.now);
    return {
      events: [
        {
          target: targetOf(row),
          before: { status: "removed" },
          after: { status, role, ...(giving === null ? {} : recorded(giving.access, giving.slugs)) },
        },
        ...spent,
      ],
      notices: status === "active" ? [started(row)] : [],
      output: () => memberOf(row),
      outputReads: true,
    };
  },
} satisfies Partial<Handlers>;

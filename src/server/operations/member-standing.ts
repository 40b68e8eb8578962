import { overtake } from "../approvals/close.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { guardOwnership } from "../lockout/guard.ts";
import { admitThen } from "../invitations/seat-waiting.ts";
import { memberOf, updateMember } from "../storage/queries/members.ts";
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

/** Taking access for a while and giving it back; the row, with its role, stays. */
export const memberStandingHandlers = {
  "member.deactivate": async (context, { memberId }) => {
    const { db, organization } = context;
    const member = await target(context, memberId);
    context.require({ kind: "deactivate", target: factsOf(member) });
    refuseTakingOwn(context, member.account_id);
    // Sent together, in this order: what reads after the change sees it.
    const [row, guarded, overtaken] = await Promise.all([
      updateMember(db, organization.id, member.id, { status: "deactivated" }),
      guardOwnership(context, member),
      overtake(context, member.id),
    ]);
    const after = { status: row.status, ...guarded };
    return {
      events: [{ target: targetOf(row), before: { status: member.status }, after }, ...overtaken],
      notices: [ended(row)],
      ...admitThen(context, memberOf(row)),
    };
  },
  "member.reactivate": async (context, { memberId }) => {
    const { db, organization, caller } = context;
    const member = await target(context, memberId);
    context.require({ kind: "reactivate", target: factsOf(member) });
    if (member.status !== "deactivated") refuse({ kind: "conflict", code: "notDeactivated" });
    requireFreeSeat(organization);
    const row = await updateMember(db, organization.id, member.id, {
      ...lasting(member, caller.now),
      status: "active",
    });
    return {
      events: [{ target: targetOf(row), before: { status: member.status }, after: { status: row.status } }],
      notices: [started(row)],
      output: () => memberOf(row),
      outputReads: true,
    };
  },
} satisfies Partial<Handlers>;

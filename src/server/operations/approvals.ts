import { requestLife } from "#domain/approvals.ts";
import { isOwnerClass } from "#domain/policy/policy.ts";
import { closeRequest, endIfOver, overtake, requestTarget } from "../approvals/close.ts";
import { mailEnding, tellApprovers } from "../approvals/letters.ts";
import type { AuditEntry } from "../dispatch/audit.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { found, refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { mailRoleChanged } from "../members/role-changed.ts";
import { newId } from "../storage/ids.ts";
import { updateMember } from "../storage/queries/members.ts";
import {
  endOf,
  insertRequest,
  pendingForMember,
  requestById,
  requestOf,
  type RequestRow,
} from "../storage/queries/role-requests.ts";
import { cleaned } from "./invalid.ts";
import { factsOf, target } from "./member-target.ts";

const reasonRule = { max: 500, multiline: true, optional: true } as const;

/** A request that the caller may answer, still pending under the organization's lock. */
async function answerable(context: OrganizationContext, id: string): Promise<RequestRow> {
  const { db, organization } = context;
  const row = found(await requestById(db, organization.id, id), "roleRequest");
  context.require({ kind: "answerRequest", requesterId: row.requester_id, to: row.to_role });
  return row.status === "pending" ? row : refuse({ kind: "conflict", code: "requestOver" });
}

/** An earlier request for the person stands in the way only while it can be approved. */
async function clearTheWay(context: OrganizationContext, memberId: string): Promise<AuditEntry[]> {
  const earlier = await pendingForMember(context.db, context.organization.id, memberId);
  if (earlier === undefined) return [];
  return [(await endIfOver(context, earlier)) ?? refuse({ kind: "conflict", code: "requestPending" })];
}

const told = { approve: "approved", decline: "declined", expire: "expired", overtake: "overtaken" } as const;

/** Closes a request and tells who made it. */
async function answer(context: OrganizationContext, open: RequestRow, act: keyof typeof told, reason = "") {
  const { db, organization, policy, me, account, caller } = context;
  const by = act === "approve" || act === "decline" ? me.memberId : null;
  const { row, event } = await closeRequest(db, open, act, { at: caller.now, by, reason });
  await mailEnding(db, organization.name, policy, row, { how: told[act], byName: account.name, reason });
  return { events: [event] as const, output: () => requestOf(row) };
}

/** What became of it meanwhile comes first: a request that cannot be approved any more is closed, and says so. */
async function closedAlready(context: OrganizationContext, row: RequestRow) {
  const { organization, policy, caller } = context;
  const act = endOf(policy, row, organization, caller.now);
  return act === null ? null : answer(context, row, act);
}

export const approvalHandlers = {
  "approval.request": async (context, { memberId, role, reason }) => {
    const { db, organization, me, caller } = context;
    const member = await target(context, memberId);
    context.require({ kind: "requestRole", target: factsOf(member), to: role });
    const ended = await clearTheWay(context, memberId);
    const id = newId();
    await insertRequest(db, {
      organization_id: organization.id,
      id,
      member_id: memberId,
      requester_id: me.memberId,
      from_role: member.role,
      to_role: role,
      reason: cleaned("reason", reason, reasonRule),
      created_at: caller.now,
      expires_at: new Date(caller.now.getTime() + requestLife),
    });
    const row = found(await requestById(db, organization.id, id), "roleRequest");
    const after = {
      status: row.status,
      requestedRole: role,
      expiresAt: row.expires_at.toISOString(),
      ...(row.reason === "" ? {} : { reason: row.reason }),
    };
    return {
      events: [{ target: requestTarget(row), before: { role: member.role }, after }, ...ended],
      notices: await tellApprovers(context, row),
      output: () => requestOf(row),
    };
  },
  "approval.approve": async (context, { approvalId }) => {
    const { db, organization, policy } = context;
    const open = await answerable(context, approvalId);
    const moved = await closedAlready(context, open);
    if (moved !== null) return moved;
    const member = await target(context, open.member_id);
    const role = open.to_role;
    context.require({ kind: "changeRole", target: factsOf(member), to: role });
    const row = await updateMember(db, organization.id, member.id, { role, owner_class: isOwnerClass(policy, role) });
    await mailRoleChanged(context, row);
    const approved = await answer(context, open, "approve");
    const changed: AuditEntry = {
      action: "member.roleChanged",
      target: requestTarget(open),
      before: { role: open.from_role },
      after: { role, requestedBy: open.requester_name },
    };
    return { ...approved, events: [...approved.events, changed, ...(await overtake(context, member.id))] };
  },
  "approval.decline": async (context, { approvalId, reason }) => {
    const open = await answerable(context, approvalId);
    const words = cleaned("reason", reason, reasonRule);
    return (await closedAlready(context, open)) ?? answer(context, open, "decline", words);
  },
  "approval.cancel": async (context, { approvalId }) => {
    const { db, organization, me, caller } = context;
    const open = await requestById(db, organization.id, approvalId);
    // For anybody else it is not there to be taken back.
    if (open?.requester_id !== me.memberId) return refuse({ kind: "notFound", what: "roleRequest" });
    const { row, event } = await closeRequest(db, open, "cancel", { at: caller.now, by: me.memberId });
    return { events: [event], output: () => requestOf(row) };
  },
} satisfies Partial<Handlers>;

import { formerOwnerRole } from "#domain/ownership.ts";
import { overtake } from "../approvals/close.ts";
import type { AuditEntry } from "../dispatch/audit.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { guardOwnership } from "../lockout/guard.ts";
import type { Notice } from "../feed/notices.ts";
import { ended, endOf, followsUntil, refuseTakingOwn, target, targetOf } from "../operations/member-target.ts";
import { updateMember, type MemberRow } from "../storage/queries/members.ts";
import type { TransferRow } from "../storage/queries/ownership-transfers.ts";
import { transferTarget } from "./target.ts";

export interface HandedOver {
  readonly events: readonly [AuditEntry, ...AuditEntry[]];
  readonly notices: readonly Notice[];
}

/** A person always keeps their own organization (`requirements/002…`), so they cannot give it away and leave. */
export function refuseLeavingOwn(
  context: Pick<OrganizationContext, "underLock">,
  accountId: string,
  formerOwner: TransferRow["former_owner"],
): void {
  if (formerOwner === "leaves") refuseTakingOwn(context, accountId);
}

/**
 * Makes one person the owner and the other no longer one. Both writes commit together or not at all. Somebody must stay
 * in charge, so ownership is for good: an end of the new owner's access goes.
 */
export async function handOver(context: OrganizationContext, row: TransferRow): Promise<HandedOver> {
  const { db, organization, policy } = context;
  const role = policy.preset.creatorRole;
  const [heir, former] = [await target(context, row.to_member_id), await target(context, row.from_member_id)];
  const owner = await updateMember(db, organization.id, heir.id, { role, owner_class: true, access_until: null });
  const steppedDown = await stepDown(context, row, former);
  // Whoever leaves by themselves is not brought back.
  const guarded = row.former_owner === "leaves" ? {} : await guardOwnership(context, former);
  const ends = (member: MemberRow) => (heir.access_until === null ? {} : { accessUntil: endOf(member) });
  return {
    events: [
      {
        target: transferTarget(row),
        before: { role: heir.role, owner: former.name, ...ends(heir) },
        after: { role, owner: heir.name, formerOwner: row.former_owner, ...ends(owner), ...guarded },
      },
      steppedDown,
      ...(await overtake(context, former.id)),
      ...(await overtake(context, heir.id)),
    ],
    notices: row.former_owner === "stays" ? [followsUntil(owner)] : [followsUntil(owner), ended(former)],
  };
}

async function stepDown(
  { db, organization, policy, caller }: OrganizationContext,
  { former_owner: chosen }: TransferRow,
  former: MemberRow,
): Promise<AuditEntry> {
  const { role: was, status } = former;
  if (chosen === "leaves") {
    const left = { status: "removed", former_role: was, removed_at: caller.now, left_themselves: true } as const;
    await updateMember(db, organization.id, former.id, left);
    return {
      action: "member.left",
      target: targetOf(former),
      before: { role: was, status },
      after: { status: "removed" },
    };
  }
  const role = formerOwnerRole(policy);
  await updateMember(db, organization.id, former.id, { role, owner_class: false });
  return { action: "member.roleChanged", target: targetOf(former), before: { role: was }, after: { role } };
}

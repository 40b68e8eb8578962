import { formerOwnerRole } from "#domain/ownership.ts";
import { overtake } from "../approvals/close.ts";
import type { AuditEntry } from "../dispatch/audit.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { guardOwnership } from "../lockout/guard.ts";
import type { Notice } from "../feed/notices.ts";
import { refuseTakingOwn } from "../operations/member-target.ts";
import { updateMember } from "../storage/queries/members.ts";
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

/** Makes one person the owner and the other no longer one. Both writes commit together or not at all. */
export async function handOver(context: OrganizationContext, row: TransferRow): Promise<HandedOver> {
  const { db, organization, policy } = context;
  const role = policy.preset.creatorRole;
  await updateMember(db, organization.id, row.to_member_id, { role, owner_class: true });
  const former = await stepDown(context, row);
  const owner = { id: row.from_member_id, name: row.from_name, role: row.from_role, status: row.from_status };
  const guarded = await guardOwnership(context, owner);
  return {
    events: [
      {
        target: transferTarget(row),
        before: { role: row.to_role, owner: row.from_name },
        after: { role, owner: row.to_name, formerOwner: row.former_owner, ...guarded },
      },
      former,
      ...(await overtake(context, row.from_member_id)),
      ...(await overtake(context, row.to_member_id)),
    ],
    notices:
      row.former_owner === "stays"
        ? []
        : [{ type: "membershipEnded", organizationId: organization.id, accountId: row.from_account_id }],
  };
}

async function stepDown(
  { db, organization, policy, caller }: OrganizationContext,
  row: TransferRow,
): Promise<AuditEntry> {
  const target = { type: "member", id: row.from_member_id, name: row.from_name } as const;
  const before = { role: row.from_role, status: row.from_status };
  if (row.former_owner === "leaves") {
    const left = { status: "removed", former_role: row.from_role, removed_at: caller.now } as const;
    await updateMember(db, organization.id, row.from_member_id, left);
    return { action: "member.left", target, before, after: { status: "removed" } };
  }
  const role = formerOwnerRole(policy);
  await updateMember(db, organization.id, row.from_member_id, { role, owner_class: false });
  return { action: "member.roleChanged", target, before: { role: row.from_role }, after: { role } };
}

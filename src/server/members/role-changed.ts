import { roleOf } from "#domain/policy/policy.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import type { MemberRow } from "../storage/queries/members.ts";
import { mailMembers } from "./letters.ts";

/** Tells a member of their new role, unless they took it themselves. */
export async function mailRoleChanged(context: OrganizationContext, member: MemberRow): Promise<void> {
  const { db, organization, policy, account } = context;
  if (member.account_id === account.id) return;
  const role = roleOf(policy, member.role);
  await mailMembers(
    db,
    organization.id,
    { memberIds: [member.id] },
    {
      letter: "roleChanged",
      organizationName: organization.name,
      byName: account.name,
      roleName: role?.name ?? member.role,
      roleDescription: role?.toHolder ?? "",
    },
  );
}

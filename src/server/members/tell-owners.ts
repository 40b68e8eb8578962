import { ownersAreTold } from "#domain/policy/reach.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import type { Notice } from "../feed/notices.ts";
import { enqueueLetter } from "../jobs/mail-job.ts";
import { ownersOfTeam } from "../storage/queries/deletions.ts";
import type { MemberRow } from "../storage/queries/members.ts";

/** Tells every owner that an Admin gave another a lower role: by mail, which nobody can turn off, and on their desktops. */
export async function tellOwners(
  { db, organization, policy, account, me }: OrganizationContext,
  member: MemberRow,
  to: string,
): Promise<Notice[]> {
  if (member.id === me.memberId || !ownersAreTold(policy, me.role, member.role)) return [];
  const facts = {
    organizationName: organization.name,
    byName: account.name,
    memberName: member.name,
    fromRoleName: nameOfRole(policy, member.role),
    toRoleName: nameOfRole(policy, to),
  };
  const owners = await ownersOfTeam(db, organization.id);
  for (const { email, name } of owners) await enqueueLetter(db, { letter: "adminDemoted", to: email, name, ...facts });
  return owners.map(({ account_id: accountId }) => ({
    type: "adminDemoted",
    accountId,
    organizationId: organization.id,
    ...facts,
  }));
}

import { confirmationPeriod, needsConfirmation } from "#domain/lockout.ts";
import type { MemberStatus } from "#domain/policy/decision.ts";
import { isOwnerClass } from "#domain/policy/policy.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { enqueueLetter } from "../jobs/mail-job.ts";
import { newId } from "../storage/ids.ts";
import { ownersOfTeam } from "../storage/queries/deletions.ts";
import { administratorsOf, openGuard } from "../storage/queries/lockout-guards.ts";

/** A member as they were before a change that takes power from them. */
export interface BeforeLoss {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly status: MemberStatus;
}

/**
 * Call it after a change that takes power: where it took an owner's, and too few are left who can surely sign in, it is
 * undone unless one of them confirms it. Answers what the audit event says of it.
 */
export async function guardOwnership(
  { db, organization, policy, account, caller }: OrganizationContext,
  former: BeforeLoss,
): Promise<{ readonly confirmBy?: string }> {
  if (former.status !== "active" || !isOwnerClass(policy, former.role)) return {};
  const left = await administratorsOf(db, organization.id);
  if (!needsConfirmation(left, caller.now.getTime())) return {};
  const confirmBy = new Date(caller.now.getTime() + confirmationPeriod);
  await openGuard(db, {
    organization_id: organization.id,
    id: newId(),
    member_id: former.id,
    former_role: former.role,
    by_name: account.name,
    created_at: caller.now,
    confirm_by: confirmBy,
  });
  for (const { email: to, name } of await ownersOfTeam(db, organization.id)) {
    await enqueueLetter(db, {
      letter: "confirmOwnership",
      to,
      name,
      organizationName: organization.name,
      formerName: former.name,
      confirmBy: confirmBy.toISOString(),
    });
  }
  return { confirmBy: confirmBy.toISOString() };
}

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

type Context = Pick<OrganizationContext, "db" | "organization" | "policy" | "account" | "caller">;

/** What the audit event of a change says where it waits for a confirmation. */
export interface Guarded {
  readonly confirmBy?: string;
}

/**
 * Call it after a change that takes power: where it took an owner's, and too few are left who can surely sign in, it is
 * undone unless one of them confirms it. Answers what the audit event says of it.
 */
export const guardOwnership = (context: Context, former: BeforeLoss): Promise<Guarded> =>
  guardOwners(context, [former]);

/** The same after a change that takes power from several at once; each of them is confirmed or undone. */
export async function guardOwners(context: Context, people: readonly BeforeLoss[]): Promise<Guarded> {
  const { db, organization, policy, account, caller } = context;
  const former = people.filter(({ status, role }) => status === "active" && isOwnerClass(policy, role));
  if (former.length === 0) return {};
  const left = await administratorsOf(db, organization.id);
  if (!needsConfirmation(left, caller.now.getTime())) return {};
  const confirmBy = new Date(caller.now.getTime() + confirmationPeriod);
  for (const { id, role } of former) {
    await openGuard(db, {
      organization_id: organization.id,
      id: newId(),
      member_id: id,
      former_role: role,
      by_name: account.name,
      created_at: caller.now,
      confirm_by: confirmBy,
    });
  }
  await mailConfirmation(context, former, confirmBy);
  return { confirmBy: confirmBy.toISOString() };
}

async function mailConfirmation({ db, organization }: Context, former: readonly BeforeLoss[], confirmBy: Date) {
  const told = { organizationName: organization.name, confirmBy: confirmBy.toISOString() };
  for (const { email: to, name } of await ownersOfTeam(db, organization.id)) {
    for (const { name: formerName } of former) {
      await enqueueLetter(db, { letter: "confirmOwnership", to, name, formerName, ...told });
    }
  }
}

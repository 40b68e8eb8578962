import { confirmationPeriod, mayLeave, needsConfirmation } from "#domain/lockout.ts";
import type { MemberStatus } from "#domain/policy/decision.ts";
import { isOwnerClass, type Policy } from "#domain/policy/policy.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { refuse } from "../dispatch/fault-error.ts";
import { enqueueLetter } from "../jobs/mail-job.ts";
import type { Db } from "../storage/database.ts";
import { newId } from "../storage/ids.ts";
import { ownersOf } from "../storage/queries/deletions.ts";
import { administratorsOf, openGuard, overtakeGuard } from "../storage/queries/lockout-guards.ts";
import { requireLastingOwner } from "./lasting-owner.ts";

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
 * @throws FaultError `lastOwner` where no owner is left whose access does not end
 */
export const guardOwnership = (context: Context, former: BeforeLoss): Promise<Guarded> =>
  guardOwners(context, [former]);

/** The same after a change that takes power from several at once; each of them is confirmed or undone. */
export async function guardOwners(context: Context, people: readonly BeforeLoss[]): Promise<Guarded> {
  const { db, organization, policy, account, caller } = context;
  const former = ownersAmong(policy, people);
  if (former.length === 0) return {};
  const loss = { db, organization, byName: account.name, now: caller.now };
  return (await Promise.all([guardLoss(loss, former), requireLastingOwner(context)]))[0];
}

/**
 * Call it after somebody left by themselves, which nobody undoes.
 * @throws FaultError `lastOwner`, or `ownersAway` where nobody is left who can surely sign in
 */
export async function guardLeaving(context: Context, former: BeforeLoss): Promise<Guarded> {
  const { db, organization, policy, caller } = context;
  await overtakeGuard(db, organization.id, former.id, caller.now);
  if (ownersAmong(policy, [former]).length === 0) return {};
  const [left] = await Promise.all([administratorsOf(db, organization.id), requireLastingOwner(context)]);
  return mayLeave(left, caller.now.getTime()) ? {} : refuse({ kind: "conflict", code: "ownersAway" });
}

/** Those of them who had an owner's power. */
export const ownersAmong = <Person extends BeforeLoss>(policy: Policy, people: readonly Person[]): Person[] =>
  people.filter(({ status, role }) => status === "active" && isOwnerClass(policy, role));

/** An organization some of whose owners have lost their power; nobody took it where their access ended by itself. */
export interface Loss {
  readonly db: Db;
  readonly organization: { readonly id: string; readonly name: string };
  readonly byName: string | null;
  readonly now: Date;
}

/** Has the loss of these owners confirmed where too few are left who can surely sign in. */
export async function guardLoss(loss: Loss, former: readonly BeforeLoss[]): Promise<Guarded> {
  const { db, organization, byName, now } = loss;
  const left = await administratorsOf(db, organization.id);
  if (!needsConfirmation(left, byName === null ? "date" : "act", now.getTime())) {
    // They had become owners again since an earlier loss that still waits: this one stays.
    for (const { id } of former) await overtakeGuard(db, organization.id, id, now);
    return {};
  }
  const confirmBy = new Date(now.getTime() + confirmationPeriod);
  for (const { id, role } of former) {
    await openGuard(db, {
      organization_id: organization.id,
      id: newId(),
      member_id: id,
      former_role: role,
      by_name: byName,
      created_at: now,
      confirm_by: confirmBy,
    });
  }
  await mailConfirmation(loss, former, confirmBy);
  return { confirmBy: confirmBy.toISOString() };
}

async function mailConfirmation({ db, organization }: Loss, former: readonly BeforeLoss[], confirmBy: Date) {
  const told = { organizationName: organization.name, confirmBy: confirmBy.toISOString() };
  for (const { email: to, name } of await ownersOf(db, organization.id)) {
    for (const { name: formerName } of former) {
      await enqueueLetter(db, { letter: "confirmOwnership", to, name, formerName, ...told });
    }
  }
}

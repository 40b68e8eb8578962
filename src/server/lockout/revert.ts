import { seats } from "#domain/membership.ts";
import { isOwnerClass } from "#domain/policy/policy.ts";
import { append, lockLivingChain } from "../dispatch/audit.ts";
import type { Db } from "../storage/database.ts";
import { storedPolicy } from "../dispatch/organization-context.ts";
import type { Moment } from "../invitations/expire.ts";
import { spendOpenOf } from "../invitations/spend.ts";
import { enqueueLetter } from "../jobs/mail-job.ts";
import { lasting, started } from "../operations/member-target.ts";
import { endGuard, endOf, guardById, type GuardRow } from "../storage/queries/lockout-guards.ts";
import { updateMember } from "../storage/queries/members.ts";
import { joiningFacts, type JoiningFacts } from "../storage/queries/organization-facts.ts";

/** Nobody's act: nobody confirmed in time. */
const clock = { accountId: null, name: "Orgdesk" };

/**
 * Undoes a change of ownership that nobody confirmed, unless the former owner left by themselves. It waits while the
 * organization is deleted and while no seat is free for the former owner; the next tidying tries again.
 */
export async function revertIfDue(db: Db, organizationId: string, guardId: string, moment: Moment): Promise<void> {
  const head = await lockLivingChain(db, organizationId);
  if (head === null) return;
  const guard = await guardById(db, organizationId, guardId);
  if (guard === undefined) return;
  const end = endOf(guard, moment.at);
  if (end === null) return;
  if (end === "overtaken") return endGuard(db, guard, end, moment.at);
  const facts = await joiningFacts(db, organizationId);
  const policy = storedPolicy(facts);
  // Another preset may have come meanwhile: then an owner's power comes back under its name there.
  const role = isOwnerClass(policy, guard.former_role) ? guard.former_role : policy.preset.creatorRole;
  if (facts.status !== "active" || !hasRoom(facts, guard)) return;
  const back = { status: "active", role, owner_class: true, removed_at: null, former_role: null } as const;
  const row = await updateMember(db, organizationId, guard.member_id, { ...lasting(guard, moment.at), ...back });
  await endGuard(db, guard, end, moment.at);
  const { name, email: to } = guard;
  await enqueueLetter(db, { letter: "ownershipRestored", to, name, organizationName: facts.name });
  const event = {
    target: { type: "member", id: guard.member_id, name: guard.name } as const,
    before: { role: guard.role, status: guard.status },
    after: { role, status: "active" },
  };
  const spent = await spendOpenOf(db, row, moment.at);
  await append(db, head, "lockout.reverted", [event, ...spent], { actor: clock, ...moment }, [started(row)]);
}

/** Whoever is active keeps their seat. */
function hasRoom(facts: JoiningFacts, { status }: GuardRow): boolean {
  const { free } = seats({ limit: facts.seats_limit, active: facts.active_members, pending: 0 });
  return status === "active" || free === null || free > 0;
}

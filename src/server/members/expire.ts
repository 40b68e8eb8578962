import { endReminderLead } from "#domain/accessEnd.ts";
import { append, lockLivingChain, type AuditEntry } from "../dispatch/audit.ts";
import type { Db } from "../storage/database.ts";
import { storedPolicy } from "../dispatch/organization-context.ts";
import type { Moment } from "../invitations/expire.ts";
import { admitWaiting } from "../invitations/seat-waiting.ts";
import { guardLoss, ownersAmong } from "../lockout/guard.ts";
import { ended, targetOf } from "../operations/member-target.ts";
import { endOverdue, takeEndsToTell } from "../storage/queries/ending-access.ts";
import { joiningFacts } from "../storage/queries/organization-facts.ts";
import { mailMembers, managersOf } from "./letters.ts";

/** Nobody's act: the time passed. */
const clock = { accountId: null, name: "Orgdesk" };

/** How many memberships one transaction ends: the organization's commands wait for it. */
const together = 100;

/**
 * Writes down that access ended whose time has come: the event, the seat, whoever waits for it. Requests were refused
 * from the instant itself; false when none is left.
 */
export async function expireAccess(db: Db, organizationId: string, moment: Moment): Promise<boolean> {
  const head = await lockLivingChain(db, organizationId);
  if (head === null) return false;
  const members = await endOverdue(db, organizationId, moment.at, together);
  if (members.length === 0) return false;
  const facts = await joiningFacts(db, organizationId);
  const organization = { id: organizationId, name: facts.name };
  const owners = ownersAmong(
    storedPolicy(facts),
    members.map((row) => ({ ...row, status: "active" as const })),
  );
  const loss = { db, organization, byName: null, now: moment.at };
  const guarded = owners.length === 0 ? {} : await guardLoss(loss, owners);
  const events = members.map((row): AuditEntry => ({
    target: targetOf(row),
    before: { status: "active", accessUntil: row.access_until?.toISOString() ?? null },
    after: { status: "deactivated", ...(owners.some(({ id }) => id === row.id) ? guarded : {}) },
  }));
  await append(db, head, "member.accessExpired", events, { actor: clock, ...moment }, members.map(ended));
  await admitWaiting(db, organizationId, moment);
  const memberIds = members.map(({ id }) => id);
  await mailMembers(db, organizationId, { memberIds }, { letter: "accessEnded", organizationName: facts.name });
  return members.length === together;
}

/** Tells members whose access ends within a week, and those who could lengthen it, once for each end. */
export async function remindOfEnds(db: Db, organizationId: string, now: Date): Promise<void> {
  if ((await lockLivingChain(db, organizationId)) === null) return;
  const members = await takeEndsToTell(db, organizationId, new Date(now.getTime() + endReminderLead));
  const facts = await joiningFacts(db, organizationId);
  for (const { id, name, access_until: until } of members) {
    if (until === null || until <= now) continue;
    const news = {
      letter: "accessEnding" as const,
      organizationName: facts.name,
      memberName: name,
      until: until.toISOString(),
    };
    await mailMembers(db, organizationId, { memberIds: [id] }, { ...news, own: true });
    await mailMembers(db, organizationId, managersOf(storedPolicy(facts)), { ...news, own: false }, [id]);
  }
}

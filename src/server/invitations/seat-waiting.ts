import { seats } from "#domain/membership.ts";
import { append, lockChain } from "../dispatch/audit.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import type { Done } from "../dispatch/handlers.ts";
import type { Db } from "../storage/database.ts";
import { updateInvitation, waitingAcceptances, type InvitationRow } from "../storage/queries/invitations.ts";
import { joiningFacts } from "../storage/queries/organization-facts.ts";
import { admit } from "./admit.ts";
import { unbackedAmong } from "./backing.ts";
import { recordExpired, type Moment } from "./expire.ts";

/**
 * Lets in those who wait for a seat, longest first, while there are free ones. Call it from the `output` of a command
 * that may have freed one: a command writes one kind of event, and each joining is an event of its own after it, by
 * the person who accepted.
 */
export async function admitWaiting(db: Db, organizationId: string, moment: Moment): Promise<void> {
  const facts = await joiningFacts(db, organizationId);
  // Nobody joins a deleted organization; restoring it lets them in.
  if (facts.status !== "active") return;
  const count = { limit: facts.seats_limit, active: facts.active_members, pending: facts.pending_invitations };
  const { free } = seats(count);
  if (free === null || free === 0) return;
  const waiting = await waitingAcceptances(db, organizationId, moment.at, free);
  const unbacked = await unbackedAmong(db, organizationId, facts, waiting);
  for (const invitation of waiting) {
    if (unbacked.includes(invitation)) continue;
    const accountId = acceptedBy(invitation);
    const { member, event, notice } = await admit(db, facts, invitation, accountId, moment.at);
    const head = await lockChain(db, organizationId);
    await append(db, head, "member.joined", [event], { actor: { accountId, name: member.name }, ...moment }, [notice]);
  }
  if (unbacked.length === 0) return;
  // Their seats are for the next in line. Whoever may send them brings them to life again.
  for (const { id } of unbacked) await updateInvitation(db, organizationId, id, over);
  await recordExpired(db, organizationId, unbacked, moment);
  await admitWaiting(db, organizationId, moment);
}

const over = { status: "expired", waiting_for_seat: false } as const;

/**
 * The same as the output of a command: its answer, at once where there is no limit, so that nobody waits, as the lock
 * tells already.
 */
export function admitThen<Answer>(
  { db, organization, caller }: Pick<OrganizationContext, "db" | "organization" | "caller">,
  answer: Answer,
): Pick<Done<Answer>, "output" | "outputReads"> {
  if (organization.seatsLimit === null) return { output: () => answer, outputReads: true };
  const moment = { requestId: caller.requestId, at: caller.now };
  return { output: () => admitWaiting(db, organization.id, moment).then(() => answer) };
}

function acceptedBy({ accepted_account_id: accountId }: InvitationRow): string {
  if (accountId === null) throw new Error("An acceptance waits for a seat, but nobody accepted");
  return accountId;
}

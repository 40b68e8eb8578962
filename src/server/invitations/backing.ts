import { isBacked } from "#domain/invitationBacking.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { refuse } from "../dispatch/fault-error.ts";
import { storedPolicy, type StoredRules } from "../dispatch/organization-context.ts";
import type { Db } from "../storage/database.ts";
import type { InvitationRow } from "../storage/queries/invitations.ts";
import { standingsOf } from "../storage/queries/members.ts";

/** Whoever sends an invitation, or brings it to life again, stands for it from then on. */
export const backedBy = ({ account }: Pick<OrganizationContext, "account">) => ({
  invited_by_account_id: account.id,
  invited_by_name: account.name,
});

type Backed = Pick<InvitationRow, "role" | "invited_by_account_id">;

/** @throws FaultError where nobody stands for an invitation any more */
export async function requireBacked(
  db: Db,
  organizationId: string,
  rules: StoredRules,
  invitation: Backed,
): Promise<void> {
  const unbacked = await unbackedAmong(db, organizationId, rules, [invitation]);
  if (unbacked.length > 0) refuse({ kind: "conflict", code: "inviterMayNot" });
}

/**
 * Those of an organization's invitations that nobody stands for: who does could not send them any more, being demoted,
 * removed or without access. Authority is judged when access is given, so no invitation outlives it.
 */
export async function unbackedAmong<Invitation extends Backed>(
  db: Db,
  organizationId: string,
  rules: StoredRules,
  invitations: readonly Invitation[],
): Promise<Invitation[]> {
  const inviters = invitations.map((invitation) => invitation.invited_by_account_id);
  const standings = await standingsOf(db, organizationId, [...new Set(inviters)]);
  const policy = storedPolicy(rules);
  return invitations.filter(({ role, invited_by_account_id: inviter }) => {
    return !isBacked(policy, standings.get(inviter) ?? null, role);
  });
}

import type { OrganizationContext } from "../dispatch/contexts.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { digestOf, newToken } from "../dispatch/token.ts";
import { backedBy } from "../invitations/backing.ts";
import { changed, conflict, isOpen, loadInvitation, loadToRenew, makeRoom } from "../invitations/manage.ts";
import { expiryFrom, mailInvitation } from "../invitations/send.ts";
import { isOverdue, updateInvitation, type InvitationRow } from "../storage/queries/invitations.ts";

const lifeOf = ({ expires_at }: InvitationRow) => ({ expiresAt: expires_at.toISOString() });

/** Gives an invitation another 7 days. One that has expired comes back, unless its address is taken by now. */
async function renew(
  context: OrganizationContext,
  id: string,
  link: { readonly token_digest: Buffer; readonly sent_at: Date } | null,
) {
  const { db, organization, caller } = context;
  const invitation = await loadToRenew(context, id);
  const hasExpired = invitation.status === "expired" || isOverdue(invitation, caller.now);
  if (!hasExpired && !isOpen(invitation, caller.now)) conflict("invitationNotPending");
  const expired = invitation.status === "expired" ? await makeRoom(context, invitation) : [];
  const life = { status: "pending" as const, expires_at: expiryFrom(caller.now), ...backedBy(context) };
  const sent = link === null ? {} : { ...link, resent_count: invitation.resent_count + 1 };
  const row = await updateInvitation(db, organization.id, id, { ...life, ...sent });
  return { row, done: changed(context, row, { before: lifeOf(invitation), after: lifeOf(row) }, expired) };
}

export const invitationCommandHandlers = {
  "invitation.resend": async (context, { invitationId }) => {
    const token = newToken();
    const link = { token_digest: digestOf(token), sent_at: context.caller.now };
    const { row, done } = await renew(context, invitationId, link);
    await mailInvitation(context, row, token);
    return done;
  },
  "invitation.extend": async (context, { invitationId }) => (await renew(context, invitationId, null)).done,
  "invitation.revoke": async (context, { invitationId }) => {
    const { db, organization, caller } = context;
    const invitation = await loadInvitation(context, invitationId);
    if (!isOpen(invitation, caller.now) && !invitation.waiting_for_seat) conflict("invitationNotPending");
    const answer = { waiting_for_seat: false, accepted_at: null, accepted_account_id: null };
    const row = await updateInvitation(db, organization.id, invitationId, { status: "revoked", ...answer });
    return changed(context, row, { before: { status: "pending" }, after: { status: "revoked" } });
  },
  "invitation.reinstate": async (context, { invitationId }) => {
    const { db, organization, caller } = context;
    const invitation = await loadToRenew(context, invitationId);
    if (invitation.status !== "revoked") conflict("invitationNotPending");
    if (invitation.expires_at <= caller.now) conflict("invitationExpired");
    const expired = await makeRoom(context, invitation);
    const again = { status: "pending", ...backedBy(context) } as const;
    const row = await updateInvitation(db, organization.id, invitationId, again);
    return changed(context, row, { before: { status: "revoked" }, after: { status: "pending" } }, expired);
  },
} satisfies Partial<Handlers>;

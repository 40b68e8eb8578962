import { invitationLife } from "#domain/membership.ts";
import type { WorkspaceAccess } from "#domain/workspaceAccess.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { digestOf, newToken } from "../dispatch/token.ts";
import { enqueueLetter } from "../jobs/mail-job.ts";
import { newId } from "../storage/ids.ts";
import { insertInvitations } from "../storage/queries/invitation-writes.ts";
import type { InvitationRow } from "../storage/queries/invitations.ts";
import { chooseForInvitations } from "../storage/queries/workspace-access.ts";
import type { ListedAddress } from "./addresses.ts";

export type Invitable = Extract<ListedAddress, { why: null }>;

export interface Offer {
  readonly role: string;
  readonly message: string;
  readonly access: WorkspaceAccess;
  readonly accessUntil: Date | null;
}

/** Writes invitations for these addresses and mails their links. Of a token only the digest is stored. */
export async function sendInvitations(
  context: Pick<OrganizationContext, "db" | "account" | "organization" | "policy" | "caller">,
  addresses: readonly Invitable[],
  { role, message, access, accessUntil }: Offer,
): Promise<Map<string, InvitationRow>> {
  const { db, account, organization, caller } = context;
  const drafts = addresses.map((address) => ({ ...address, token: newToken() }));
  const sent = await insertInvitations(
    db,
    drafts.map(({ email, folded, token }) => ({
      organization_id: organization.id,
      id: newId(),
      email,
      email_folded: folded,
      role,
      token_digest: digestOf(token),
      message,
      invited_by_account_id: account.id,
      invited_by_name: account.name,
      created_at: caller.now,
      sent_at: caller.now,
      expires_at: expiryFrom(caller.now),
      workspace_scope: access.scope,
      workspace_future: access.future,
      workspace_since: access.since,
      access_until: accessUntil,
    })),
  );
  const ids = [...sent.values()].map(({ id }) => id);
  await chooseForInvitations(db, organization.id, ids, access.workspaceIds);
  await Promise.all(
    drafts.flatMap(({ folded, token }) => {
      const row = sent.get(folded);
      return row === undefined ? [] : [mailInvitation(context, row, token)];
    }),
  );
  return sent;
}

export const expiryFrom = (now: Date): Date => new Date(now.getTime() + invitationLife);

/** Mails the link of an invitation. The token leaves the outbox with the letter. */
export async function mailInvitation(
  { db, account, organization, policy }: Pick<OrganizationContext, "db" | "account" | "organization" | "policy">,
  invitation: InvitationRow,
  token: string,
): Promise<void> {
  const role = policy.roles.get(invitation.role);
  await enqueueLetter(db, {
    letter: "invitation",
    to: invitation.email,
    organizationName: organization.name,
    inviterName: account.name,
    roleName: role?.name ?? invitation.role,
    roleDescription: role?.description ?? "",
    message: invitation.message,
    token,
    expiresAt: invitation.expires_at.toISOString(),
  });
}

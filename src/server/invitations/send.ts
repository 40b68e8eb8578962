import { invitationLife } from "#domain/membership.ts";
import type { WorkspaceAccess } from "#domain/workspaceAccess.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { digestOf, newToken } from "../dispatch/token.ts";
import type { Insertable } from "kysely";
import { enqueueLetter, enqueueLetters } from "../jobs/mail-job.ts";
import type { Letter } from "../mail/letter.ts";
import { newId } from "../storage/ids.ts";
import type { InvitationsTable } from "../storage/tables/organization.ts";
import { insertInvitations } from "../storage/queries/invitation-writes.ts";
import type { InvitationRow } from "../storage/queries/invitations.ts";
import { chooseForInvitations } from "../storage/queries/workspace-access.ts";
import type { ListedAddress } from "./addresses.ts";
import { backedBy } from "./backing.ts";

export type Invitable = Extract<ListedAddress, { why: null }>;

export interface Offer {
  readonly role: string;
  readonly message: string;
  readonly access: WorkspaceAccess;
  readonly accessUntil: Date | null;
}

/** An address and what it is offered. */
export type Offered = Invitable & { readonly offer: Offer };

type Sender = Pick<OrganizationContext, "db" | "account" | "organization" | "policy" | "caller">;

/** Writes these invitations and mails their links. Of a token only the digest is stored. */
export async function sendInvitations(
  context: Sender,
  offered: readonly Offered[],
): Promise<Map<string, InvitationRow>> {
  const { db, organization } = context;
  const drafts = offered.map((address) => ({ ...address, token: newToken() }));
  const sent = await insertInvitations(
    db,
    drafts.map((draft) => rowOf(context, draft)),
  );
  const written = drafts.flatMap((draft) => {
    const row = sent.get(draft.folded);
    return row === undefined ? [] : [{ ...draft, row }];
  });
  const choices = written.flatMap(({ row, offer }) =>
    offer.access.workspaceIds.map((workspaceId) => ({ invitationId: row.id, workspaceId })),
  );
  await Promise.all([
    chooseForInvitations(db, organization.id, choices),
    enqueueLetters(
      db,
      written.map(({ row, token }) => letterOf(context, row, token)),
    ),
  ]);
  return sent;
}

function rowOf(
  { account, organization, caller }: Sender,
  { email, folded, token, offer }: Offered & { readonly token: string },
): Insertable<InvitationsTable> {
  const { role, message, access, accessUntil } = offer;
  return {
    organization_id: organization.id,
    id: newId(),
    email,
    email_folded: folded,
    role,
    token_digest: digestOf(token),
    message,
    ...backedBy({ account }),
    created_at: caller.now,
    sent_at: caller.now,
    expires_at: expiryFrom(caller.now),
    workspace_scope: access.scope,
    workspace_future: access.future,
    workspace_since: access.since,
    access_until: accessUntil,
  };
}

export const expiryFrom = (now: Date): Date => new Date(now.getTime() + invitationLife);

type Writer = Pick<OrganizationContext, "account" | "organization" | "policy">;

/** Mails the link of an invitation. The token leaves the outbox with the letter. */
export async function mailInvitation(
  context: Writer & Pick<OrganizationContext, "db">,
  invitation: InvitationRow,
  token: string,
): Promise<void> {
  await enqueueLetter(context.db, letterOf(context, invitation, token));
}

function letterOf({ account, organization, policy }: Writer, invitation: InvitationRow, token: string): Letter {
  const role = policy.roles.get(invitation.role);
  return {
    letter: "invitation",
    to: invitation.email,
    organizationName: organization.name,
    inviterName: account.name,
    roleName: role?.name ?? invitation.role,
    roleDescription: role?.toHolder ?? "",
    message: invitation.message,
    token,
    expiresAt: invitation.expires_at.toISOString(),
  };
}

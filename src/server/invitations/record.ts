import { seats } from "#domain/membership.ts";
import type { AuditEntry } from "../dispatch/audit.ts";
import type { Notice } from "../feed/notices.ts";
import type { AuthenticatedOrganization } from "../storage/authenticate.ts";
import type { InvitationRow } from "../storage/queries/invitations.ts";
import { recorded, type Giving } from "../workspaces/access.ts";

/** What the audit log keeps of an invitation that was sent. */
export const sentEvent = (row: InvitationRow, giving: Giving | null): AuditEntry => ({
  target: { type: "invitation", id: row.id, name: row.email },
  before: null,
  after: {
    email: row.email,
    role: row.role,
    expiresAt: row.expires_at.toISOString(),
    ...(row.access_until === null ? {} : { accessUntil: row.access_until.toISOString() }),
    ...(giving === null ? {} : recorded(giving.access, giving.slugs)),
  },
});

/** What people who are signed in somewhere hear of their invitations. */
export const invitedNotices = (organization: { readonly name: string }, sent: Iterable<InvitationRow>): Notice[] =>
  Array.from(sent, (row) => ({
    type: "invited",
    emailFolded: row.email_folded,
    invitationId: row.id,
    organizationName: organization.name,
  }));

/** How many more people can join, invited or not; null without a limit. */
export const freeSeats = ({ seatsLimit: limit, activeMembers: active }: AuthenticatedOrganization): number | null =>
  seats({ limit, active, pending: 0 }).free;

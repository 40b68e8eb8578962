import { seats } from "#domain/membership.ts";
import { noAccess } from "#domain/workspaceAccess.ts";
import type { AuditEntry } from "../dispatch/audit.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import type { Notice } from "../feed/notices.ts";
import { issuesOf, passOver, readAddresses, type ListedAddress } from "../invitations/addresses.ts";
import { recordExpired } from "../invitations/expire.ts";
import { sendInvitations, type Invitable } from "../invitations/send.ts";
import { invitationOf, markExpired, pendingFor, type InvitationRow } from "../storage/queries/invitations.ts";
import { membersAmong } from "../storage/queries/members.ts";
import { joiningFacts } from "../storage/queries/organization-facts.ts";
import { recorded, type Giving } from "../workspaces/access.ts";
import { invitedAccess } from "../workspaces/invited.ts";
import { readAccessEnd } from "./member-access-end.ts";
import { cleaned } from "./invalid.ts";

const isInvitable = (address: ListedAddress): address is Invitable => address.why === null;

const sentEvent = (row: InvitationRow, giving: Giving | null): AuditEntry => ({
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

export const invitationHandlers = {
  "invitation.send": async (context, input) => {
    const { db, organization, caller } = context;
    context.require({ kind: "invite", role: input.role });
    const message = cleaned("message", input.message, { max: 1000, multiline: true, optional: true });
    const giving = await invitedAccess(context, input);
    const accessUntil = readAccessEnd(input.accessUntil, caller.now);
    const listed = readAddresses(input.emails);
    const asked = listed.filter(isInvitable).map(({ folded }) => folded);
    if (asked.length === 0) refuse({ kind: "invalid", issues: issuesOf(listed) });
    const expired = await markExpired(db, organization.id, caller.now, { emailsFolded: asked });
    const [members, pending] = await Promise.all([
      membersAmong(db, organization.id, asked),
      pendingFor(db, organization.id, asked),
    ]);
    const invited = new Set(pending.map((row) => row.email_folded));
    const addresses = passOver(listed, { members, invited });
    const free = addresses.filter(isInvitable);
    if (free.length === 0) refuse({ kind: "invalid", issues: issuesOf(addresses) });
    const sent = await sendInvitations(context, free, {
      role: input.role,
      message,
      access: giving?.access ?? noAccess,
      accessUntil,
    });
    const [first, ...rest] = [...sent.values()];
    if (first === undefined) throw new Error("No invitation was written");
    const notices = [...sent.values()].map((row): Notice => ({
      type: "invited",
      emailFolded: row.email_folded,
      invitationId: row.id,
      organizationName: organization.name,
    }));
    return {
      events: [sentEvent(first, giving), ...rest.map((row) => sentEvent(row, giving))],
      notices,
      output: async () => {
        await recordExpired(db, organization.id, expired, { requestId: caller.requestId, at: caller.now });
        const facts = await joiningFacts(db, organization.id);
        const { free: seatsFree } = seats({
          limit: facts.seats_limit,
          active: facts.active_members,
          pending: facts.pending_invitations,
        });
        return { outcomes: addresses.map((address) => outcomeOf(address, sent, caller.now)), seatsFree };
      },
    };
  },
} satisfies Partial<Handlers>;

function outcomeOf(address: ListedAddress, sent: ReadonlyMap<string, InvitationRow>, now: Date) {
  if (address.why !== null) return { result: "skipped" as const, email: address.given, why: address.why };
  const row = sent.get(address.folded);
  if (row === undefined) throw new Error("An invitation was not written");
  return { result: "sent" as const, email: address.email, invitation: invitationOf(row, now) };
}

import { noAccess } from "#domain/workspaceAccess.ts";
import { refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { issuesOf, passOver, readAddresses, type ListedAddress } from "../invitations/addresses.ts";
import { recordExpired } from "../invitations/expire.ts";
import { freeSeats, invitedNotices, sentEvent } from "../invitations/record.ts";
import { sendInvitations, type Invitable } from "../invitations/send.ts";
import { invitationOf, markExpired, type InvitationRow } from "../storage/queries/invitations.ts";
import { takenAddresses } from "../storage/queries/taken-addresses.ts";
import { invitedAccess } from "../workspaces/invited.ts";
import { readAccessEnd } from "./member-access-end.ts";
import { cleaned } from "./invalid.ts";

const isInvitable = (address: ListedAddress): address is Invitable => address.why === null;

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
    const { overdue, ...taken } = await takenAddresses(db, organization.id, asked, caller.now);
    const emailsFolded = [...overdue];
    const expired = overdue.size === 0 ? [] : await markExpired(db, organization.id, caller.now, { emailsFolded });
    const addresses = passOver(listed, taken);
    const free = addresses.filter(isInvitable);
    if (free.length === 0) refuse({ kind: "invalid", issues: issuesOf(addresses) });
    const offer = { role: input.role, message, access: giving?.access ?? noAccess, accessUntil };
    const sent = await sendInvitations(
      context,
      free.map((address) => ({ ...address, offer })),
    );
    const [first, ...rest] = [...sent.values()];
    if (first === undefined) throw new Error("No invitation was written");
    return {
      events: [sentEvent(first, giving), ...rest.map((row) => sentEvent(row, giving))],
      notices: invitedNotices(organization, sent.values()),
      output: async () => {
        await recordExpired(db, organization.id, expired, { requestId: caller.requestId, at: caller.now });
        const outcomes = addresses.map((address) => outcomeOf(address, sent, caller.now));
        return { outcomes, seatsFree: freeSeats(organization) };
      },
    };
  },
} satisfies Partial<Handlers>;

function outcomeOf(address: ListedAddress, sent: ReadonlyMap<string, InvitationRow>, now: Date) {
  if (address.why !== null) return { result: "skipped" as const, email: address.given, why: address.why };
  const row = sent.get(address.folded);
  if (row === undefined) throw new Error("An invitation was not written");
  return { result: "sent" as const, email: address.email, invitation: invitationOf(row, now, true) };
}

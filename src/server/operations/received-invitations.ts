import type { Fault } from "#contract/fault.ts";
import type { AuditedAccountContext } from "../dispatch/contexts.ts";
import { found, refuse } from "../dispatch/fault-error.ts";
import type { Handlers } from "../dispatch/handlers.ts";
import { digestOf } from "../dispatch/token.ts";
import { joinByInvitation } from "../invitations/accept.ts";
import { answerable, endedAs, verifiedAddress } from "../invitations/answer.ts";
import { requireBacked } from "../invitations/backing.ts";
import { receivedOf } from "../invitations/received.ts";
import { invitationById, isOverdue, updateInvitation } from "../storage/queries/invitations.ts";
import {
  placeOfReceived,
  placeOfToken,
  receivedByToken,
  type InvitationPlace,
} from "../storage/queries/received-invitations.ts";

const expired: Fault = { kind: "conflict", code: "invitationExpired" };

/** The place of an invitation in the person's inbox. Another's is as unknown as one that does not exist. */
async function inboxPlace({ services, account }: AuditedAccountContext, id: string): Promise<InvitationPlace> {
  const address = verifiedAddress(account);
  return found(address === null ? null : await placeOfReceived(services.pools.system, id, address), "invitation");
}

async function accept(context: AuditedAccountContext, place: InvitationPlace) {
  const { db, account, caller } = context;
  await context.enter(place.organizationId);
  const person = { accountId: account.id, name: account.name, emailFolded: verifiedAddress(account) };
  const { acceptance, events, notices } = await joinByInvitation(db, person, place, caller.now);
  return { organizationId: place.organizationId, events, notices, output: () => acceptance };
}

export const receivedInvitationHandlers = {
  "invitation.preview": async ({ db, caller }, { token }) => {
    const row = found(await receivedByToken(db, digestOf(token)), "invitation");
    if (row.status !== "pending") refuse({ kind: "conflict", code: endedAs[row.status] });
    if (isOverdue(row, caller.now)) refuse(expired);
    await requireBacked(db, row.organization_id, row, row);
    return receivedOf(row);
  },
  "invitation.accept": async (context, { token }) => {
    const place = found(await placeOfToken(context.services.pools.system, digestOf(token)), "invitation");
    return accept(context, place);
  },
  "invitation.acceptReceived": async (context, { invitationId }) =>
    accept(context, await inboxPlace(context, invitationId)),
  "invitation.declineReceived": async (context, { invitationId }) => {
    const { db, account, caller } = context;
    const { organizationId } = await inboxPlace(context, invitationId);
    await context.enter(organizationId);
    const row = await invitationById(db, organizationId, invitationId);
    const { id, email } = answerable(row, verifiedAddress(account), caller.now);
    const answer = { waiting_for_seat: false, accepted_at: null, accepted_account_id: null };
    await updateInvitation(db, organizationId, id, { status: "declined", ...answer });
    return {
      organizationId,
      events: [
        {
          target: { type: "invitation", id, name: email },
          before: { status: "pending" },
          after: { status: "declined" },
        },
      ],
      output: () => ({ declined: true as const }),
    };
  },
} satisfies Partial<Handlers>;

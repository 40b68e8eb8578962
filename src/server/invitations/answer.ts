import type { Fault } from "#contract/fault.ts";
import { foldEmail } from "#domain/email.ts";
import { found, refuse } from "../dispatch/fault-error.ts";
import { isOverdue, type InvitationRow } from "../storage/queries/invitations.ts";

type ConflictCode = Extract<Fault, { kind: "conflict" }>["code"];

/** What an invitation that has ended answers. */
export const endedAs: Readonly<Record<Exclude<InvitationRow["status"], "pending">, ConflictCode>> = {
  accepted: "invitationSpent",
  declined: "invitationDeclined",
  revoked: "invitationRevoked",
  expired: "invitationExpired",
};

/**
 * Refuses an answer to an invitation by anybody but the invited, verified address, and to one that has ended.
 * The address comes first: whoever it is not for learns nothing of its state (attack case 2).
 */
export function answerable(row: InvitationRow | undefined, emailFolded: string | null, now: Date): InvitationRow {
  const invitation = found(row, "invitation");
  if (emailFolded === null || invitation.email_folded !== emailFolded) {
    return refuse({ kind: "conflict", code: "invitationForAnotherAddress" });
  }
  if (invitation.status !== "pending") return refuse({ kind: "conflict", code: endedAs[invitation.status] });
  if (isOverdue(invitation, now)) return refuse({ kind: "conflict", code: "invitationExpired" });
  return invitation;
}

/** The address of a person as invitations are compared by, or null while it is not verified. */
export function verifiedAddress(account: { readonly email: string; readonly emailVerified: boolean }): string | null {
  if (!account.emailVerified) return null;
  const folded = foldEmail(account.email);
  return folded.ok ? folded.folded : null;
}

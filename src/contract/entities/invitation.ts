import { z } from "zod";
import { id, instant } from "../scalars.ts";

export const invitationStatuses = ["pending", "accepted", "declined", "revoked", "expired"] as const;

/** An invitation as the organization sees it. The token is known to the mail alone. */
export const Invitation = z.object({
  id,
  organizationId: id,
  email: z.string(),
  role: z.string(),
  status: z.enum(invitationStatuses),
  message: z.string(),
  invitedBy: z.object({ accountId: id.nullable(), name: z.string() }),
  createdAt: instant,
  sentAt: instant,
  expiresAt: instant,
  /** An acceptance came while no seat was free; it completes when one is. */
  waitingForSeat: z.boolean(),
  /** When the access that it gives ends by itself; null where it has no end. */
  accessUntil: instant.nullable(),
  /**
   * It is open, and nobody joins by it: whoever stands for it could no longer give its role. Whoever may give it sends it
   * again.
   */
  inviterMayNot: z.boolean(),
});
export type Invitation = z.infer<typeof Invitation>;

/** An invitation as the invited person sees it, in the inbox or behind the link. */
export const ReceivedInvitation = z.object({
  id,
  organizationName: z.string(),
  /** The digest of the organization's logo; null without one. */
  logo: z.string().nullable().default(null),
  preset: z.string(),
  role: z.string(),
  roleName: z.string(),
  /** What the role gives, said to the invited person; empty where nobody described it. */
  roleDescription: z.string().default(""),
  invitedByName: z.string(),
  email: z.string(),
  message: z.string(),
  expiresAt: instant,
});
export type ReceivedInvitation = z.infer<typeof ReceivedInvitation>;

/** What became of one address of an invitation list. */
export const InvitationOutcome = z.discriminatedUnion("result", [
  z.object({ result: z.literal("sent"), email: z.string(), invitation: Invitation }),
  z.object({
    result: z.literal("skipped"),
    email: z.string(),
    why: z.enum(["alreadyMember", "alreadyInvited", "repeated", "invalid"]),
  }),
]);
export type InvitationOutcome = z.infer<typeof InvitationOutcome>;

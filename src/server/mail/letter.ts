import { reminders } from "#domain/review/schedule.ts";
import { z } from "zod";

const person = { to: z.string(), name: z.string() };

/** What can be mailed, with the facts of each letter; `messages.ts` turns it into words. */
export const letterSchema = z.discriminatedUnion("letter", [
  z.object({ letter: z.literal("verifyEmail"), ...person, code: z.string(), minutes: z.number() }),
  z.object({ letter: z.literal("resetPassword"), ...person, code: z.string(), minutes: z.number() }),
  z.object({ letter: z.literal("addressInUse"), ...person }),
  z.object({ letter: z.literal("passwordChanged"), ...person, at: z.iso.datetime() }),
  z.object({
    letter: z.literal("twoFactorChanged"),
    ...person,
    what: z.enum(["turnedOn", "turnedOff"]),
    at: z.iso.datetime(),
  }),
  z.object({
    letter: z.literal("invitation"),
    to: z.string(),
    organizationName: z.string(),
    inviterName: z.string(),
    roleName: z.string(),
    /** What the role gives, said to the invited person; empty where nobody described it. */
    roleDescription: z.string(),
    message: z.string(),
    token: z.string(),
    expiresAt: z.iso.datetime(),
  }),
  z.object({
    letter: z.literal("ownershipOffered"),
    ...person,
    organizationName: z.string(),
    fromName: z.string(),
    formerOwner: z.enum(["stays", "leaves"]),
    expiresAt: z.iso.datetime(),
  }),
  z.object({
    letter: z.literal("ownershipTransferred"),
    ...person,
    organizationName: z.string(),
    fromName: z.string(),
    toName: z.string(),
  }),
  z.object({
    letter: z.literal("ownershipOfferEnded"),
    ...person,
    organizationName: z.string(),
    toName: z.string(),
    how: z.enum(["declined", "cancelled", "expired"]),
  }),
  z.object({
    letter: z.literal("roleRequested"),
    ...person,
    organizationName: z.string(),
    requesterName: z.string(),
    memberName: z.string(),
    roleName: z.string(),
    reason: z.string(),
    expiresAt: z.iso.datetime(),
  }),
  z.object({
    letter: z.literal("roleRequestEnded"),
    ...person,
    organizationName: z.string(),
    memberName: z.string(),
    roleName: z.string(),
    how: z.enum(["approved", "declined", "expired", "overtaken"]),
    /** Who answered; nobody, where the time passed. */
    byName: z.string(),
    reason: z.string(),
  }),
  z.object({
    letter: z.literal("confirmOwnership"),
    ...person,
    organizationName: z.string(),
    formerName: z.string(),
    confirmBy: z.iso.datetime(),
  }),
  z.object({ letter: z.literal("ownershipRestored"), ...person, organizationName: z.string() }),
  z.object({
    letter: z.literal("organizationDeletion"),
    ...person,
    organizationName: z.string(),
    byName: z.string(),
    what: z.enum(["scheduled", "restored", "purged"]),
    purgeAt: z.iso.datetime(),
  }),
  z.object({ letter: z.literal("waitingForSeat"), ...person, organizationName: z.string() }),
  z.object({
    letter: z.literal("welcome"),
    ...person,
    organizationId: z.uuid(),
    organizationName: z.string(),
    roleName: z.string(),
    roleDescription: z.string(),
    workspaces: z.object({ all: z.boolean(), future: z.boolean(), names: z.array(z.string()), more: z.int() }),
  }),
  z.object({
    letter: z.literal("roleChanged"),
    ...person,
    organizationName: z.string(),
    byName: z.string(),
    roleName: z.string(),
    roleDescription: z.string(),
  }),
  z.object({
    letter: z.literal("adminDemoted"),
    ...person,
    organizationName: z.string(),
    byName: z.string(),
    memberName: z.string(),
    fromRoleName: z.string(),
    toRoleName: z.string(),
  }),
  z.object({
    letter: z.literal("accessEnding"),
    ...person,
    organizationName: z.string(),
    memberName: z.string(),
    /** Whether it goes to the member themselves, or to those in charge. */
    own: z.boolean(),
    until: z.iso.datetime(),
  }),
  z.object({ letter: z.literal("accessEnded"), ...person, organizationName: z.string() }),
  z.object({
    letter: z.literal("memberJoined"),
    ...person,
    organizationName: z.string(),
    memberName: z.string(),
    roleName: z.string(),
  }),
  z.object({
    letter: z.literal("reviewDue"),
    ...person,
    organizationName: z.string(),
    dueOn: z.string(),
    reminder: z.enum(reminders),
  }),
  z.object({ letter: z.literal("seatNeeded"), ...person, organizationName: z.string(), memberName: z.string() }),
]);

export type Letter = z.infer<typeof letterSchema>;
export type InvitationLetter = Extract<Letter, { letter: "invitation" }>;

import { notificationKinds } from "#domain/memberNotifications.ts";
import { onboardingSteps } from "#domain/onboarding.ts";
import { z } from "zod";
import { prose } from "../scalars.ts";

const revision = z.int().min(0);

/** How to reach a member and what they do (`requirements/004…`, 'Contact information'). */
export const ContactFields = z.object({
  phone: z
    .string()
    .trim()
    .regex(/^(?:\+?[0-9][0-9 ()./-]{2,38})?$/, "Give a telephone number, for example +49 30 901820"),
  jobTitle: prose(100),
  department: prose(100),
});
export type ContactFields = z.infer<typeof ContactFields>;

/** Contact fields as stored. `revision` grows with every change of them; a change names the one it was made on. */
export const MemberContact = ContactFields.extend({ revision });
export type MemberContact = z.infer<typeof MemberContact>;

/** What those in charge wrote about a member. Never shown to the member. */
export const MemberNotes = z.object({ text: z.string(), revision });
export type MemberNotes = z.infer<typeof MemberNotes>;

/** The mails of an organization that a member has turned off. */
export const NotificationPreferences = z.object({ muted: z.array(z.enum(notificationKinds)) });
export type NotificationPreferences = z.infer<typeof NotificationPreferences>;

/** The checklist of a new member. */
export const Onboarding = z.object({ shown: z.boolean(), done: z.array(z.enum(onboardingSteps)) });
export type Onboarding = z.infer<typeof Onboarding>;

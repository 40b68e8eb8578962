import { notificationKinds } from "#domain/memberNotifications.ts";
import { seenSteps } from "#domain/onboarding.ts";
import { z } from "zod";
import { Member } from "../entities/member.ts";
import {
  ContactFields,
  MemberContact,
  MemberNotes,
  NotificationPreferences,
  Onboarding,
} from "../entities/memberDetails.ts";
import { declare } from "../operation.ts";
import { id, instant, prose } from "../scalars.ts";

const revision = z.int().min(0).meta({ description: "The revision that the change was made on" });

export const memberDetailsOperations = declare({
  "member.updateDetails": {
    method: "PATCH",
    path: "/v1/organizations/{organizationId}/members/{memberId}/details",
    summary: "Change how to reach a member: their own, or that of a member within reach.",
    access: "organization",
    permission: null,
    kind: "command",
    audit: "member.detailsChanged",
    input: z.strictObject({ organizationId: id, memberId: id, revision, ...ContactFields.partial().shape }),
    output: MemberContact,
    offline: "never",
    bridge: "open",
  },
  "member.updateNotes": {
    method: "PUT",
    path: "/v1/organizations/{organizationId}/members/{memberId}/notes",
    summary: "Write the notes about a member, which the member never sees.",
    access: "organization",
    permission: "member.changeRole",
    kind: "command",
    audit: "member.notesChanged",
    input: z.strictObject({ organizationId: id, memberId: id, revision, text: prose(4000) }),
    output: MemberNotes,
    offline: "never",
    bridge: "open",
  },
  "member.updateNotifications": {
    method: "PUT",
    path: "/v1/organizations/{organizationId}/notifications",
    summary: "Choose which mails of the organization the person who asks wants.",
    access: "organization",
    permission: null,
    kind: "command",
    audit: "member.notificationsChanged",
    input: z.strictObject({ organizationId: id, muted: z.array(z.enum(notificationKinds)).max(20) }),
    output: NotificationPreferences,
    offline: "never",
    bridge: "open",
  },
  "member.setAccessUntil": {
    method: "PUT",
    path: "/v1/organizations/{organizationId}/members/{memberId}/access-until",
    summary: "Let a member's access end at an instant, or never. Lengthening one that has ended gives it back.",
    access: "organization",
    permission: "member.remove",
    kind: "command",
    audit: "member.accessUntilChanged",
    input: z.strictObject({ organizationId: id, memberId: id, accessUntil: instant.nullable() }),
    output: Member,
    offline: "never",
    bridge: "open",
  },
  "onboarding.get": {
    method: "GET",
    path: "/v1/organizations/{organizationId}/onboarding",
    summary: "The checklist of a new member: what is done, and whether it still shows.",
    access: "organization",
    permission: null,
    kind: "query",
    input: z.strictObject({ organizationId: id }),
    output: Onboarding,
    offline: "snapshot",
    bridge: "open",
  },
  "onboarding.mark": {
    method: "POST",
    path: "/v1/me/onboarding",
    summary: "Note a step of the person's own checklist as seen, or put the checklist away.",
    access: "account",
    kind: "command",
    audit: null,
    input: z.strictObject({ organizationId: id, what: z.enum([...seenSteps, "dismissed"]) }),
    output: z.object({ marked: z.literal(true) }),
    offline: "never",
    bridge: "open",
  },
});

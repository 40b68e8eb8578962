import type { ActName } from "#renderer/bridge/names.ts";
import { aPlan, byOrganization } from "#test/renderer/features/people/renderPeople.tsx";
import { reviewId } from "#test/renderer/features/reviews/reviewsBridge.tsx";
import { aTransfer } from "#test/support/changes.ts";
import { aMember, aWorkspaceAccess, idOf, noDetails } from "#test/support/fixtures.ts";
import {
  asAdmin,
  desk,
  schedule,
  withLogo,
  withMember,
  withOffer,
  withOrganization,
  withRole,
  withUse,
  withWorkspace,
} from "./given.ts";
import { acme, dana, organization, pending } from "../pseudo/answers.ts";
import type { Way } from "./way.ts";

/** Why a command needs no way: it works without the server, or nothing that a person presses sends it. */
type WithoutWay = "offline as well" | "signed out" | "by itself" | "with what the server says";

const inside = `/o/${organization.id}`;
const member = `${inside}/team/${dana.id}`;
const invitation = `${inside}/team/invitation/${pending.id}`;
const workspace = `${inside}/workspaces/${acme.id}`;
const plan = `/people/plans/${aPlan().id}`;
const review = `/reviews/${reviewId}`;

/** Of every act that the renderer can call; an act that is missing here does not compile. */
export const ways: { readonly [Name in ActName]: Way | WithoutWay } = {
  "account.requestPasswordReset": "signed out",
  "account.resendCode": "signed out",
  "account.resetPassword": "signed out",
  "approval.approve": { at: "/inbox", press: ["Approve", "Approve"] },
  "approval.cancel": { at: member, press: ["Take back the request"], given: asAdmin },
  "approval.decline": { at: "/inbox", press: ["Decline", "Decline"] },
  "approval.request": {
    at: member,
    press: ["Change role", /Admin/, "Ask an owner"],
    given: { ...asAdmin, "approval.list": () => ({ items: [] }) },
  },
  "auditExport.cancel": "offline as well",
  "auditExport.start": "offline as well",
  "deletion.request": { at: `${inside}/settings`, press: ["Delete organization", "Delete organization"] },
  "deletion.restore": {
    at: `${inside}/settings`,
    press: ["Restore", "Restore"],
    given: withOrganization({ purgeAt: "2026-12-20T09:00:00.000Z" }),
  },
  "desktop.state": "offline as well",
  "desktop.savePreferences": "offline as well",
  "invitation.acceptOpened": { at: "/inbox", press: ["Accept"] },
  "invitation.acceptReceived": { at: "/inbox", press: ["Accept"] },
  "invitation.declineReceived": { at: "/inbox", press: ["Decline"] },
  "invitation.dismissOpened": "offline as well",
  "invitation.extend": { at: invitation, press: ["Extend by 7 days"] },
  "invitation.import": {
    at: `${inside}/team`,
    press: [
      "Invite people",
      "Import CSV",
      { file: "CSV file with people to invite", content: "email\na@x.example" },
      /^Invite 1/,
    ],
    given: { "invitation.checkImport": () => ({ problems: [], good: 1, seatsFree: null }) },
  },
  "invitation.open": "signed out",
  "invitation.reinstate": "by itself",
  "invitation.resend": { at: invitation, press: ["Send again"] },
  "invitation.revoke": { at: invitation, press: ["Revoke"] },
  "invitation.send": { at: `${inside}/team`, press: ["Invite people", "Invite"] },
  "lockout.confirm": { at: "/inbox", press: ["Confirm", "Confirm"] },
  "me.changePassword": { at: "/account/sign-in", press: ["Change password"] },
  "me.update": { at: "/account", press: ["Save profile"] },
  "member.changeRole": { at: member, press: ["Change role"] },
  "member.deactivate": { at: member, press: ["Deactivate", "Deactivate"] },
  "member.leave": {
    at: `${inside}/settings`,
    press: ["Leave organization", "Leave"],
    given: withOrganization({ owners: 2 }),
  },
  "member.reactivate": {
    at: member,
    press: ["Reactivate", "Reactivate"],
    given: withMember({ status: "deactivated" }),
  },
  "member.reinstate": {
    at: member,
    press: ["Bring back", "Bring back"],
    given: withMember({ status: "removed", removedAt: new Date().toISOString() }),
  },
  "member.remove": { at: member, press: ["Remove", "Remove"] },
  "member.setAccessUntil": { at: member, press: ["Change", "Save"] },
  "member.setWorkspaceAccess": { at: member, press: ["Change access", "Save access"] },
  "member.updateDetails": { at: member, press: ["Edit", "Save"] },
  "member.updateNotes": {
    at: member,
    press: ["Edit", "Save notes"],
    given: {
      "member.get": () => ({
        member: dana,
        ...noDetails,
        notes: { text: "", revision: 0 },
        workspaceAccess: aWorkspaceAccess(),
        shared: [],
      }),
    },
  },
  "member.updateNotifications": {
    at: `${inside}/team/${idOf(1001)}`,
    press: ["Your role changes"],
    given: {
      "member.get": () => ({
        member: aMember(),
        ...noDetails,
        notifications: { muted: [] },
        workspaceAccess: aWorkspaceAccess(),
        shared: [],
      }),
    },
  },
  "offline.choose": "offline as well",
  "offline.tryAgain": "offline as well",
  "offline.remove": "offline as well",
  "onboarding.mark": {
    at: `${inside}/overview`,
    press: ["Put away"],
    given: { "onboarding.get": () => ({ shown: true, done: [] }) },
  },
  "organization.create": {
    at: `${inside}/overview`,
    press: [/switch organization/, "Create organization", "Create organization"],
  },
  "organization.removeLogo": {
    at: `${inside}/settings`,
    press: ["Remove", "Remove"],
    given: withLogo,
  },
  "organization.setLogo": { at: `${inside}/settings`, press: ["Upload logo"] },
  "organization.setRules": { at: `${inside}/permissions`, press: ["What the preset decides", /^Admins demote Admins/] },
  "organization.switchPreset": {
    at: `${inside}/permissions`,
    press: ["Switch preset", /^Publishing/, "Switch to Publishing"],
    given: withUse,
  },
  "organization.update": { at: `${inside}/settings`, press: [{ field: "Name", text: "R" }, "Save"] },
  "ownership.acceptTransfer": { at: "/inbox", press: ["Take over", "Take over"], given: withOffer },
  "ownership.cancelTransfer": {
    at: `${inside}/settings`,
    press: ["Take back the offer"],
    given: { "ownership.get": () => ({ transfer: aTransfer() }) },
  },
  "ownership.declineTransfer": { at: "/inbox", press: ["Decline"], given: withOffer },
  "ownership.startTransfer": { at: `${inside}/settings`, press: ["Transfer ownership", "Send the offer"] },
  "passphrase.forget": "signed out",
  "passphrase.remove": "offline as well",
  "passphrase.set": "offline as well",
  "passphrase.unlock": "signed out",
  "plan.cancel": {
    at: plan,
    press: ["Cancel"],
    given: { "plan.get": () => ({ ...aPlan({ status: "running" }), byOrganization }) },
  },
  "plan.resume": { at: plan, press: ["Resume 1 change"] },
  "plan.start": { at: "/people", press: ["Add by address", "Include Contoso", /^Apply to/] },
  "review.abandon": "by itself",
  "review.apply": "by itself",
  "review.decideAgain": "by itself",
  "review.finish": "by itself",
  "review.submit": "by itself",
  "reviewSchedule.changeReviewers": {
    at: "/reviews/schedules",
    press: ["Change reviewers", "Save reviewers"],
    given: { "reviewSchedule.get": () => ({ schedule }) },
  },
  "reviewSchedule.set": {
    at: "/reviews/schedules",
    press: ["Set schedule", /^Save|^Set/],
    given: { "reviewSchedule.get": () => ({ schedule: null }) },
  },
  "reviews.abandon": { at: review, press: ["More actions", "Give the review up", "Give up"], given: desk("submitted") },
  "reviews.answer": "offline as well",
  "reviews.apply": { at: review, press: [/^Apply/], given: desk("submitted") },
  "reviews.comment": "offline as well",
  "reviews.decide": "offline as well",
  "reviews.decideAgain": "with what the server says",
  "reviews.drop": "offline as well",
  "reviews.finish": { at: review, press: ["Finish and sign", "Finish and sign"], given: desk("applied") },
  "reviews.refresh": "by itself",
  "reviews.reopen": "offline as well",
  "reviews.saveEvidence": { at: review, press: ["Save PDF"], given: desk("finished") },
  "reviews.send": "offline as well",
  "reviews.start": "offline as well",
  "reviews.undo": "offline as well",
  "role.create": { at: `${inside}/permissions`, press: ["New role", "Create role"] },
  "role.delete": {
    at: `${inside}/permissions`,
    press: ["Actions for Brand lead", "Delete role", "Delete role"],
    given: { ...withRole, ...withUse },
  },
  "role.update": {
    at: `${inside}/permissions`,
    press: ["Actions for Brand lead", "Edit role", "Save role"],
    given: withRole,
  },
  "server.choose": "signed out",
  "server.leave": "offline as well",
  "server.tryNow": "offline as well",
  "session.abandonSignIn": "signed out",
  "session.completeSignIn": "signed out",
  "session.revoke": { at: "/account/sign-in", press: ["End the session at 192.0.2.7"] },
  "session.signIn": "signed out",
  "session.signOut": { at: "/account/sign-in", press: ["Sign out everywhere", "Sign out everywhere"] },
  "session.signUp": "signed out",
  "session.verify": "signed out",
  "twoFactor.begin": { at: "/account/sign-in", press: ["Turn on", "Continue"] },
  "twoFactor.confirm": { at: "/account/sign-in", press: ["Turn on", "Continue", "Turn on"] },
  "twoFactor.disable": {
    at: "/account/sign-in",
    press: ["Turn off", "Turn off"],
    given: { "twoFactor.get": () => ({ since: "2026-11-01T09:00:00.000Z", recoveryCodesLeft: 8 }) },
  },
  "twoFactor.renewRecoveryCodes": {
    at: "/account/sign-in",
    press: ["Make new codes", "Make new codes"],
    given: { "twoFactor.get": () => ({ since: "2026-11-01T09:00:00.000Z", recoveryCodesLeft: 8 }) },
  },
  "witness.acknowledge": "offline as well",
  "workspace.archive": { at: workspace, press: ["Archive", "Archive"] },
  "workspace.create": { at: `${inside}/workspaces`, press: ["Create brand", "Create brand"] },
  "workspace.delete": { at: workspace, press: ["Delete", "Delete for good"] },
  "workspace.reactivate": {
    at: workspace,
    press: ["Reactivate", "Reactivate"],
    given: withWorkspace({ status: "suspended" }),
  },
  "workspace.restore": { at: workspace, press: ["Restore", "Restore"], given: withWorkspace({ status: "archived" }) },
  "workspace.suspend": { at: workspace, press: ["Suspend", "Suspend"] },
  "workspace.update": { at: workspace, press: ["Edit", "Save changes"] },
};

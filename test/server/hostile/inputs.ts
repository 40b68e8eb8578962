import type { Given, OperationName, OrganizationName } from "#contract/operations.ts";
import { newId } from "#server/storage/ids.ts";
import type { Person, TestServer } from "#test/support/server.ts";
import { cases } from "../generated/cases.ts";
import type { Scene } from "../generated/scene.ts";
import { aCustomRole, furnishInvitation, furnishTeam, type Seat } from "../teams.ts";
import { furnishLogo } from "../logos.ts";
import { furnishReview, furnishSchedule } from "../reviews/reviews.ts";
import { furnishWorkspaces } from "../workspaces.ts";

/** A password that stands in hostile requests, to be looked for in logs and answers. */
export const sentPassword = "copper-lantern-61-orchard";
export const sentToken = "an-invitation-secret-that-nobody-has";

type Elsewhere = Exclude<OperationName, OrganizationName>;

/** A valid call of every operation outside an organization. A new one without an entry does not compile. */
const elsewhere: { readonly [Name in Elsewhere]: () => Given<Name> } = {
  "account.signUp": () => ({ email: `${newId()}@example.com`, name: "Dana Reyes", password: sentPassword }),
  "account.resendCode": () => ({ signUpId: newId() }),
  "account.verify": () => ({ signUpId: newId(), code: "000000" }),
  "account.requestPasswordReset": () => ({ email: `${newId()}@example.com` }),
  "account.resetPassword": () => ({ resetId: newId(), code: "000000", password: sentPassword }),
  "session.signIn": () => ({ email: `${newId()}@example.com`, password: sentPassword }),
  "session.completeSignIn": () => ({ challenge: sentToken, code: "000000" }),
  "twoFactor.get": () => ({}),
  "twoFactor.begin": () => ({ password: sentPassword }),
  "twoFactor.confirm": () => ({ code: "000000" }),
  "twoFactor.renewRecoveryCodes": () => ({ password: sentPassword }),
  "twoFactor.disable": () => ({ password: sentPassword }),
  "session.refresh": () => ({ refreshToken: sentToken }),
  "session.list": () => ({}),
  "session.signOut": () => ({}),
  "session.signOutEverywhere": () => ({}),
  "session.revoke": () => ({ sessionId: newId() }),
  "me.get": () => ({}),
  "me.update": () => ({ name: "Dana Reyes" }),
  "me.changePassword": () => ({ currentPassword: sentPassword, newPassword: sentPassword }),
  "me.listInvitations": () => ({}),
  "me.listSecurityEvents": () => ({}),
  "organization.list": () => ({}),
  "organization.create": () => ({ name: "Northwind" }),
  "ownership.listOffered": () => ({}),
  "approval.received": () => ({}),
  "lockout.listPending": () => ({}),
  "deletion.listCertificates": () => ({}),
  "invitation.preview": () => ({ token: sentToken }),
  "invitation.previewLogo": () => ({ token: sentToken }),
  "invitation.receivedLogo": () => ({ invitationId: newId(), digest: "0".repeat(64) }),
  "invitation.accept": () => ({ token: sentToken }),
  "invitation.acceptReceived": () => ({ invitationId: newId() }),
  "invitation.declineReceived": () => ({ invitationId: newId() }),
  "permission.whoCan": () => ({ permission: "member.invite" }),
  "people.list": () => ({}),
  "people.organizations": () => ({}),
  "plan.preview": () => ({ change: { kind: "remove" }, targets: [{ organizationId: newId(), accountIds: [newId()] }] }),
  "plan.start": () => ({ change: { kind: "remove" }, targets: [{ organizationId: newId(), accountIds: [newId()] }] }),
  "plan.list": () => ({}),
  "plan.get": () => ({ planId: newId() }),
  "plan.items": () => ({ planId: newId() }),
  "plan.cancel": () => ({ planId: newId() }),
  "plan.resume": () => ({ planId: newId() }),
  "plan.report": () => ({ planId: newId() }),
  "reviewSchedule.listDue": () => ({}),
  "review.listAll": () => ({}),
  "onboarding.mark": () => ({ organizationId: newId(), what: "dismissed" }),
  "feed.follow": () => ({}),
};

export interface HostileScene extends Scene {
  /** An organization of somebody else. */
  readonly foreignId: string;
  readonly foreignMemberId: string;
}

/** An agency with its only owner as the caller, and another organization that is none of their business. */
export async function furnishScene(server: TestServer): Promise<HostileScene> {
  const [caller, target, removed, resting, stranger]: Person[] = await Promise.all(
    ["Olivia Owner", "Tara Target", "Remi Removed", "Rena Resting", "Sam Stranger"].map((name) => server.person(name)),
  );
  if (!caller || !target || !removed || !resting || !stranger) throw new Error("People are missing");
  const customRole = aCustomRole();
  const seats: Seat[] = [
    { person: caller, role: "owner" },
    { person: target, role: "member" },
    { person: removed, role: "member", status: "removed" },
    { person: resting, role: "member", status: "deactivated" },
  ];
  const { organizationId, memberIds } = await furnishTeam(server, "agency", seats, null, [customRole]);
  const foreign = await furnishTeam(server, "agency", [{ person: stranger, role: "owner" }]);
  await furnishLogo(server, organizationId);
  await furnishSchedule(server, organizationId);
  const invitation = { email: "guest@example.com", role: "member" };
  const pending = await furnishInvitation(server, organizationId, invitation);
  const former = { email: "former@example.com", role: "member", status: "revoked" as const };
  const revoked = await furnishInvitation(server, organizationId, former);
  const [mine = "", targets = "", removeds = "", restings = ""] = memberIds;
  return {
    organizationId,
    caller,
    me: { memberId: mine, role: "owner", status: "active" },
    target: { memberId: targets, role: "member", status: "active", ends: false },
    otherRole: "admin",
    lowestRole: "member",
    preset: "agency",
    customRole: customRole.key,
    removed: { memberId: removeds, role: "member", status: "removed" },
    deactivated: { memberId: restings, role: "member", status: "deactivated" },
    pendingId: pending.id,
    revokedId: revoked.id,
    transferId: newId(),
    approvalId: newId(),
    guardId: newId(),
    reviewId: await furnishReview(server, organizationId, {
      reviewer: { person: caller, memberId: mine },
      target: { memberId: targets, role: "member" },
    }),
    workspaces: await furnishWorkspaces(server, organizationId),
    foreignId: foreign.organizationId,
    foreignMemberId: foreign.memberIds[0] ?? "",
  };
}

const isElsewhere = (name: OperationName): name is Elsewhere => name in elsewhere;

/** A valid input of any operation. */
export const validInput = (name: OperationName, scene: Scene): Record<string, unknown> =>
  isElsewhere(name) ? elsewhere[name]() : cases[name].input(scene);

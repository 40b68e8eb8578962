import type { OrganizationName } from "#contract/operations.ts";
import { goodPassword } from "#test/support/journeys.ts";
import { policyOf } from "#domain/policy/policy.ts";
import { proposedMapping } from "#domain/policy/switching.ts";
import { logoDigest, redPixel } from "../logos.ts";
import type { Cases } from "./case.ts";
import { reviewCases } from "./reviewCases.ts";
import { workspaceCases } from "./workspaceCases.ts";

/** A valid call of every operation on an organization. A new operation without an entry does not compile. */
export const cases: Cases<OrganizationName> = {
  ...reviewCases,
  ...workspaceCases,
  "organization.get": { input: ({ organizationId }) => ({ organizationId }) },
  "organization.update": { input: ({ organizationId }) => ({ organizationId, industry: "Shipping" }) },
  "snapshot.fill": { input: ({ organizationId }) => ({ organizationId }) },
  "organization.setLogo": { input: ({ organizationId }) => ({ organizationId, image: redPixel }) },
  "organization.removeLogo": { input: ({ organizationId }) => ({ organizationId }) },
  "organization.logo": { input: ({ organizationId }) => ({ organizationId, digest: logoDigest }) },
  "organization.changes": { input: ({ organizationId }) => ({ organizationId, since: 0 }) },
  "organization.listSecurityEvents": { input: ({ organizationId }) => ({ organizationId }) },
  "deletion.preview": { input: ({ organizationId }) => ({ organizationId }) },
  "deletion.request": {
    input: ({ organizationId }) => ({ organizationId, name: "Northwind", password: goodPassword }),
  },
  "deletion.restore": {
    input: ({ organizationId }) => ({ organizationId }),
    act: () => ({ kind: "restore" }),
    held: true,
  },
  "lockout.confirm": {
    input: ({ organizationId, guardId }) => ({ organizationId, guardId, password: goodPassword }),
  },
  "ownership.get": { input: ({ organizationId }) => ({ organizationId }) },
  "ownership.startTransfer": {
    input: ({ organizationId, target }) => ({ organizationId, toMemberId: target.memberId, formerOwner: "stays" }),
    act: ({ target }) => ({ kind: "transfer", target }),
  },
  "ownership.acceptTransfer": {
    input: ({ organizationId, transferId }) => ({ organizationId, transferId }),
    act: () => ({ kind: "takeOver" }),
    offered: true,
    also: ["member.roleChanged"],
  },
  "ownership.declineTransfer": {
    input: ({ organizationId, transferId }) => ({ organizationId, transferId }),
    act: () => ({ kind: "takeOver" }),
    offered: true,
  },
  "ownership.cancelTransfer": {
    input: ({ organizationId, transferId }) => ({ organizationId, transferId }),
    offered: true,
  },
  "approval.list": { input: ({ organizationId }) => ({ organizationId }) },
  "approval.request": {
    input: ({ organizationId, target, otherRole: role }) => ({ organizationId, memberId: target.memberId, role }),
    act: ({ target, otherRole: to }) => ({ kind: "requestRole", target, to }),
  },
  "approval.approve": {
    input: ({ organizationId, approvalId }) => ({ organizationId, approvalId }),
    act: ({ otherRole: to }) => ({ kind: "answerRequest", requesterId: "an owner", to }),
    requested: "byOwner",
    also: ["member.roleChanged"],
  },
  "approval.decline": {
    input: ({ organizationId, approvalId }) => ({ organizationId, approvalId, reason: "Too early" }),
    act: ({ otherRole: to }) => ({ kind: "answerRequest", requesterId: "an owner", to }),
    requested: "byOwner",
  },
  "approval.cancel": {
    input: ({ organizationId, approvalId }) => ({ organizationId, approvalId }),
    requested: "byCaller",
  },
  "member.list": { input: ({ organizationId }) => ({ organizationId, search: "person" }) },
  "member.get": { input: ({ organizationId, target }) => ({ organizationId, memberId: target.memberId }) },
  "member.changeRole": {
    input: ({ organizationId, target, otherRole: role }) => ({ organizationId, memberId: target.memberId, role }),
    act: ({ target, otherRole: to }) => ({ kind: "changeRole", target, to }),
  },
  "member.remove": {
    input: ({ organizationId, target }) => ({ organizationId, memberId: target.memberId }),
    act: ({ target }) => ({ kind: "remove", target }),
  },
  "member.reinstate": {
    input: ({ organizationId, removed }) => ({ organizationId, memberId: removed.memberId }),
    act: ({ removed }) => ({ kind: "reinstate", target: removed, role: removed.role }),
  },
  "member.deactivate": {
    input: ({ organizationId, target }) => ({ organizationId, memberId: target.memberId }),
    act: ({ target }) => ({ kind: "deactivate", target }),
  },
  "member.reactivate": {
    input: ({ organizationId, deactivated }) => ({ organizationId, memberId: deactivated.memberId }),
    act: ({ deactivated }) => ({ kind: "reactivate", target: deactivated }),
  },
  "member.updateDetails": {
    input: ({ organizationId, target }) => ({ organizationId, memberId: target.memberId, revision: 0, phone: "12345" }),
    act: ({ target }) => ({ kind: "editDetails", target }),
  },
  "member.updateNotes": {
    input: ({ organizationId, target }) => ({ organizationId, memberId: target.memberId, revision: 0, text: "Kind" }),
    act: ({ target }) => ({ kind: "keepNotes", target }),
  },
  "member.updateNotifications": { input: ({ organizationId }) => ({ organizationId, muted: ["joining"] }) },
  "member.setAccessUntil": {
    input: ({ organizationId, target }) => ({
      organizationId,
      memberId: target.memberId,
      accessUntil: new Date(Date.now() + 60 * 86_400_000).toISOString(),
    }),
    act: ({ target }) => ({ kind: "setAccessUntil", target, ends: true }),
  },
  "onboarding.get": { input: ({ organizationId }) => ({ organizationId }) },
  "member.leave": { input: ({ organizationId }) => ({ organizationId }), act: () => ({ kind: "leave", ends: false }) },
  "invitation.list": { input: ({ organizationId }) => ({ organizationId }) },
  "invitation.send": {
    input: ({ organizationId, lowestRole: role }) => ({ organizationId, emails: ["new@example.com"], role }),
    act: ({ lowestRole: role }) => ({ kind: "invite", role }),
  },
  "invitation.checkImport": {
    input: ({ organizationId, lowestRole: role }) => ({
      organizationId,
      lines: [{ line: 2, email: "new@example.com", role }],
    }),
  },
  "invitation.import": {
    input: ({ organizationId, lowestRole: role }) => ({
      organizationId,
      lines: [{ line: 2, email: "new@example.com", role }],
    }),
    act: ({ lowestRole: role }) => ({ kind: "invite", role }),
  },
  "invitation.get": { input: ({ organizationId, pendingId }) => ({ organizationId, invitationId: pendingId }) },
  "invitation.resend": {
    input: ({ organizationId, pendingId }) => ({ organizationId, invitationId: pendingId }),
    act: ({ lowestRole: role }) => ({ kind: "invite", role }),
  },
  "invitation.extend": {
    input: ({ organizationId, pendingId }) => ({ organizationId, invitationId: pendingId }),
    act: ({ lowestRole: role }) => ({ kind: "invite", role }),
  },
  "invitation.revoke": { input: ({ organizationId, pendingId }) => ({ organizationId, invitationId: pendingId }) },
  "invitation.reinstate": {
    input: ({ organizationId, revokedId }) => ({ organizationId, invitationId: revokedId }),
    act: ({ lowestRole: role }) => ({ kind: "invite", role }),
  },
  "member.setWorkspaceAccess": {
    input: ({ organizationId, target }) => ({ organizationId, memberId: target.memberId, scope: "none" }),
    act: ({ target }) => ({ kind: "setWorkspaceAccess", target }),
  },
  "change.preview": {
    input: ({ organizationId, target, otherRole: role }) => ({
      organizationId,
      change: { operation: "member.changeRole", input: { memberId: target.memberId, role } },
    }),
  },
  "change.inverse": { input: ({ organizationId }) => ({ organizationId, revision: 1 }) },
  "permission.explain": {
    input: ({ organizationId }) => ({ organizationId, question: { kind: "use", permission: "billing.view" } }),
  },
  "permission.matrix": { input: ({ organizationId }) => ({ organizationId }) },
  "role.listFormer": { input: ({ organizationId }) => ({ organizationId }) },
  "role.listUse": { input: ({ organizationId }) => ({ organizationId }) },
  "role.create": {
    input: ({ organizationId }) => ({ organizationId, name: "Billing", rank: 5, permissions: ["billing.view"] }),
    act: () => ({ kind: "createRole", shape: { rank: 5, permissions: ["billing.view"] } }),
  },
  "role.update": {
    input: ({ organizationId, customRole: role }) => ({ organizationId, role, permissions: ["billing.view"] }),
    act: ({ customRole: role }) => ({ kind: "editRole", role, shape: { rank: 5, permissions: ["billing.view"] } }),
  },
  "role.delete": {
    input: ({ organizationId, customRole: role, lowestRole }) => ({ organizationId, role, reassignTo: lowestRole }),
    act: ({ customRole: role, lowestRole: to }) => ({ kind: "deleteRole", role, to }),
  },
  "organization.switchPreset": {
    input: ({ organizationId, preset: from }) => {
      const preset = from === "agency" ? "campaigns" : "agency";
      return { organizationId, preset, roles: Object.fromEntries(proposedMapping(policyOf(from), preset)) };
    },
    act: () => ({ kind: "setRules" }),
  },
  "organization.setRules": {
    input: ({ organizationId }) => ({ organizationId, adminsDemoteAdmins: true }),
    act: () => ({ kind: "setRules" }),
  },
  "permission.check": { input: ({ organizationId }) => ({ organizationId, permission: "billing.view" }) },
  "permission.checkMany": {
    input: ({ organizationId }) => ({ organizationId, questions: [{ permission: "billing.view" }] }),
  },
  "auditEvent.list": { input: ({ organizationId }) => ({ organizationId }) },
  "auditEvent.get": { input: ({ organizationId }) => ({ organizationId, revision: 1 }) },
  "auditEvent.export": { input: ({ organizationId }) => ({ organizationId, format: "json" }) },
  "auditEvent.head": { input: ({ organizationId }) => ({ organizationId }) },
  "auditEvent.range": { input: ({ organizationId }) => ({ organizationId, fromRevision: 1, limit: 10 }) },
  "auditEvent.verify": { input: ({ organizationId }) => ({ organizationId }) },
};

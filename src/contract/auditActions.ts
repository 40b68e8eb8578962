/** What a list on a screen depends on. A change names the topics it touches; desktops refetch those. */
export const topics = [
  "organization",
  "ownership",
  "approvals",
  "members",
  "invitations",
  "permissions",
  "workspaces",
  "audit",
  "account",
  "plans",
  "reviews",
] as const;
export type Topic = (typeof topics)[number];

/** Every action that an organization's audit log can hold, and the topics that it touches besides the log itself. */
export const auditActions = {
  "organization.created": ["organization"],
  "organization.updated": ["organization"],
  "organization.presetSwitched": ["organization", "permissions", "members", "invitations", "ownership", "workspaces"],
  "organization.rulesChanged": ["organization", "permissions"],
  "role.created": ["organization", "permissions"],
  "role.updated": ["organization", "permissions", "members", "invitations", "workspaces"],
  "role.deleted": ["organization", "permissions", "members", "invitations", "workspaces"],
  "organization.logoChanged": ["organization"],
  "organization.logoRemoved": ["organization"],
  "organization.deletionScheduled": ["organization", "permissions"],
  "organization.restored": ["organization", "permissions"],
  "ownership.offered": ["ownership"],
  "ownership.transferred": ["ownership", "members", "invitations", "organization"],
  "ownership.declined": ["ownership"],
  "ownership.cancelled": ["ownership"],
  "ownership.expired": ["ownership"],
  "approval.requested": ["approvals"],
  "approval.approved": ["approvals"],
  "approval.declined": ["approvals"],
  "approval.cancelled": ["approvals"],
  "approval.expired": ["approvals"],
  "approval.overtaken": ["approvals"],
  "review.submitted": ["reviews"],
  /** Its decisions began to be carried out; each leaves the event of its own command, under the id of the review. */
  "review.applied": ["reviews"],
  "review.decidedAgain": ["reviews"],
  "review.finished": ["reviews"],
  "review.abandoned": ["reviews"],
  "review.scheduled": ["reviews"],
  "review.reviewersChanged": ["reviews"],
  "lockout.confirmed": ["ownership"],
  "lockout.reverted": ["ownership", "members", "invitations", "organization"],
  // Where somebody stands decides whether the invitations that they sent still join anybody.
  "member.joined": ["members", "invitations", "organization"],
  "member.roleChanged": ["members", "invitations", "organization"],
  "member.removed": ["members", "invitations", "organization"],
  "member.reinstated": ["members", "invitations", "organization"],
  "member.deactivated": ["members", "invitations", "organization"],
  "member.reactivated": ["members", "invitations", "organization"],
  "member.left": ["members", "invitations", "organization"],
  "member.detailsChanged": ["members"],
  "member.notesChanged": ["members"],
  "member.notificationsChanged": ["members"],
  "member.accessUntilChanged": ["members", "invitations", "organization"],
  "member.accessExpired": ["members", "invitations", "organization"],
  "member.workspaceAccessChanged": ["members", "workspaces"],
  "workspace.created": ["workspaces"],
  "workspace.updated": ["workspaces"],
  "workspace.suspended": ["workspaces"],
  "workspace.reactivated": ["workspaces"],
  "workspace.archived": ["workspaces"],
  "workspace.restored": ["workspaces"],
  "workspace.deleted": ["workspaces"],
  "invitation.sent": ["invitations", "organization"],
  // Either may bring an expired one back to life, and with it the count of pending ones.
  "invitation.resent": ["invitations", "organization"],
  "invitation.extended": ["invitations", "organization"],
  "invitation.revoked": ["invitations", "organization"],
  "invitation.reinstated": ["invitations", "organization"],
  /** Accepted without joining by it: `member.joined` follows once a seat is free, or the person was brought back. */
  "invitation.accepted": ["invitations", "organization"],
  "invitation.declined": ["invitations", "organization"],
  "invitation.expired": ["invitations", "organization"],
} as const satisfies Record<string, readonly Topic[]>;

export type AuditAction = keyof typeof auditActions;
export const auditActionNames = Object.keys(auditActions) as [AuditAction, ...AuditAction[]];

/** The topics that an event with this action touches, the audit log included. */
export function topicsOf(action: AuditAction): readonly Topic[] {
  return [...auditActions[action], "audit"];
}

import type { Topic } from "#contract/audit.ts";
import { topicsOf } from "#contract/auditActions.ts";
import type { CallName } from "#contract/bridge.ts";
import { operationFacts } from "#contract/operationFacts.ts";
import { isOperation, type ReadName } from "./names.ts";

/** What the answer of each read depends on; a change of one of these topics makes it old. */
export const topicsOfRead: Readonly<Record<ReadName, readonly Topic[]>> = {
  "me.get": ["account"],
  "me.listInvitations": ["account"],
  "me.listSecurityEvents": ["account"],
  "session.list": ["account"],
  "twoFactor.get": ["account"],
  "organization.list": ["organization"],
  "organization.get": ["organization"],
  // Its digest names it.
  "organization.logo": [],
  "organization.listSecurityEvents": ["audit"],
  "deletion.preview": ["members", "invitations", "workspaces", "audit"],
  "deletion.listCertificates": ["organization", "account"],
  "ownership.get": ["ownership", "members"],
  "ownership.listOffered": ["ownership", "account"],
  // Whether a request still stands depends on both people's roles, and who may answer on one's own.
  "approval.list": ["approvals", "members", "permissions"],
  "approval.received": ["approvals", "members", "permissions", "organization", "account"],
  "lockout.listPending": ["ownership", "organization"],
  "member.list": ["members"],
  "member.get": ["members", "workspaces"],
  "onboarding.get": ["members", "account"],
  "invitation.list": ["invitations"],
  "invitation.get": ["invitations", "workspaces"],
  // Its digest names it.
  "invitation.receivedLogo": [],
  "invitation.openedLogo": [],
  "invitation.checkImport": ["invitations", "members", "workspaces", "permissions"],
  // Who sees which depends on roles, and each counts its people.
  "workspace.list": ["workspaces", "members"],
  "workspace.get": ["workspaces", "members"],
  "workspace.listPeople": ["workspaces", "members"],
  "permission.matrix": ["permissions", "members"],
  "permission.check": ["permissions", "members"],
  "permission.checkMany": ["permissions", "members"],
  "role.listUse": ["permissions", "members", "invitations"],
  "role.listFormer": ["permissions"],
  "people.list": ["members", "organization"],
  "people.organizations": ["organization", "permissions"],
  "plan.preview": ["members", "invitations", "organization"],
  "plan.list": ["plans"],
  "plan.get": ["plans"],
  "plan.items": ["plans"],
  "review.list": ["reviews"],
  "review.listAll": ["reviews", "organization", "account"],
  "review.get": ["reviews"],
  "review.items": ["reviews"],
  // Whether a decision still rests on what is follows the people as well.
  "review.preview": ["reviews", "members", "permissions"],
  // Whether a reviewer is reminded depends on their role and status.
  "reviewSchedule.get": ["reviews", "members", "permissions"],
  "reviewSchedule.listDue": ["reviews", "organization", "account"],
  // It follows the choice that is asked about, not the feed: what was agreed to must not change unseen.
  "change.preview": [],
  "change.inverse": [],
  "permission.explain": ["permissions", "members", "organization"],
  "permission.whoCan": ["permissions", "members", "organization"],
  "auditEvent.list": ["audit"],
  "auditEvent.get": [],
  "auditEvent.verify": [],
  "localMail.list": ["account"],
  // The desktop tells how far it is.
  "offline.get": [],
  "server.probe": [],
  // The desktop says itself when one changed.
  "reviews.list": [],
  "reviews.estimate": ["members", "organization", "permissions", "workspaces"],
  "reviews.get": [],
  "reviews.people": [],
  // The desktop pushes it.
  "witness.status": [],
  "witness.alarms": [],
  "witness.evidence": [],
};

/** What an act of one's own touches: the topics of its audit event, and the person's own things where it is theirs. */
export function topicsOfAct(name: CallName): readonly Topic[] {
  if (!isOperation(name)) return [];
  const { kind, access, audit } = operationFacts[name];
  if (kind !== "command" || access === "public") return [];
  const own: readonly Topic[] = access === "account" ? ["account"] : [];
  return audit ? [...topicsOf(audit), ...own] : own;
}

import type { Act, Decision, MemberFacts, OrganizationFacts, Reason, TargetFacts } from "./decision.ts";
import type { Permission } from "./permissions.ts";
import { isWithin } from "./assigning.ts";
import { approversOf, assignersOf, byRank, isOwnerClass, outranks, permissionsOf, type Policy } from "./policy.ts";
import type { RoleKey } from "./preset.ts";
import { canReach } from "./reach.ts";
import { reshaping, shaping, type RolesAct } from "./shaping.ts";

const allowed: Decision = { allowed: true };
const notMember: Decision = { allowed: false, reason: { code: "notMember" } };
const deactivated: Decision = { allowed: false, reason: { code: "deactivated" } };
const held: Decision = { allowed: false, reason: { code: "held" } };
const lastOwner: Decision = { allowed: false, reason: { code: "lastOwner" } };
const ownRole: Decision = { allowed: false, reason: { code: "ownRole" } };
const approvalNotNeeded: Decision = { allowed: false, reason: { code: "approvalNotNeeded" } };
const ownRequest: Decision = { allowed: false, reason: { code: "ownRequest" } };
const aboutYourself: Decision = { allowed: false, reason: { code: "aboutYourself" } };
const targetNotActive: Decision = { allowed: false, reason: { code: "targetNotActive" } };

/**
 * The one decision of Orgdesk: whether this member may do this act in this organization, and if not, why.
 * `actor` is null for somebody who is not a member. Permission comes first, then the target, the role given,
 * and the invariant that an organization always has an owner whose access has no end (`product-rules.md`,
 * 'Resolutions').
 */
export function decide(policy: Policy, actor: MemberFacts | null, act: Act, organization: OrganizationFacts): Decision {
  if (actor === null || actor.status === "removed") return notMember;
  if (actor.status === "deactivated") return deactivated;
  if (organization.held === true && !worksWhileHeld(act)) return held;
  if (act.kind === "leave")
    return losesLastOwner(policy, { ...actor, ends: act.ends }, organization) ? lastOwner : allowed;
  // Whoever was asked to take over needs no permission of their own; whether the offer holds is asked of the giver.
  if (act.kind === "takeOver") return policy.preset.ownershipTransfer ? allowed : transferRefusal(policy);
  if (act.kind === "editDetails" && act.target.memberId === actor.memberId) return allowed;
  const permitted = permit(policy, actor, permissionOf(act));
  if (!permitted.allowed || act.kind === "use" || act.kind === "restore") return permitted;
  if (act.kind === "changeRole") return changing(policy, actor, act.target, act.to, organization);
  if (act.kind === "requestRole") return requesting(policy, actor, act, organization);
  if (act.kind === "answerRequest") return answering(policy, actor, act);
  if (act.kind === "remove") return removing(policy, actor, act.target, organization);
  if (act.kind === "transfer") return act.target.status === "active" ? allowed : targetNotActive;
  if (act.kind === "deactivate") return deactivating(policy, actor, act.target, organization);
  if (act.kind === "reactivate") return reactivating(policy, actor, act.target);
  if (act.kind === "setWorkspaceAccess") return settingAccess(policy, actor, act.target);
  if (act.kind === "setRules") return settingRules(policy, actor);
  if (act.kind === "createRole") return shaping(policy, actor.role, act.shape);
  if (act.kind === "editRole") return reshaping(policy, actor.role, act.role, act.shape);
  if (act.kind === "deleteRole") return deletingRole(policy, actor, act);
  if (act.kind === "setAccessUntil") return settingEnd(policy, actor, act, organization);
  if (act.kind === "editDetails") return editing(policy, actor, act.target);
  if (act.kind === "keepNotes") return act.target.memberId === actor.memberId ? aboutYourself : allowed;
  return giving(policy, actor, act.role);
}

/** Bringing a removed member back gives access, so it needs what an invitation needs. */
export function permissionOf(act: Exclude<Act, { kind: "leave" | "takeOver" }>): Permission {
  if (act.kind === "use") return act.permission;
  if (act.kind === "setWorkspaceAccess" || act.kind === "requestRole" || act.kind === "answerRequest") {
    return "member.changeRole";
  }
  if (act.kind === "editDetails" || act.kind === "keepNotes") return "member.changeRole";
  if (act.kind === "setAccessUntil") return "member.remove";
  if (act.kind === "transfer") return "organization.transfer";
  if (act.kind === "restore") return "organization.delete";
  if (isRolesAct(act)) return "role.manage";
  if (act.kind === "deactivate" || act.kind === "reactivate") return "member.remove";
  return act.kind === "reinstate" ? "member.invite" : `member.${act.kind}`;
}

function isRolesAct(act: Act): act is RolesAct {
  return act.kind === "setRules" || act.kind === "createRole" || act.kind === "editRole" || act.kind === "deleteRole";
}

/** What can be done in an organization that is deleted and held: looking, and bringing it back. */
export function worksWhileHeld(act: Act): boolean {
  return act.kind === "restore" || (act.kind === "use" && act.permission.includes(".view"));
}

function permit(policy: Policy, actor: MemberFacts, permission: Permission): Decision {
  const granted = policy.granted.get(actor.role);
  if (granted === undefined) return refuse({ code: "unknownRole", role: actor.role });
  return granted.has(permission) ? allowed : (policy.refusals.get(permission) ?? notMember);
}

function transferRefusal(policy: Policy): Decision {
  return policy.refusals.get("organization.transfer") ?? notMember;
}

function giving(policy: Policy, actor: MemberFacts, role: RoleKey): Decision {
  if (!policy.roles.has(role)) return refuse({ code: "unknownRole", role });
  if (policy.assignable.get(actor.role)?.has(role)) return allowed;
  return refuse({ code: "roleOutOfReach", role, roles: assignersOf(policy, role) });
}

function changing(
  policy: Policy,
  actor: MemberFacts,
  target: TargetFacts,
  to: RoleKey,
  organization: OrganizationFacts,
): Decision {
  if (!policy.roles.has(to)) return refuse({ code: "unknownRole", role: to });
  if (target.status !== "active") return targetNotActive;
  const keepsOwner = isOwnerClass(policy, to) || !losesLastOwner(policy, target, organization);
  if (target.memberId === actor.memberId) return steppingDown(policy, actor, to, keepsOwner);
  if (!canReach(policy, actor.role, target.role, "changeRole")) return outOfReach(policy, target, "changeRole");
  const given = giving(policy, actor, to);
  if (!given.allowed) return approvable(policy, actor, target, to) ?? given;
  return keepsOwner ? allowed : lastOwner;
}

/** A person may give up authority, never gain any: the new role ranks below and adds no permission. */
function steppingDown(policy: Policy, actor: MemberFacts, to: RoleKey, keepsOwner: boolean): Decision {
  const down =
    outranks(policy, actor.role, to) && isWithin(permissionsOf(policy, to), permissionsOf(policy, actor.role));
  if (!down) return ownRole;
  return keepsOwner ? allowed : lastOwner;
}

/** 004: 'Admins can promote Members to Admin (with Owner approval)': only a promotion can be asked for. */
function approvable(policy: Policy, actor: MemberFacts, target: MemberFacts, to: RoleKey): Decision | null {
  const withApproval = policy.preset.assignableWithApproval[actor.role] ?? [];
  if (!withApproval.includes(to) || !outranks(policy, to, target.role)) return null;
  return refuse({ code: "needsApproval", role: to, approvers: approversOf(policy, to) });
}

/** Exactly those who are told to ask may ask. */
function requesting(
  policy: Policy,
  actor: MemberFacts,
  { target, to }: Extract<Act, { kind: "requestRole" }>,
  organization: OrganizationFacts,
): Decision {
  const change = changing(policy, actor, target, to, organization);
  if (change.allowed) return approvalNotNeeded;
  return change.reason.code === "needsApproval" ? allowed : change;
}

function answering(
  policy: Policy,
  actor: MemberFacts,
  { requesterId, to }: Extract<Act, { kind: "answerRequest" }>,
): Decision {
  if (!policy.roles.has(to)) return refuse({ code: "unknownRole", role: to });
  const roles = approversOf(policy, to);
  if (!roles.includes(actor.role)) return refuse({ code: "roleOutOfReach", role: to, roles });
  return actor.memberId === requesterId ? ownRequest : allowed;
}

function removing(policy: Policy, actor: MemberFacts, target: TargetFacts, organization: OrganizationFacts): Decision {
  if (target.status === "removed") return targetNotActive;
  if (!canReach(policy, actor.role, target.role, "remove")) return outOfReach(policy, target, "remove");
  return losesLastOwner(policy, target, organization) ? lastOwner : allowed;
}

/** Reaches as far as removing; whoever is deactivated already stays so. */
function deactivating(
  policy: Policy,
  actor: MemberFacts,
  target: TargetFacts,
  organization: OrganizationFacts,
): Decision {
  return target.status === "active" ? removing(policy, actor, target, organization) : targetNotActive;
}

/** The inverse of deactivating, for the same people: it gives the access back that was there. */
function reactivating(policy: Policy, actor: MemberFacts, target: MemberFacts): Decision {
  if (target.status === "removed") return targetNotActive;
  return canReach(policy, actor.role, target.role, "remove") ? allowed : outOfReach(policy, target, "remove");
}

/** 004: 'Brand access (for Members)'. Reaches as far as changing roles does, and nobody decides over themselves. */
function settingAccess(policy: Policy, actor: MemberFacts, target: MemberFacts): Decision {
  if (target.status === "removed") return targetNotActive;
  if (permissionsOf(policy, target.role).has("workspace.viewAll")) {
    return refuse({ code: "seesAllWorkspaces", targetRole: target.role });
  }
  if (target.memberId === actor.memberId) return ownRole;
  return canReach(policy, actor.role, target.role, "changeRole") ? allowed : outOfReach(policy, target, "changeRole");
}

/** What every role means is for owners to decide. */
function settingRules(policy: Policy, actor: MemberFacts): Decision {
  if (isOwnerClass(policy, actor.role)) return allowed;
  return refuse({ code: "ownersOnly", roles: byRank(policy).filter((role) => isOwnerClass(policy, role)) });
}

/** Deleting a role changes the role of everybody who holds it, so both must be within reach. */
function deletingRole(
  policy: Policy,
  actor: MemberFacts,
  { role, to }: Extract<RolesAct, { kind: "deleteRole" }>,
): Decision {
  const reshaped = reshaping(policy, actor.role, role);
  return reshaped.allowed ? giving(policy, actor, to) : reshaped;
}

/** Reaches as far as deactivating, which it does later; nobody lengthens their own membership. */
function settingEnd(
  policy: Policy,
  actor: MemberFacts,
  { target, ends }: Extract<Act, { kind: "setAccessUntil" }>,
  organization: OrganizationFacts,
): Decision {
  if (target.status === "removed") return targetNotActive;
  if (target.memberId === actor.memberId) return aboutYourself;
  if (!canReach(policy, actor.role, target.role, "remove")) return outOfReach(policy, target, "remove");
  return ends && losesLastOwner(policy, target, organization) ? lastOwner : allowed;
}

/** 004: 'Contact information'. One's own needs no permission; anybody else's reaches as far as their role does. */
function editing(policy: Policy, actor: MemberFacts, target: MemberFacts): Decision {
  if (target.status === "removed") return targetNotActive;
  return canReach(policy, actor.role, target.role, "changeRole") ? allowed : outOfReach(policy, target, "changeRole");
}

function losesLastOwner(policy: Policy, member: TargetFacts, { lastingOwners }: OrganizationFacts): boolean {
  return isLastingOwner(policy, member) && lastingOwners <= 1;
}

/** Whether somebody is one of the owners of whom one always remains. */
export function isLastingOwner(policy: Policy, { role, status, ends }: Omit<TargetFacts, "memberId">): boolean {
  return status === "active" && !ends && isOwnerClass(policy, role);
}

function outOfReach(policy: Policy, target: MemberFacts, kind: "changeRole" | "remove"): Decision {
  const roles = byRank(policy).filter((role) => canReach(policy, role, target.role, kind));
  return refuse({ code: "targetOutOfReach", targetRole: target.role, roles });
}

function refuse(reason: Reason): Decision {
  return { allowed: false, reason };
}

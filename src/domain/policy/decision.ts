import type { RoleShape } from "./customRole.ts";
import type { Permission } from "./permissions.ts";
import type { RoleKey } from "./preset.ts";

export type MemberStatus = "active" | "deactivated" | "removed";

/** What a decision must know of a member. Loaded inside the command's transaction, never from a token. */
export interface MemberFacts {
  readonly memberId: string;
  readonly role: RoleKey;
  readonly status: MemberStatus;
}

/** The same of whoever an act may take an owner's power from. */
export interface TargetFacts extends MemberFacts {
  /** Whether their access has an end. */
  readonly ends: boolean;
}

/** What a decision must know of the organization. */
export interface OrganizationFacts {
  /** Active members with an owner-class role whose access has no end: one always remains. */
  readonly lastingOwners: number;
  /** Whether it is deleted and waits to be restored or purged: until then it can only be read. */
  readonly held?: boolean;
}

/** What somebody wants to do. Acts that need only the permission carry no more than it. */
export type Act =
  | { readonly kind: "use"; readonly permission: Permission }
  | { readonly kind: "invite"; readonly role: RoleKey }
  | { readonly kind: "changeRole"; readonly target: TargetFacts; readonly to: RoleKey }
  /** Ask an owner for a role that the actor may give only with an approval. */
  | { readonly kind: "requestRole"; readonly target: TargetFacts; readonly to: RoleKey }
  /** Answer such a request of the member `requesterId`. */
  | { readonly kind: "answerRequest"; readonly requesterId: string; readonly to: RoleKey }
  | { readonly kind: "remove"; readonly target: TargetFacts }
  | { readonly kind: "deactivate"; readonly target: TargetFacts }
  | { readonly kind: "reactivate"; readonly target: MemberFacts }
  | { readonly kind: "setWorkspaceAccess"; readonly target: MemberFacts }
  | { readonly kind: "setAccessUntil"; readonly target: TargetFacts; readonly ends: boolean }
  | { readonly kind: "editDetails"; readonly target: MemberFacts }
  | { readonly kind: "keepNotes"; readonly target: MemberFacts }
  | { readonly kind: "reinstate"; readonly target: MemberFacts; readonly role: RoleKey }
  | { readonly kind: "transfer"; readonly target: MemberFacts }
  | { readonly kind: "createRole"; readonly shape: RoleShape }
  | { readonly kind: "editRole"; readonly role: RoleKey; readonly shape: RoleShape }
  /** Whoever holds the role, or is invited to it, gets the role `to` instead. */
  | { readonly kind: "deleteRole"; readonly role: RoleKey; readonly to: RoleKey }
  /** Switching the preset, or a rule that its owners may turn on. */
  | { readonly kind: "setRules" }
  | { readonly kind: "restore" }
  | { readonly kind: "takeOver" }
  /** `ends`: whether the actor's own access has an end. */
  | { readonly kind: "leave"; readonly ends: boolean };

/**
 * Why an act is refused, with what a person needs to go on.
 * `roles` are the roles that would be enough; `grantors` those that could give such a role.
 */
export type Reason =
  | { readonly code: "notMember" }
  | { readonly code: "deactivated" }
  | {
      readonly code: "missingPermission";
      readonly permission: Permission;
      readonly roles: readonly RoleKey[];
      readonly grantors: readonly RoleKey[];
    }
  | { readonly code: "targetOutOfReach"; readonly targetRole: RoleKey; readonly roles: readonly RoleKey[] }
  | { readonly code: "roleOutOfReach"; readonly role: RoleKey; readonly roles: readonly RoleKey[] }
  | { readonly code: "needsApproval"; readonly role: RoleKey; readonly approvers: readonly RoleKey[] }
  /** The role can be given without asking anybody. */
  | { readonly code: "approvalNotNeeded" }
  /** Nobody approves what they asked for themselves. */
  | { readonly code: "ownRequest" }
  | { readonly code: "held" }
  | { readonly code: "lastOwner" }
  | { readonly code: "ownRole" }
  /** Others decide it about the person who asks. */
  | { readonly code: "aboutYourself" }
  | { readonly code: "unknownRole"; readonly role: RoleKey }
  | { readonly code: "targetNotActive" }
  /** The target's role sees every workspace, so that no rule of access changes anything. */
  | { readonly code: "seesAllWorkspaces"; readonly targetRole: RoleKey }
  /** The role would rank as high as whoever makes or changes it, or does already. `roles` rank higher and may. */
  | { readonly code: "rankTooHigh"; readonly roles: readonly RoleKey[] }
  /** The role holds, or would hold, what whoever makes or changes it lacks. */
  | { readonly code: "beyondOwnPermissions"; readonly permissions: readonly Permission[] }
  | { readonly code: "ownersOnly"; readonly roles: readonly RoleKey[] }
  | { readonly code: "turnedOff"; readonly what: "organization.delete" | "organization.transfer" };

export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly reason: Reason };

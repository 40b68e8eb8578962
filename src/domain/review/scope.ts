import { day } from "../calendar/lengths.ts";
import { hasPermission, type Policy } from "../policy/policy.ts";
import type { SystemPermission } from "../policy/permissions.ts";
import type { RoleKey } from "../policy/preset.ts";
import { isGiven, type WorkspaceFacts } from "../workspaceAccess.ts";
import type { ReviewedMember } from "./member.ts";

/** Whose access a review looks at (issue 4, 'Access review'). Removed members are in none. */
export type ReviewScope =
  | { readonly kind: "all" }
  /** Roles that may change who is in the organization, what roles mean, who pays, or whether it exists. */
  | { readonly kind: "admins" }
  /** Active members who were not seen for so many days, or never. */
  | { readonly kind: "inactive"; readonly days: number }
  /** Everybody who may use a workspace, by their role or by their rule. */
  | { readonly kind: "workspace"; readonly workspaceId: string };

const administering: readonly SystemPermission[] = [
  "member.invite",
  "member.remove",
  "member.changeRole",
  "role.manage",
  "organization.delete",
  "organization.transfer",
  "billing.manage",
];

/** Whether a role has power over others, so that its holders are reviewed as admins. */
export const administers = (policy: Policy, role: RoleKey): boolean =>
  administering.some((permission) => hasPermission(policy, role, permission));

/** Whole days between an instant and a later one, both in milliseconds since 1970. */
export const daysBetween = (from: number, to: number): number => Math.max(0, Math.floor((to - from) / day));

export interface ScopeFacts {
  readonly policy: Policy;
  /** The workspace that the scope names; null where the scope names none or it is gone. */
  readonly workspace: Omit<WorkspaceFacts, "status"> | null;
  readonly now: number;
}

/** Whether a review with this scope looks at a member. */
export function isInScope(member: ReviewedMember, scope: ReviewScope, { policy, workspace, now }: ScopeFacts): boolean {
  if (member.status === "removed") return false;
  switch (scope.kind) {
    case "all":
      return true;
    case "admins":
      return administers(policy, member.role);
    case "inactive":
      return member.status === "active" && now - (member.lastSeenAt ?? member.joinedAt) >= scope.days * day;
    case "workspace":
      return (
        workspace !== null &&
        (hasPermission(policy, member.role, "workspace.viewAll") || isGiven(member.access, workspace))
      );
  }
  return scope satisfies never;
}

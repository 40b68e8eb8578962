import { reinstatementPeriod } from "../membership.ts";
import type { MemberFacts } from "../policy/decision.ts";
import type { SystemPermission } from "../policy/permissions.ts";
import type { RoleKey } from "../policy/preset.ts";

/** What a plan does to people. */
export type PlanKind = "add" | "changeRole" | "remove" | "deactivate";

/** The command that an item comes to. */
export type PlanAct = "invite" | "reinstate" | "changeRole" | "remove" | "deactivate";

/** Why there is nothing to do: it is so already. */
export type IdleReason = "alreadyMember" | "alreadyInvited" | "sameRole" | "notMember" | "alreadyDeactivated";

/** What is known of somebody's place in an organization; `removedAt` in milliseconds since 1970. */
export interface PlannedMember extends MemberFacts {
  readonly removedAt: number | null;
  /** Whether they ended it themselves. */
  readonly left: boolean;
}

/** One item at the moment of its turn. */
export interface PlanCase {
  readonly kind: PlanKind;
  /** The planned role; null where the change gives none, or the plan names none for this organization. */
  readonly role: RoleKey | null;
  /** Null: was never a member. */
  readonly member: PlannedMember | null;
  /** Whether the address holds an invitation that can still be answered. */
  readonly invited: boolean;
  readonly now: number;
}

/** What one item comes to; whether the rules allow an act is decided by the act's own command. */
export type Step =
  | { readonly step: "act"; readonly act: PlanAct }
  | { readonly step: "nothing"; readonly why: IdleReason }
  | { readonly step: "missing"; readonly what: "role" | "member" };

/** What the actor must hold before anything is said about a person: the permission of the command. */
export const permissionOfPlan: Readonly<Record<PlanKind, SystemPermission>> = {
  add: "member.invite",
  changeRole: "member.changeRole",
  remove: "member.remove",
  deactivate: "member.remove",
};

const act = (name: PlanAct): Step => ({ step: "act", act: name });
const nothing = (why: IdleReason): Step => ({ step: "nothing", why });
const missing = (what: "role" | "member"): Step => ({ step: "missing", what });

/** What an item comes to (`product-rules.md`, beyond 4). */
export function stepOf(one: PlanCase): Step {
  switch (one.kind) {
    case "add":
      return adding(one);
    case "changeRole":
      if (one.role === null) return missing("role");
      if (one.member === null) return missing("member");
      return one.member.status === "active" && one.member.role === one.role ? nothing("sameRole") : act("changeRole");
    case "remove":
      return one.member === null || one.member.status === "removed" ? nothing("notMember") : act("remove");
    case "deactivate":
      if (one.member === null) return missing("member");
      return one.member.status === "deactivated" ? nothing("alreadyDeactivated") : act("deactivate");
    default:
      return one.kind;
  }
}

/** Nobody joins without consent: an invitation asks for it. Whoever was removed lately has given it before; who left took it back. */
function adding({ role, member, invited, now }: PlanCase): Step {
  if (role === null) return missing("role");
  if (member !== null && member.status !== "removed") return nothing("alreadyMember");
  if (invited) return nothing("alreadyInvited");
  return member !== null && canReturn(member, now) ? act("reinstate") : act("invite");
}

function canReturn({ removedAt, left }: PlannedMember, now: number): boolean {
  return removedAt !== null && !left && now < removedAt + reinstatementPeriod;
}

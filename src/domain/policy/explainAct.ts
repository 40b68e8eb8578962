import { decide, permissionOf } from "./decide.ts";
import type { Act, MemberFacts, OrganizationFacts, Reason } from "./decision.ts";
import { explain } from "./explain.ts";
import { helpersOf, type Helpers } from "./helpers.ts";
import type { Permission } from "./permissions.ts";
import type { Policy } from "./policy.ts";
import type { RoleKey } from "./preset.ts";

/** Why a member may do an act or not: the part of the answer that names nobody. */
export interface ExplainedAct {
  readonly memberId: string;
  readonly role: RoleKey;
  readonly allowed: boolean;
  readonly refusal: Reason | null;
  /** The permission that it takes; null where membership is enough. */
  readonly permission: Permission | null;
  readonly rows: { key: string; label: string; allowed: boolean; note: string | null }[];
  /** The role through which it is held. */
  readonly through: RoleKey | null;
  readonly helpers: Helpers | null;
}

/** Explains one act for one member (`product-rules.md`, 'Explain'). */
export function explainAct(policy: Policy, subject: MemberFacts, act: Act, facts: OrganizationFacts): ExplainedAct {
  const { memberId, role } = subject;
  const decision = decide(policy, subject, act, facts);
  const permission = act.kind === "leave" || act.kind === "takeOver" ? null : permissionOf(act);
  const explained = permission === null ? null : explain(policy, role, permission);
  return {
    memberId,
    role,
    allowed: decision.allowed,
    refusal: decision.allowed ? null : decision.reason,
    permission,
    rows: (explained?.rows ?? []).map(({ key, label, cells }) => {
      const cell = cells[role];
      return { key, label, allowed: cell?.allowed === true, note: cell?.note ?? null };
    }),
    through: explained?.allowed === true ? role : null,
    helpers: decision.allowed ? null : helpersOf(policy, decision.reason, act, facts),
  };
}

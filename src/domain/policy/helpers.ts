import { decide } from "./decide.ts";
import type { Act, MemberFacts, OrganizationFacts, Reason } from "./decision.ts";
import { byRank, type Policy } from "./policy.ts";
import type { RoleKey } from "./preset.ts";

/** How others can help whoever is refused: by giving them a role that may, or by doing it themselves. */
export interface Helpers {
  readonly how: "grant" | "act";
  /** Highest first. */
  readonly roles: readonly RoleKey[];
}

/** Nobody: a holder of the role who is neither the one refused nor the one acted upon. */
const somebody = "";

/**
 * Which roles' holders can help after a refusal (`product-rules.md`, 'Explain'), or null where nobody can. The decision
 * itself is asked for every role, so that it cannot say another thing than what happens to them.
 */
export function helpersOf(policy: Policy, reason: Reason, act: Act, organization: OrganizationFacts): Helpers | null {
  if (reason.code === "missingPermission" && reason.grantors.length > 0)
    return { how: "grant", roles: reason.grantors };
  const holder = (role: RoleKey): MemberFacts => ({ memberId: somebody, role, status: "active" });
  const roles = byRank(policy).filter(
    (role) => act.kind !== "leave" && decide(policy, holder(role), act, organization).allowed,
  );
  return roles.length === 0 ? null : { how: "act", roles };
}

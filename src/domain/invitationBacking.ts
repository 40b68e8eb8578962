import { decide } from "./policy/decide.ts";
import type { MemberFacts } from "./policy/decision.ts";
import type { Policy } from "./policy/policy.ts";
import type { RoleKey } from "./policy/preset.ts";

/**
 * Whether an invitation with this role still joins anybody: whoever stands for it, having sent or renewed it last, could
 * give its role at this moment. Null: they are no member.
 */
export function isBacked(policy: Policy, sender: MemberFacts | null, role: RoleKey): boolean {
  // An invitation takes nobody's power, and one from an organization that is deleted waits for its restoring.
  return decide(policy, sender, { kind: "invite", role }, { lastingOwners: 1 }).allowed;
}

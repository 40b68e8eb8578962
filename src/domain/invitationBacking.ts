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

/** The roles of which that holds, for whoever may have to judge it later. */
export const rolesBackedBy = (policy: Policy, sender: MemberFacts | null): RoleKey[] =>
  [...policy.roles.keys()].filter((role) => isBacked(policy, sender, role));

/** Open invitations that one person stands for and that give one role. */
export interface SentInvitations {
  readonly accountId: string;
  readonly sender: MemberFacts | null;
  readonly role: RoleKey;
  readonly count: number;
}

/** The open invitations of an organization at one moment, as far as a change may touch who stands for them. */
interface OpenInvitations {
  readonly policy: Policy;
  readonly sent: readonly SentInvitations[];
}

/** How many open invitations join nobody any more after a change and did before it. */
export function lapsedBetween(before: OpenInvitations, after: OpenInvitations): number {
  const over = ({ policy, sent }: OpenInvitations) =>
    sent.filter(({ sender, role }) => !isBacked(policy, sender, role));
  const keyOf = ({ accountId, role }: SentInvitations) => `${accountId} ${role}`;
  const already = new Map(over(before).map((each) => [keyOf(each), each.count]));
  return over(after).reduce((sum, each) => sum + Math.max(0, each.count - (already.get(keyOf(each)) ?? 0)), 0);
}

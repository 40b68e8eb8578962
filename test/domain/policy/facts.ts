import { decide } from "#domain/policy/decide.ts";
import type { Act, MemberFacts, MemberStatus, OrganizationFacts, TargetFacts } from "#domain/policy/decision.ts";
import { policyOf } from "#domain/policy/policy.ts";
import type { PresetKey, RoleKey, Switches } from "#domain/policy/preset.ts";

/** A member of a role, active unless said otherwise; the id tells persons apart. */
export function member(role: RoleKey, memberId = `some-${role}`, status: MemberStatus = "active"): TargetFacts {
  return { memberId, role, status, ends: false };
}

/** 'allowed' or the code of the refusal, for a holder of `role` in an organization with this many owners whose access has no end. */
export function outcome(
  preset: PresetKey,
  role: RoleKey | MemberFacts | null,
  act: Act,
  { lastingOwners = 2, held = false, ...switches }: Partial<Switches> & Partial<OrganizationFacts> = {},
): string {
  const actor = typeof role === "string" ? member(role, "actor") : role;
  const decision = decide(policyOf(preset, { switches }), actor, act, { lastingOwners, held });
  return decision.allowed ? "allowed" : decision.reason.code;
}

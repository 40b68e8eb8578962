import type { Organization } from "#contract/entities/organization.ts";
import { hasPermission } from "#domain/policy/policy.ts";
import { policyFor } from "#renderer/bridge/decision.ts";

const managing = ["member.invite", "member.remove", "member.changeRole"] as const;

/** Whether the person may see and change who is in an organization, so that its people stand among theirs. */
export function managesPeople(organization: Organization): boolean {
  const policy = policyFor(organization);
  const may = (permission: (typeof managing)[number] | "member.view") =>
    hasPermission(policy, organization.me.role, permission);
  return may("member.view") && managing.some(may);
}

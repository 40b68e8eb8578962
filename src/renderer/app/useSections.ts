import { useMemo } from "react";
import type { Organization } from "#contract/entities/organization.ts";
import { hasPermission } from "#domain/policy/policy.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { sections, type Section } from "./sections.ts";

export function useSections(organization: Organization | undefined): readonly Section[] {
  return useMemo(() => (organization ? visibleSections(organization) : []), [organization]);
}

/** The sections that the person's role may see in an organization. */
export function visibleSections(organization: Organization): readonly Section[] {
  const policy = policyFor(organization);
  const { role } = organization.me;
  return sections.filter(({ permission }) => permission === null || hasPermission(policy, role, permission));
}

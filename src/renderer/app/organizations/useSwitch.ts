import { useCallback } from "react";
import { useMatch, useNavigate } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import { visibleSections } from "../useSections.ts";
import { paths } from "./paths.ts";

/** Goes to another organization: to the section that the person is in, where they see it there as well. */
export function useSwitch(): (organization: Organization) => void {
  const navigate = useNavigate();
  const here = useMatch("/o/:organizationId/:section/*")?.params.section;
  return useCallback(
    (organization) => {
      const section = visibleSections(organization).find(({ key }) => key === here);
      void navigate(section ? paths.section(organization.id, section.key) : paths.organization(organization.id));
    },
    [navigate, here],
  );
}

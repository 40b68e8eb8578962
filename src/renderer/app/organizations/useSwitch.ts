import { useCallback } from "react";
import type { Organization } from "#contract/entities/organization.ts";
import { visibleSections } from "../useSections.ts";
import { useGo } from "../useGo.ts";
import { useHere } from "./here.ts";
import { paths } from "./paths.ts";

/** Goes to another organization: to the section that the person is in, where they see it there as well. */
export function useSwitch(): (organization: Organization) => void {
  const go = useGo();
  const here = useHere();
  return useCallback(
    (organization) => {
      const section = visibleSections(organization).find(({ key }) => key === here);
      go(section ? paths.section(organization.id, section.key) : paths.organization(organization.id));
    },
    [go, here],
  );
}

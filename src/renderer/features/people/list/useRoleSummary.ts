import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { ManagedOrganization, Person } from "#contract/entities/people.ts";
import { roleThere } from "../managed.ts";
import { currentOf } from "./people.ts";

/** 'Owner in 2, Member in 7': the roles of a person by what their organizations call them, the most frequent first. */
export function useRoleSummary(byId: ReadonlyMap<string, ManagedOrganization>): (person: Person) => string {
  const { t } = useTranslation("people");
  return useCallback(
    (person) => {
      const current = currentOf(person);
      const names = current.map(({ organizationId, role }) => roleThere(byId.get(organizationId), role).name);
      const counted = [...Map.groupBy(names, (name) => name)].sort((a, b) => b[1].length - a[1].length);
      if (counted.length === 1) return counted[0]?.[0] ?? "";
      return counted.map(([role, all]) => t("roleIn", { role, count: all.length })).join(", ");
    },
    [byId, t],
  );
}

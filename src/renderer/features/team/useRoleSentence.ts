import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Permission } from "#domain/policy/permissions.ts";
import type { RoleKey } from "#domain/policy/preset.ts";
import { nounsOfPolicy } from "#renderer/app/workspaces/policyNouns.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { roleDifference } from "#domain/policy/roleDifference.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";

/** As many as one line holds. */
const actsAtMost = 2;

/** What a change of role means for somebody, in one line: 'Dana can now manage billing'. Null stands for the reader. */
export function useRoleSentence(organization: Organization) {
  const { t } = useTranslation("team");
  const { t: frame } = useTranslation("frame");
  return useCallback(
    (name: string | null, from: RoleKey, to: RoleKey): string => {
      const policy = policyFor(organization);
      const who = name === null ? "you" : "other";
      const named = { name: name ?? "" };
      const words = (found: readonly Permission[], type: "conjunction" | "disjunction") => {
        const acts = found
          .slice(0, actsAtMost)
          .map((permission) => frame(`permission.${permission}`, nounsOfPolicy(policy)));
        return { ...named, acts: new Intl.ListFormat("en", { type }).format(acts) };
      };
      const { gained, lost } = roleDifference(policy, from, to);
      if (gained.length > 0) return t(`role.gains.${who}`, words(gained, "conjunction"));
      if (lost.length > 0) return t(`role.loses.${who}`, words(lost, "disjunction"));
      return t(`role.same.${who}`, { ...named, role: nameOfRole(policy, to) });
    },
    [organization, t, frame],
  );
}

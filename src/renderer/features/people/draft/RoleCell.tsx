import { NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { PlannedRoles } from "#contract/entities/plan.ts";
import type { ManagedOrganization } from "#contract/entities/people.ts";
import { roleIn, withRoleIn } from "./roles.ts";

interface RoleCellProps {
  readonly organization: ManagedOrganization;
  readonly roles: PlannedRoles;
  readonly onRoles: (change: (roles: PlannedRoles) => PlannedRoles) => void;
}

/** The role in one organization: the preset's choice unless another is made here. */
export function RoleCell({ organization, roles, onRoles }: RoleCellProps) {
  const { t } = useTranslation("people");
  const offered = organization.roles.map(({ key, name }) => ({ value: key, label: name }));
  const role = roleIn(roles, organization) ?? "";
  // A list that lacks its own value would show its first role, which is the highest, as if it were chosen.
  const known = offered.some(({ value }) => value === role);
  return (
    <NativeSelect
      size="xs"
      aria-label={t("plans.draft.roleOf", { organization: organization.name })}
      value={known ? role : ""}
      data={known ? offered : [{ value: "", label: t("plans.draft.chooseRole"), disabled: true }, ...offered]}
      onChange={({ currentTarget: { value } }) => onRoles((before) => withRoleIn(before, organization, value))}
    />
  );
}

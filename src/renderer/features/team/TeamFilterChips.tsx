import { memo } from "react";
import { useTranslation } from "react-i18next";
import { byRank, type Policy } from "#domain/policy/policy.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { ChoiceFilterChip } from "#renderer/ui/filters/ChoiceFilterChip.tsx";
import { ChoicesFilterChip } from "#renderer/ui/filters/ChoicesFilterChip.tsx";
import { isOfInvitations, teamStatuses, type TeamFilters } from "./filters.ts";

interface TeamFilterChipsProps {
  readonly policy: Policy;
  readonly filters: TeamFilters;
  readonly onChange: (part: Partial<TeamFilters>) => void;
  /** Without the permission to invite there are no invitations to tell apart. */
  readonly invites: boolean;
}

/** Role and status, each in words once it is set. */
export const TeamFilterChips = memo(function TeamFilterChips(props: TeamFilterChipsProps) {
  const { policy, filters, onChange, invites } = props;
  const { t } = useTranslation("team");
  const { roles, status } = filters;
  const statuses = teamStatuses.filter((each) => invites || !isOfInvitations(each));
  return (
    <>
      <ChoicesFilterChip
        name={t("filter.role")}
        values={roles}
        choices={byRank(policy).map((key) => ({ value: key, label: nameOfRole(policy, key) }))}
        onChoose={(chosen) => onChange({ roles: chosen })}
      />
      <ChoiceFilterChip
        name={t("filter.status")}
        value={status}
        choices={statuses.map((each) => ({ value: each, label: t(`filter.${each}`) }))}
        without={t("filter.all")}
        onChoose={(chosen) => onChange({ status: chosen })}
      />
    </>
  );
});

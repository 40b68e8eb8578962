import { Checkbox, Radio } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { byRank } from "#domain/policy/policy.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { FilterChip } from "#renderer/ui/FilterChip.tsx";
import { teamStatuses, type TeamFilters } from "./filters.ts";
import classes from "./Team.module.css";

interface TeamFilterChipsProps {
  readonly organization: Organization;
  readonly filters: TeamFilters;
  readonly onChange: (part: Partial<TeamFilters>) => void;
  /** Without the permission to invite there are no invitations to tell apart. */
  readonly invites: boolean;
}

/** Role and status, each in words once it is set. */
export function TeamFilterChips({ organization, filters, onChange, invites }: TeamFilterChipsProps) {
  const { t } = useTranslation("team");
  const policy = policyFor(organization);
  const { roles, status } = filters;
  const roleName = (key: string) => nameOfRole(policy, key);
  const statuses = teamStatuses.filter((each) => invites || each !== "pending");
  return (
    <>
      <FilterChip
        name={t("filter.role")}
        value={roles.length > 0 ? roles.map(roleName).join(", ") : null}
        onClear={() => onChange({ roles: [] })}
      >
        {() => (
          <Checkbox.Group
            value={[...roles]}
            onChange={(chosen) => onChange({ roles: chosen })}
            label={t("filter.role")}
          >
            <div className={classes["editor"]}>
              {byRank(policy).map((key) => (
                <Checkbox key={key} value={key} label={roleName(key)} />
              ))}
            </div>
          </Checkbox.Group>
        )}
      </FilterChip>
      <FilterChip
        name={t("filter.status")}
        value={status && t(`filter.${status}`)}
        onClear={() => onChange({ status: null })}
      >
        {() => (
          <Radio.Group
            value={status ?? "all"}
            onChange={(chosen) => onChange({ status: teamStatuses.find((each) => each === chosen) ?? null })}
            label={t("filter.status")}
          >
            <div className={classes["editor"]}>
              {(["all", ...statuses] as const).map((each) => (
                <Radio key={each} size="xs" value={each} label={t(`filter.${each}`)} />
              ))}
            </div>
          </Radio.Group>
        )}
      </FilterChip>
    </>
  );
}

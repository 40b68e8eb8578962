import { Radio } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { hasPermission } from "#domain/policy/policy.ts";
import { statusesSeen } from "#domain/workspaceAccess.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { FilterChip } from "#renderer/ui/FilterChip.tsx";
import type { WorkspaceFilters } from "./filters.ts";
import classes from "./Workspaces.module.css";

interface StatusFilterProps {
  readonly organization: Organization;
  readonly status: WorkspaceFilters["status"];
  readonly onChange: (part: Partial<WorkspaceFilters>) => void;
}

/** Which statuses to show; nothing to choose for whoever sees active ones alone. */
export function StatusFilter({ organization, status, onChange }: StatusFilterProps) {
  const { t } = useTranslation("workspaces");
  const policy = policyFor(organization);
  const may = (permission: "workspace.viewAll" | "workspace.edit") =>
    hasPermission(policy, organization.me.role, permission);
  const statuses = statusesSeen({ viewAll: may("workspace.viewAll"), edit: may("workspace.edit") });
  if (statuses.length < 2) return null;
  return (
    <FilterChip
      name={t("filter.status")}
      value={status && t(`filter.${status}`)}
      onClear={() => onChange({ status: null })}
    >
      {(close) => (
        <Radio.Group
          value={status ?? "usual"}
          onChange={(chosen) => {
            onChange({ status: statuses.find((each) => each === chosen) ?? null });
            close();
          }}
          label={t("filter.status")}
        >
          <div className={classes["editor"]}>
            {(["usual", ...statuses] as const).map((each) => (
              <Radio key={each} size="xs" value={each} label={t(`filter.${each}`)} />
            ))}
          </div>
        </Radio.Group>
      )}
    </FilterChip>
  );
}

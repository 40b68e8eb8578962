import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { hasPermission } from "#domain/policy/policy.ts";
import { statusesSeen } from "#domain/workspaceAccess.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { ChoiceFilterChip } from "#renderer/ui/filters/ChoiceFilterChip.tsx";
import type { WorkspaceFilters } from "./filters.ts";

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
    <ChoiceFilterChip
      name={t("filter.status")}
      value={status}
      choices={statuses.map((each) => ({ value: each, label: t(`filter.${each}`) }))}
      without={t("filter.usual")}
      onChoose={(chosen) => onChange({ status: chosen })}
    />
  );
}

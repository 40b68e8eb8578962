import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { AuditAction } from "#contract/audit.ts";
import { auditActionNames } from "#contract/auditActions.ts";
import { useOrganization } from "#renderer/app/organizations/OrganizationScope.tsx";
import { nounsOf } from "#renderer/app/workspaces/nouns.ts";
import { FilterChip } from "#renderer/ui/filters/FilterChip.tsx";
import classes from "./Audit.module.css";
import type { AuditFilters } from "./filters.ts";

interface ActionFilterProps {
  readonly actions: readonly AuditAction[];
  readonly onChange: (part: Partial<AuditFilters>) => void;
}

const groups = [
  "organization",
  "role",
  "ownership",
  "lockout",
  "approval",
  "member",
  "workspace",
  "invitation",
  "review",
] as const;

/** Which kinds of events to show. */
export function ActionFilter({ actions, onChange }: ActionFilterProps) {
  const { t } = useTranslation("audit");
  const nouns = nounsOf(useOrganization());
  const [only] = actions;
  const value =
    actions.length === 1 && only ? t(`action.${only}`, nouns) : t("filter.actions", { count: actions.length });
  return (
    <FilterChip
      name={t("filter.action")}
      value={actions.length === 0 ? null : value}
      onClear={() => onChange({ actions: [] })}
    >
      {() => (
        <Checkbox.Group
          value={[...actions]}
          onChange={(chosen) => onChange({ actions: auditActionNames.filter((each) => chosen.includes(each)) })}
        >
          <div className={classes["editor"]}>
            {groups.map((group) => (
              <fieldset key={group} className={classes["group"]}>
                <legend>{t(`group.${group}`, nouns)}</legend>
                {auditActionNames
                  .filter((action) => action.startsWith(`${group}.`))
                  .map((action) => (
                    <Checkbox key={action} value={action} label={t(`action.${action}`, nouns)} />
                  ))}
              </fieldset>
            ))}
          </div>
        </Checkbox.Group>
      )}
    </FilterChip>
  );
}

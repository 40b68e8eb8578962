import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { NamedOrganizationAvatar } from "#renderer/app/organizations/OrganizationAvatar.tsx";
import { Truncate } from "#renderer/ui/Truncate.tsx";
import classes from "./Draft.module.css";
import type { PlanRow } from "./usePlanRows.ts";

interface IncludedCellProps {
  readonly row: PlanRow;
  readonly onToggle: (organizationId: string) => void;
}

/** The organization, and whether the plan is for it. */
export function IncludedCell({ row: { organization, included }, onToggle }: IncludedCellProps) {
  const { t } = useTranslation("people");
  const { id, name } = organization;
  return (
    <span className={classes["included"]} data-out={!included || undefined}>
      <Checkbox
        checked={included}
        aria-label={t("plans.draft.include", { organization: name })}
        onChange={() => onToggle(id)}
      />
      <NamedOrganizationAvatar id={id} name={name} size={20} />
      <Truncate>{name}</Truncate>
    </span>
  );
}

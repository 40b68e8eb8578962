import { Button } from "@mantine/core";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { PermissionMatrix } from "#contract/entities/permission.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { EmptyState } from "#renderer/ui/page/EmptyState.tsx";
import { SearchField } from "#renderer/ui/form/SearchField.tsx";
import { CompareFilter } from "./CompareFilter.tsx";
import { Matrix } from "./Matrix.tsx";
import { countRows, differs, keepRows, matches } from "./matrix.ts";
import classes from "./Permissions.module.css";
import { RoleCards } from "./RoleCards.tsx";
import type { View } from "./view.ts";

interface RolesViewProps {
  readonly organization: Organization;
  readonly matrix: PermissionMatrix;
  readonly view: View;
  readonly onChange: (part: Partial<View>) => void;
}

/** The roles and the matrix of all of them, or of the two that are compared. */
export function RolesView({ organization, matrix, view, onChange }: RolesViewProps) {
  const { t } = useTranslation("permissions");
  const grid = useRef<HTMLDivElement>(null);
  const { search, compare } = view;
  const { roles, myRole } = matrix;
  const columns = useMemo(() => (compare ? roles.filter(({ key }) => compare.includes(key)) : roles), [roles, compare]);
  const sections = useMemo(() => {
    const found = keepRows(matrix.sections, matches(search));
    return compare ? keepRows(found, differs(compare[0], compare[1])) : found;
  }, [matrix.sections, search, compare]);
  const [shown, total] = [countRows(sections), countRows(matrix.sections)];
  return (
    <>
      <div className={classes["toolbar"]}>
        <SearchField
          label={t("search")}
          value={search}
          onChange={(text) => onChange({ search: text })}
          onLeave={() => grid.current?.querySelector<HTMLElement>("[data-cell][tabindex='0']")?.focus()}
        />
        <CompareFilter roles={roles} compare={compare} onChange={(pair) => onChange({ compare: pair })} />
        <span className={classes["count"]} aria-live="polite">
          {shown === total ? null : t("count", { shown, total })}
        </span>
      </div>
      <div ref={grid} className={classes["scroller"]}>
        {compare || search ? null : (
          <RoleCards organization={organization} roles={roles} myRole={myRole} onEdit={(edit) => onChange({ edit })} />
        )}
        {shown > 0 ? (
          <Matrix organization={organization} sections={sections} roles={columns} allRoles={roles} myRole={myRole} />
        ) : (
          <EmptyState
            text={t("nothingFound")}
            action={
              <Button variant="default" onClick={() => onChange({ search: "", compare: null })}>
                {t("showAll")}
              </Button>
            }
          />
        )}
      </div>
    </>
  );
}

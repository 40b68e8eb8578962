import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { ColumnEdit } from "./editor/EditCell.tsx";
import { Explanation } from "./Explanation.tsx";
import { notesOf, type Role, type Section } from "./matrix.ts";
import { MatrixHead } from "./MatrixHead.tsx";
import { MatrixRow } from "./MatrixRow.tsx";
import { Notes } from "./Notes.tsx";
import classes from "./Matrix.module.css";
import { placeOf, useMatrixEvents } from "./useMatrixEvents.ts";

interface MatrixProps {
  readonly organization: Organization;
  readonly sections: readonly Section[];
  /** The columns. */
  readonly roles: readonly Role[];
  /** Every role, for who holds a permission. */
  readonly allRoles: readonly Role[];
  readonly myRole: string;
  /** The column that is being edited. */
  readonly edit?: ColumnEdit;
}

/** Who may do what: a column per role, walked by the arrow keys, each cell explaining itself. */
export function Matrix({ organization, sections, roles, allRoles, myRole, edit }: MatrixProps) {
  const { t } = useTranslation("permissions");
  const rows = useMemo(() => sections.flatMap((section) => section.rows), [sections]);
  const notes = useMemo(() => notesOf(sections, roles), [sections, roles]);
  const { active, explained, handlers } = useMatrixEvents({ rows: rows.length, columns: roles.length + 1 });
  const place = explained ? placeOf(explained) : null;
  const [row, role] = place ? [rows[place.row], roles[place.column - 1]] : [];
  const semantics = { role: "grid", "aria-label": t("matrix"), "aria-colcount": roles.length + 1 };
  return (
    <>
      <table className={classes["matrix"]} {...semantics} {...handlers}>
        <MatrixHead roles={roles} myRole={myRole} edited={edit?.role ?? null} />
        {sections.map((section) => (
          <tbody key={section.title}>
            <tr>
              <th scope="rowgroup" colSpan={roles.length + 1} className={classes["section"]}>
                {section.title}
              </th>
            </tr>
            {section.rows.map((each) => {
              const index = rows.indexOf(each);
              return (
                <MatrixRow
                  key={each.key}
                  organizationId={organization.id}
                  row={each}
                  index={index}
                  roles={roles}
                  allRoles={allRoles}
                  myRole={myRole}
                  notes={notes}
                  edit={edit ?? null}
                  activeColumn={active.row === index ? active.column : null}
                />
              );
            })}
          </tbody>
        ))}
      </table>
      <Notes notes={notes} />
      {explained && row && role && role.key !== edit?.role ? (
        <Explanation
          key={explained.dataset["cell"]}
          target={explained}
          cell={{ row, role }}
          organization={organization}
          roles={allRoles}
        />
      ) : null}
    </>
  );
}

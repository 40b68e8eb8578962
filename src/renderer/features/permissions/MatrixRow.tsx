import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Mark } from "./Mark.tsx";
import { isAllowed, type Role, type Row } from "./matrix.ts";
import classes from "./Permissions.module.css";
import { WhoCan } from "./WhoCan.tsx";

interface MatrixRowProps {
  readonly organizationId: string;
  readonly row: Row;
  readonly index: number;
  readonly roles: readonly Role[];
  readonly allRoles: readonly Role[];
  readonly myRole: string;
  readonly notes: readonly string[];
  /** The column in the tab order, or null where another row has it. */
  readonly activeColumn: number | null;
}

/** One permission: its wording and a cell per role. */
export function MatrixRow(props: MatrixRowProps) {
  const { organizationId, row, index, roles, allRoles, myRole, notes, activeColumn } = props;
  const { t } = useTranslation("permissions");
  return (
    <tr>
      <th scope="row" className={classes["rowHead"]} data-cell={`${index}:0`}>
        <WhoCan organizationId={organizationId} row={row} roles={allRoles} tabIndex={activeColumn === 0 ? 0 : -1} />
      </th>
      {roles.map(({ key }, position) => {
        const note = row.cells[key]?.note;
        const number = note ? notes.indexOf(note) + 1 : 0;
        return (
          <td
            key={key}
            className={classes["cell"]}
            data-cell={`${index}:${position + 1}`}
            data-mine={key === myRole || undefined}
            tabIndex={activeColumn === position + 1 ? 0 : -1}
          >
            <Mark allowed={isAllowed(row, key)} />
            {number > 0 ? (
              <sup className={classes["noteMark"]}>
                <VisuallyHidden>{t("note", { number })}</VisuallyHidden>
                <span aria-hidden="true">{number}</span>
              </sup>
            ) : null}
          </td>
        );
      })}
    </tr>
  );
}

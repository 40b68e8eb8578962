import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { EditCell, type ColumnEdit } from "./editor/EditCell.tsx";
import { Mark } from "./Mark.tsx";
import { isAllowed, isPartly, type Role, type Row } from "./matrix.ts";
import classes from "./Matrix.module.css";
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
  readonly edit: ColumnEdit | null;
}

/** One permission: its wording and a cell per role. */
export function MatrixRow(props: MatrixRowProps) {
  const { organizationId, row, index, roles, allRoles, myRole, notes, activeColumn, edit } = props;
  const { t } = useTranslation("permissions");
  return (
    <tr>
      <th scope="row" className={classes["rowHead"]} data-cell={`${index}:0`}>
        <WhoCan organizationId={organizationId} row={row} roles={allRoles} tabIndex={activeColumn === 0 ? 0 : -1} />
      </th>
      {roles.map(({ key }, position) => {
        const note = row.cells[key]?.note;
        const tabIndex = activeColumn === position + 1 ? 0 : -1;
        const isEdited = edit?.role === key;
        const number = note ? notes.indexOf(note) + 1 : 0;
        return (
          <td
            key={key}
            className={classes["cell"]}
            data-cell={`${index}:${position + 1}`}
            data-mine={key === myRole || undefined}
            data-edited={isEdited || undefined}
            data-changed={(isEdited && edit.isChanged(row)) || undefined}
            {...(isEdited ? {} : { tabIndex })}
          >
            {isEdited ? (
              <EditCell row={row} edit={edit} tabIndex={tabIndex} />
            ) : (
              <Mark allowed={isAllowed(row, key)} partly={isPartly(row, key)} />
            )}
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

import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Refusal } from "#renderer/app/explain/useRefusal.tsx";
import { Reason } from "#renderer/ui/Reason.tsx";
import type { Row } from "../matrix.ts";
import classes from "../Matrix.module.css";

/** How the column that is being edited behaves. */
export interface ColumnEdit {
  readonly role: string;
  readonly name: string;
  /** Why a row cannot be given; without a reason, it can. */
  readonly refused: (row: Row) => Refusal;
  /** Whether a row is another one than before the edit. */
  readonly isChanged: (row: Row) => boolean;
  readonly onToggle: (row: Row) => void;
}

interface EditCellProps {
  readonly row: Row;
  readonly edit: ColumnEdit;
  readonly tabIndex: number;
}

/** A cell that is turned on and off, by click, Space or Enter. */
export function EditCell({ row, edit, tabIndex }: EditCellProps) {
  const { t } = useTranslation("permissions");
  const cell = row.cells[edit.role];
  const { reason, ...more } = edit.refused(row);
  return (
    <Reason because={reason} {...more}>
      <Checkbox
        size="xs"
        checked={cell?.allowed === true}
        indeterminate={cell?.partly === true}
        aria-label={t("editor.cell", { role: edit.name, permission: row.label })}
        classNames={{ root: classes["toggle"] ?? "" }}
        tabIndex={tabIndex}
        // A click that is refused changes it all the same, as far as React knows.
        onChange={() => (reason === null ? edit.onToggle(row) : undefined)}
        onKeyDown={(event) => {
          // Enter would send the form.
          if (event.key !== "Enter") return;
          event.preventDefault();
          event.currentTarget.click();
        }}
      />
    </Reason>
  );
}

import { IconDots } from "@tabler/icons-react";
import { memo, type ReactNode } from "react";
import { Truncate } from "../Truncate.tsx";
import type { TableColumn } from "./columns.ts";
import classes from "./DataTable.module.css";

interface TableRowProps<Row> {
  readonly row: Row;
  readonly id: string;
  readonly label: string;
  readonly index: number;
  /** Pixels between it and the row before it in the document. */
  readonly gap: number;
  readonly columns: readonly TableColumn<Row>[];
  readonly selectable: boolean;
  readonly hasMenu: boolean;
  readonly selected: boolean;
  readonly active: boolean;
  readonly open: boolean;
  /** What its box and its menu are called, before the row's own label. */
  readonly words: { readonly select: string; readonly actions: string };
}

/** Always the same, so that it is drawn once in each row. */
const dots = <IconDots size={16} aria-hidden="true" />;

function PlainRow<Row>(props: TableRowProps<Row>): ReactNode {
  const { row, id, label, index, gap, columns, selectable, hasMenu, selected, active, open, words } = props;
  const offset = selectable ? 2 : 1;
  return (
    <tr
      className={classes["row"]}
      {...(gap > 0 ? { style: { marginTop: gap } } : {})}
      aria-rowindex={index + 2}
      aria-selected={selectable ? selected : undefined}
      data-index={index}
      data-open={open || undefined}
      tabIndex={active ? 0 : -1}
    >
      {selectable ? (
        <td className={classes["select"]} data-part="select" aria-colindex={1}>
          <input type="checkbox" tabIndex={-1} checked={selected} readOnly aria-label={`${words.select}: ${label}`} />
        </td>
      ) : null}
      {columns.map((column, position) => (
        <td
          key={column.plain === true ? column.id : `${column.id} ${id}`}
          className={classes["cell"]}
          data-align={column.align}
          aria-colindex={position + offset}
        >
          {whole(column.cell(row))}
        </td>
      ))}
      {hasMenu ? (
        <td className={classes["menu"]} aria-colindex={columns.length + offset}>
          <button type="button" tabIndex={-1} data-part="menu" aria-label={`${words.actions}: ${label}`}>
            {dots}
          </button>
        </td>
      ) : null}
    </tr>
  );
}

/** Plain text shows in full on hovering when the column is too narrow for it. */
function whole(content: ReactNode): ReactNode {
  return typeof content === "string" ? <Truncate>{content}</Truncate> : content;
}

/** One row; renders again only when something of its own changed, so scrolling draws new rows alone. */
export const TableRow = memo(PlainRow) as typeof PlainRow;

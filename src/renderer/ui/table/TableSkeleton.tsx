import { Skeleton } from "@mantine/core";
import { useDelayed } from "../page/Loading.tsx";
import type { TableColumn } from "./columns.ts";
import classes from "./DataTable.module.css";

interface TableSkeletonProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly selectable: boolean;
  readonly rows: number;
}

/** Rows of the final height and columns, 150 ms late; nothing jumps when the real ones come. */
export function TableSkeleton<Row>({ columns, selectable, rows }: TableSkeletonProps<Row>) {
  const shown = useDelayed();
  if (!shown) return null;
  return (
    <div aria-hidden="true">
      {Array.from({ length: rows }, (_, index) => `skeleton-${index}`).map((key, index) => (
        <div key={key} className={classes["skeletonRow"]}>
          {selectable ? <span /> : null}
          {columns.map((column, position) => (
            <span key={column.id} className={classes["cell"]} data-align={column.align}>
              <Skeleton h={12} w={`${45 + ((index * 17 + position * 29) % 40)}%`} />
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

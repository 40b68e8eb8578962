import type { ReactNode, Ref } from "react";
import { useTranslation } from "react-i18next";
import { SearchField } from "../form/SearchField.tsx";
import { useSteady } from "../useSteady.ts";
import type { TableColumn } from "./columns.ts";
import classes from "./TableToolbar.module.css";
import type { TableSearch } from "./useSearch.ts";
import { useHeads } from "./useHeads.ts";
import type { TableView } from "./useTableView.ts";
import { ViewMenu } from "./ViewMenu.tsx";

interface TableToolbarProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  readonly view: TableView;
  readonly search: TableSearch<Row> | undefined;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly onLeaveSearch: () => void;
  readonly filters: ReactNode;
  readonly end: ReactNode;
  readonly shown: number | null;
  /** All there are; neither is known while the server still pages. */
  readonly total: number | null;
}

/** Search, filters, how many of how many, and how the table looks. */
export function TableToolbar<Row>(props: TableToolbarProps<Row>) {
  const { columns, view, search, searchRef, onLeaveSearch, filters, end, shown, total } = props;
  const heads = useHeads(columns);
  const change = useSteady((text: string) => search?.onChange(text));
  const leave = useSteady(onLeaveSearch);
  return (
    <div className={classes["toolbar"]} data-filters={filters ? true : undefined}>
      {search ? (
        <SearchField ref={searchRef} label={search.label} value={search.value} onChange={change} onLeave={leave} />
      ) : null}
      {filters ? <span className={classes["filters"]}>{filters}</span> : null}
      <span className={classes["end"]}>
        <CountLine shown={shown} total={total} />
        {end}
        <ViewMenu columns={heads} view={view} />
      </span>
    </div>
  );
}

/** '42 of 1,204'; silent while everything is shown, since the page's title carries that count. */
function CountLine({ shown, total }: { shown: number | null; total: number | null }) {
  const { t } = useTranslation();
  const narrowed = total !== null && shown !== null && total !== shown;
  return (
    <span className={classes["count"]} aria-live="polite">
      {narrowed ? t("table.count", { shown, total }) : null}
    </span>
  );
}

import { useState, type ReactNode } from "react";
import { screen } from "@testing-library/react";
import { BridgeProvider } from "#renderer/bridge/BridgeProvider.tsx";
import { DataTable, type DataTableProps } from "#renderer/ui/table/DataTable.tsx";
import type { TableColumn } from "#renderer/ui/table/columns.ts";
import { fakeBridge, type FakeBridge } from "#test/support/fakeBridge.ts";
import { renderUi } from "#test/support/render.tsx";

/** A team of invented people in a table, and what tests look at. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly seats: number;
}

const columns: readonly TableColumn<Member>[] = [
  { id: "name", header: "Name", cell: (row) => row.name, value: (row) => row.name, width: 200, priority: 1 },
  { id: "seats", header: "Seats", cell: (row) => row.seats, value: (row) => row.seats, width: 80, align: "end" },
];
export const members = (count: number): Member[] =>
  Array.from({ length: count }, (_, index) => ({ id: `m${index}`, name: `Person ${index}`, seats: count - index }));
export const rowId = (row: Member) => row.id;
const rowLabel = (row: Member) => row.name;
const textOf = (row: Member) => row.name;

/** The bare table. */
export function List(props: Partial<DataTableProps<Member>>) {
  return (
    <DataTable
      id="team"
      label="Team"
      columns={columns}
      rows={members(5)}
      rowId={rowId}
      rowLabel={rowLabel}
      empty={<p>Nobody yet</p>}
      {...props}
    />
  );
}

/** The table with its search. */
export function Team(props: Partial<DataTableProps<Member>>) {
  const [search, setSearch] = useState("");
  return <List search={{ label: "Search people", value: search, onChange: setSearch, textOf }} {...props} />;
}

export const focused = () => document.activeElement?.textContent;
export const bodyRows = () => screen.getAllByRole("row").slice(1);
export const rows = members(5);

/** The table remembers its columns with the desktop, so it needs a bridge. */
export async function renderTable(node: ReactNode, bridge: FakeBridge = fakeBridge()) {
  const over = (child: ReactNode) => <BridgeProvider bridge={bridge}>{child}</BridgeProvider>;
  const view = renderUi(over(node));
  await screen.findByRole("button", { name: "Columns and density" });
  return { ...view, rerender: (child: ReactNode) => view.rerender(over(child)) };
}

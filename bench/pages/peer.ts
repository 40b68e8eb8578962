import { AllCommunityModule, createGrid, ModuleRegistry, themeQuartz, type GridApi } from "ag-grid-community";
import type { Member } from "#contract/entities/member.ts";
import { people } from "./people.ts";
import "../system/measured-table.ts";

ModuleRegistry.registerModules([AllCommunityModule]);

const rows = people(100_000);
const root = document.querySelector<HTMLElement>("#root");
if (!root) throw new Error("The page has no #root");
let grid: GridApi<Member> | undefined;

const notSearched = () => "";

/** Text in every cell and nothing else: the case that favours it. */
window.table = {
  mount: () => {
    grid = createGrid(root, {
      theme: themeQuartz,
      rowHeight: 40,
      rowData: rows,
      getRowId: ({ data }) => data.id,
      rowSelection: { mode: "multiRow" },
      columnDefs: [
        { field: "name", flex: 1, sortable: true },
        { field: "email", flex: 1, sortable: true },
        { field: "role", width: 130, getQuickFilterText: notSearched },
        { field: "status", width: 212, getQuickFilterText: notSearched },
        { field: "joinedAt", width: 120, getQuickFilterText: notSearched },
        { field: "lastSeenAt", width: 120, getQuickFilterText: notSearched },
      ],
    });
  },
  scrollTo: (top) => {
    const body = root.querySelector(".ag-grid-viewport");
    if (body) body.scrollTop = top;
  },
  filter: (text) => grid?.setGridOption("quickFilterText", text),
  drawn: () => Array.from(root.querySelectorAll(".ag-row"), (row) => row.textContent ?? ""),
  matching: () => grid?.getDisplayedRowCount() ?? 0,
};

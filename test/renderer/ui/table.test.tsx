import { useState, type ReactNode } from "react";
import { fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { BridgeProvider } from "#renderer/bridge/BridgeProvider.tsx";
import { DataTable, type DataTableProps } from "#renderer/ui/table/DataTable.tsx";
import type { TableColumn } from "#renderer/ui/table/columns.ts";
import { fakeBridge, type FakeBridge } from "#test/support/fakeBridge.ts";
import { renderUi } from "#test/support/render.tsx";

interface Member {
  readonly id: string;
  readonly name: string;
  readonly seats: number;
}

const columns: readonly TableColumn<Member>[] = [
  { id: "name", header: "Name", cell: (row) => row.name, value: (row) => row.name, width: 200, priority: 1 },
  { id: "seats", header: "Seats", cell: (row) => row.seats, value: (row) => row.seats, width: 80, align: "end" },
];
const members = (count: number): Member[] =>
  Array.from({ length: count }, (_, index) => ({ id: `m${index}`, name: `Person ${index}`, seats: count - index }));
const rowId = (row: Member) => row.id;
const rowLabel = (row: Member) => row.name;
const textOf = (row: Member) => row.name;

function Team(props: Partial<DataTableProps<Member>>) {
  const [search, setSearch] = useState("");
  return (
    <DataTable
      id="team"
      label="Team"
      columns={columns}
      rows={members(5)}
      rowId={rowId}
      rowLabel={rowLabel}
      empty={<p>Nobody yet</p>}
      search={{ label: "Search people", value: search, onChange: setSearch, textOf }}
      {...props}
    />
  );
}

const focused = () => document.activeElement?.textContent;
const bodyRows = () => screen.getAllByRole("row").slice(1);
const rows = members(5);
const many = members(100_000);

/** The table remembers its columns with the desktop, so it needs a bridge. */
async function renderTable(node: ReactNode, bridge: FakeBridge = fakeBridge()) {
  const over = (child: ReactNode) => <BridgeProvider bridge={bridge}>{child}</BridgeProvider>;
  const view = renderUi(over(node));
  await screen.findByRole("button", { name: "Columns and density" });
  return { ...view, rerender: (child: ReactNode) => view.rerender(over(child)) };
}

describe("keyboard", () => {
  test("one row is in the tab order, and the arrows, j, k, Home and End walk them", async () => {
    const { user } = await renderTable(<Team rows={rows} />);
    expect(bodyRows().filter((row) => row.tabIndex === 0)).toHaveLength(1);
    bodyRows()[0]?.focus();
    await user.keyboard("{ArrowDown}j");
    expect(focused()).toContain("Person 2");
    await user.keyboard("k{End}");
    expect(focused()).toContain("Person 4");
    await user.keyboard("{ArrowDown}{Home}");
    expect(focused()).toContain("Person 0");
  });

  test("Enter and a click open the row", async () => {
    const onOpen = vi.fn();
    const { user } = await renderTable(<Team rows={rows} onOpen={onOpen} />);
    bodyRows()[1]?.focus();
    await user.keyboard("{Enter}");
    await user.click(screen.getByText("Person 3"));
    expect(onOpen.mock.calls.map(([row]) => row.id)).toEqual(["m1", "m3"]);
  });

  test.each([".", "{Shift>}{F10}{/Shift}", "{ContextMenu}"])(
    "%s opens the row's menu, and Esc gives the row back",
    async (keys) => {
      const rowActions = (row: Member) => [{ id: "open", label: `Open ${row.name}`, onSelect: () => {} }];
      const { user } = await renderTable(<Team rows={rows} rowActions={rowActions} />);
      bodyRows()[2]?.focus();
      await user.keyboard(keys);
      expect(await screen.findByRole("menuitem", { name: "Open Person 2" })).toBeDefined();
      await user.keyboard("{Escape}");
      expect(focused()).toContain("Person 2");
    },
  );

  test("'/' goes to the search, which narrows without case and accents, and Esc steps back", async () => {
    const { user } = await renderTable(<Team rows={[...rows, { id: "z", name: "Zoë Ångström", seats: 1 }]} />);
    await user.keyboard("/zoe");
    expect(screen.getByRole("searchbox")).toHaveProperty("value", "zoe");
    expect(bodyRows()).toHaveLength(1);
    expect(screen.getByText("1 of 6")).toBeDefined();
    await user.keyboard("{ArrowDown}");
    expect(focused()).toContain("Zoë");
    await user.keyboard("{Escape}");
    expect(bodyRows()).toHaveLength(6);
  });
});

describe("selection", () => {
  const chosen: Member[][] = [];
  const bulkActions = (selected: readonly Member[]) => [
    { id: "remove", label: "Remove", onSelect: () => chosen.push([...selected]) },
    { id: "role", label: "Change role", onSelect: () => chosen.push([]), reason: "Only owners change roles" },
  ];

  test("x selects, Shift extends, the bar replaces the toolbar and acts on what is selected", async () => {
    const { user } = await renderTable(<Team rows={rows} bulkActions={bulkActions} />);
    bodyRows()[1]?.focus();
    await user.keyboard("x{Shift>}{ArrowDown}{ArrowDown}{/Shift}");
    expect(screen.getByText("3 selected")).toBeDefined();
    expect(screen.queryByRole("searchbox")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Change role" }));
    await user.click(screen.getByRole("button", { name: "Remove" }));
    expect(chosen.map((each) => each.map(rowId))).toEqual([["m1", "m2", "m3"]]);
  });

  test("Ctrl A selects all and Esc clears", async () => {
    const { user } = await renderTable(<Team rows={rows} bulkActions={bulkActions} />);
    bodyRows()[0]?.focus();
    await user.keyboard("{Control>}a{/Control}");
    expect(screen.getByText("5 selected")).toBeDefined();
    expect(bodyRows().every((row) => row.getAttribute("aria-selected") === "true")).toBe(true);
    await user.keyboard("{Escape}");
    expect(screen.queryByText("5 selected")).toBeNull();
  });

  test("a shift click takes the range", async () => {
    const { user } = await renderTable(<Team rows={rows} bulkActions={bulkActions} />);
    await user.click(screen.getByRole("checkbox", { name: "Select row: Person 0" }));
    await user.keyboard("{Shift>}");
    await user.click(screen.getByRole("checkbox", { name: "Select row: Person 3" }));
    await user.keyboard("{/Shift}");
    expect(screen.getByText("4 selected")).toBeDefined();
  });

  test("rows that leave the list leave the selection", async () => {
    const { user, rerender } = await renderTable(<Team rows={rows} bulkActions={bulkActions} />);
    bodyRows()[0]?.focus();
    await user.keyboard("x{ArrowDown}x");
    rerender(<Team rows={rows.slice(1)} bulkActions={bulkActions} />);
    expect(screen.getByText("1 selected")).toBeDefined();
  });
});

describe("menu of a row", () => {
  const rowActions = (row: Member) => [{ id: "open", label: `Open ${row.name}`, onSelect: () => {} }];

  test.each(["button", "context"])("opens by %s", async (how) => {
    const { user } = await renderTable(<Team rows={rows} rowActions={rowActions} />);
    if (how === "button") await user.click(screen.getByRole("button", { name: "Actions for this row: Person 2" }));
    else fireEvent.contextMenu(screen.getByText("Person 2"));
    expect(await screen.findByRole("menuitem", { name: "Open Person 2" })).toBeDefined();
  });
});

describe("somebody who comes in above while a person is at work", () => {
  const bulkActions = () => [];
  const rowActions = (row: Member) => [{ id: "open", label: `Open ${row.name}`, onSelect: () => {} }];
  const newcomer = { id: "new", name: "Person new", seats: 9 };

  test("does not put another row under the open menu", async () => {
    const { user, rerender } = await renderTable(<Team rows={rows} rowActions={rowActions} />);
    await user.click(screen.getByRole("button", { name: "Actions for this row: Person 2" }));
    expect(await screen.findByRole("menuitem", { name: "Open Person 2" })).toBeDefined();
    rerender(<Team rows={[newcomer, ...rows]} rowActions={rowActions} />);
    expect(screen.getByRole("menuitem", { name: "Open Person 2" })).toBeDefined();
    rerender(<Team rows={rows.filter(({ id }) => id !== "m2")} rowActions={rowActions} />);
    expect(screen.queryByRole("menuitem")).toBeNull();
  });

  test("does not take the keyboard to another row", async () => {
    const onOpen = vi.fn<(row: Member) => void>();
    const { user, rerender } = await renderTable(<Team rows={rows} onOpen={onOpen} bulkActions={bulkActions} />);
    bodyRows()[0]?.focus();
    await user.keyboard("{ArrowDown}{ArrowDown}");
    rerender(<Team rows={[newcomer, ...rows]} onOpen={onOpen} bulkActions={bulkActions} />);
    expect(focused()).toContain("Person 2");
    await user.keyboard("{Enter}");
    expect(onOpen).toHaveBeenCalledWith(rows[2]);
  });

  test("does not widen a selection that goes on with Shift", async () => {
    const { user, rerender } = await renderTable(<Team rows={rows} bulkActions={bulkActions} />);
    bodyRows()[0]?.focus();
    await user.keyboard("{ArrowDown}x");
    rerender(<Team rows={[newcomer, ...rows]} bulkActions={bulkActions} />);
    await user.keyboard("{Shift>}{ArrowDown}{/Shift}");
    expect(screen.getByText("2 selected")).toBeDefined();
  });
});

describe("rows", () => {
  test("sort by header: up, down, as before", async () => {
    const { user } = await renderTable(<Team rows={rows} />);
    const seats = screen.getByRole("columnheader", { name: "Seats" });
    const button = within(seats).getByRole("button");
    await user.click(button);
    expect(bodyRows()[0]?.textContent).toContain("Person 4");
    expect(seats.getAttribute("aria-sort")).toBe("ascending");
    await user.click(button);
    expect(bodyRows()[0]?.textContent).toContain("Person 0");
    await user.click(button);
    expect(seats.hasAttribute("aria-sort")).toBe(false);
  });

  test("a hundred thousand rows put few into the document, numbered for assistive technology", async () => {
    await renderTable(<Team rows={many} />);
    expect(bodyRows().length).toBeLessThan(60);
    expect(screen.getByRole("grid").getAttribute("aria-rowcount")).toBe("100001");
    expect(bodyRows()[3]?.getAttribute("aria-rowindex")).toBe("5");
  });

  test("the end of a long list is one key away, and the focus goes with it", async () => {
    const { user } = await renderTable(<Team rows={many} />);
    bodyRows()[0]?.focus();
    await user.keyboard("{End}");
    expect(focused()).toContain("Person 99999");
  });

  test("near the end the next page is asked for, once per page", async () => {
    const onLoadMore = vi.fn();
    const { rerender } = await renderTable(<Team rows={rows} hasMore onLoadMore={onLoadMore} />);
    rerender(<Team rows={rows} hasMore onLoadMore={onLoadMore} />);
    expect(onLoadMore).toHaveBeenCalledTimes(1);
  });

  test("nothing at all shows the empty state; nothing found offers to clear the search", async () => {
    const { user, rerender } = await renderTable(<Team rows={[]} />);
    expect(screen.getByText("Nobody yet")).toBeDefined();
    rerender(<Team rows={rows} />);
    await user.type(screen.getByRole("searchbox"), "nobody of this name");
    await user.click(screen.getByRole("button", { name: "Clear search and filters" }));
    expect(bodyRows()).toHaveLength(5);
  });
});

test("columns can be hidden, and stay hidden", async () => {
  const bridge = fakeBridge();
  const { user, unmount } = await renderTable(<Team rows={rows} />, bridge);
  await user.click(screen.getByRole("button", { name: "Columns and density" }));
  await user.click(await screen.findByRole("checkbox", { name: "Seats" }));
  expect(screen.queryByRole("columnheader", { name: "Seats" })).toBeNull();
  expect(bridge.inputsOf("desktop.savePreferences")).toEqual([{ hiddenColumns: { team: ["seats"] } }]);
  unmount();
  await renderTable(<Team rows={rows} />, bridge);
  expect(screen.queryByRole("columnheader", { name: "Seats" })).toBeNull();
});

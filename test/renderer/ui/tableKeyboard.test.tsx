import { screen } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { bodyRows, focused, renderTable, rowId, rows, Team, type Member } from "./tableOfPeople.tsx";

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

  test("clearing the selection by a key gives the keyboard back to the row", async () => {
    const { user } = await renderTable(<Team rows={rows} bulkActions={bulkActions} />);
    bodyRows()[1]?.focus();
    await user.keyboard("x");
    screen.getByRole("button", { name: "Clear selection" }).focus();
    await user.keyboard("{Enter}");
    expect(screen.queryByText("1 selected")).toBeNull();
    expect(focused()).toContain("Person 1");
  });

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

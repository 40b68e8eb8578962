import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { fakeBridge } from "#test/support/fakeBridge.ts";
import { bodyRows, focused, List, members, renderTable, rows, Team, type Member } from "./tableOfPeople.tsx";

const many = members(100_000);

describe("menu of a row", () => {
  const rowActions = (row: Member) => [{ id: "open", label: `Open ${row.name}`, onSelect: () => {} }];

  test.each(["button", "context"])("opens by %s", async (how) => {
    const { user } = await renderTable(<Team rows={rows} rowActions={rowActions} />);
    if (how === "button") await user.click(screen.getByRole("button", { name: "Actions for this row: Person 2" }));
    else fireEvent.contextMenu(screen.getByText("Person 2"));
    expect(await screen.findByRole("menuitem", { name: "Open Person 2" })).toBeDefined();
  });
});

describe("a list of nothing", () => {
  const tools = () => screen.queryByRole("button", { name: "Columns and density" });

  test("offers no columns where there is nothing to search or filter", async () => {
    const { rerender } = await renderTable(<List rows={rows} />);
    rerender(<List rows={[]} />);
    expect(screen.getByText("Nobody yet")).toBeDefined();
    expect(tools()).toBeNull();
  });

  test("keeps what could bring rows back", async () => {
    const { rerender } = await renderTable(<List rows={rows} filters={<button>Status</button>} />);
    rerender(<List rows={[]} filters={<button>Status</button>} />);
    expect(screen.getByRole("button", { name: "Status" })).toBeDefined();
    expect(tools()).not.toBeNull();
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

describe("a server that does not answer", () => {
  const fault = { kind: "internal", requestId: "req-7" } as const;

  test("takes no rows away that are at hand", async () => {
    const onRetry = vi.fn<() => void>();
    const onLoadMore = vi.fn<() => void>();
    const more = { onRetry, onLoadMore, hasMore: true };
    const { user, rerender } = await renderTable(<Team {...more} fault={fault} />);
    expect(screen.getByRole("status").textContent).toContain("Team could not be brought up to date");
    expect(screen.getByRole("status").textContent).toContain("req-7");
    expect(bodyRows()[0]?.textContent).toContain("Person 0");
    expect(onLoadMore).not.toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(onRetry).toHaveBeenCalledOnce();
    rerender(<Team {...more} />);
    expect(screen.queryByText(/could not be brought up to date/)).toBeNull();
    expect(onLoadMore).toHaveBeenCalledOnce();
  });

  test("is named with what it did not answer about, where there are none", async () => {
    await renderTable(<Team rows={[]} fault={fault} />);
    expect(screen.getByRole("alert").textContent).toContain("Team could not be loaded");
    expect(screen.queryByText("Nobody yet")).toBeNull();
  });

  test("is no failure where only the connection is missing: it says that the rows come by themselves", async () => {
    await renderTable(<Team rows={[]} fault={{ kind: "offline" }} />);
    expect(screen.getByText("This needs a connection")).toBeDefined();
    expect(screen.getByText(/^It appears here by itself/)).toBeDefined();
    expect(screen.queryByRole("alert")).toBeNull();
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
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

  test("another scope's rows stand alone at once, and those out of sight come after", async () => {
    const others = members(200).map(({ id, name, seats }) => ({ id: `other-${id}`, name: `Other ${name}`, seats }));
    const { rerender } = await renderTable(<Team scope="one" rows={many} />);
    rerender(<Team scope="other" rows={others} />);
    const inSight = bodyRows().length;
    expect(bodyRows().every((row) => row.textContent?.includes("Other"))).toBe(true);
    await waitFor(() => expect(bodyRows()).toHaveLength(inSight + 4));
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

import type { FocusEvent, KeyboardEvent, MouseEvent } from "react";
import { useScopedState } from "../useScopedState.ts";
import { isTyping } from "../keyboard/useSlash.ts";
import type { MenuPlace } from "./RowMenu.tsx";
import type { TableGridProps } from "./TableGrid.tsx";
import { tableCommand, type TableCommand } from "./tableKeys.ts";
import type { useRows } from "./useRows.ts";

/** Keyboard and mouse of the whole grid, handled once rather than in every row. */
export function useGridEvents<Row>(props: TableGridProps<Row>, rows: ReturnType<typeof useRows<Row>>) {
  const { model, selection, onOpen, openId, rowActions, bulkActions, onBack } = props;
  const [menu, setMenu] = useScopedState<MenuPlace | null>(props.scope ?? "", null);
  const open = (index: number) => {
    const row = model.ordered[index];
    if (row !== undefined) onOpen?.(row);
  };

  const openMenu = (index: number, x: number, y: number) => {
    const row = model.ordered[index];
    if (row !== undefined) setMenu({ rowId: props.rowId(row), x, y });
  };

  const closeMenu = () => {
    setMenu(null);
    rows.focus(rows.active);
  };

  /** At the button that opens it for the mouse. */
  const openMenuOf = (target: EventTarget): boolean => {
    const row = target instanceof Element ? target.closest("[data-index]") : null;
    const place = row?.querySelector('[data-part="menu"]')?.getBoundingClientRect();
    if (!rowActions || rows.active < 0 || place === undefined) return false;
    openMenu(rows.active, place.left, place.bottom);
    return true;
  };

  const run = (command: TableCommand, target: EventTarget): boolean => {
    switch (command.kind) {
      case "move":
        if (command.extend && bulkActions) selection.extendTo(command.to, Math.max(0, rows.active));
        rows.focus(command.to);
        return true;
      case "open":
        open(rows.active);
        return rows.active >= 0;
      case "menu":
        return openMenuOf(target);
      case "toggle":
        if (bulkActions) selection.toggle(rows.active);
        return bulkActions !== undefined;
      case "selectAll":
        if (bulkActions) selection.selectAll();
        return bulkActions !== undefined;
      case "back":
        break;
    }
    // Before the keyboard has come into the menu.
    if (menu) {
      closeMenu();
      return true;
    }
    if (openId) return false;
    if (selection.selectedRows.length === 0) return onBack();
    selection.clear();
    return true;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (isTyping(event.target) || event.defaultPrevented) return;
    const command = tableCommand(event, rows.active, model.ordered.length, rows.page());
    const onControl = event.target instanceof Element && event.target.matches("button,input,a");
    if (!command || (onControl && (command.kind === "open" || event.key === " "))) return;
    if (!run(command, event.target)) return;
    event.preventDefault();
    // The menu is there already when the key comes to the page, and would take it for one pressed outside.
    if (command.kind === "menu") event.stopPropagation();
  };

  const onClick = (event: MouseEvent) => {
    const index = indexOf(event.target);
    if (index === null || !(event.target instanceof Element)) return;
    rows.setActive(index);
    const button = event.target.closest('[data-part="menu"]');
    if (button) {
      const box = button.getBoundingClientRect();
      openMenu(index, box.left, box.bottom);
    } else if (event.target.closest('[data-part="select"]')) {
      if (event.shiftKey) selection.extendTo(index);
      else selection.toggle(index);
    } else if (!event.target.closest("button,a,input,label")) {
      open(index);
    }
  };

  const onContextMenu = (event: MouseEvent) => {
    const index = indexOf(event.target);
    if (index === null || !rowActions) return;
    event.preventDefault();
    rows.setActive(index);
    openMenu(index, event.clientX, event.clientY);
  };

  const onFocus = (event: FocusEvent) => {
    const index = indexOf(event.target);
    if (index !== null && index !== rows.active) rows.setActive(index);
  };
  return { menu, closeMenu, handlers: { onKeyDown, onClick, onContextMenu, onFocus } };
}

function indexOf(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest("[data-index]") : null;
  return row instanceof HTMLElement ? Number(row.dataset["index"]) : null;
}

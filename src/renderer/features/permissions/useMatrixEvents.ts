import { useEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type PointerEvent } from "react";
import { walk, type Place } from "./gridWalk.ts";

/** How long the pointer rests on a cell before it explains itself, in milliseconds. */
const rest = 250;

/** Walking the matrix by keyboard, and which of its cells explains itself now. */
export function useMatrixEvents(size: { rows: number; columns: number }) {
  const [place, setPlace] = useState<Place>({ row: 0, column: 1 });
  const [explained, setExplained] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const onFocus = ({ target }: FocusEvent) => {
    const cell = cellOf(target);
    if (!cell) return;
    setPlace(cell.place);
    setExplained(cell.place.column === 0 ? null : cell.element);
  };
  const onBlur = () => setExplained(null);
  const onPointerOver = ({ target }: PointerEvent) => {
    clearTimeout(timer.current);
    const cell = cellOf(target);
    if (cell && cell.place.column > 0) timer.current = setTimeout(() => setExplained(cell.element), rest);
    else setExplained(null);
  };
  const onPointerLeave = () => {
    clearTimeout(timer.current);
    setExplained(null);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const cell = cellOf(event.target);
    if (!cell || event.defaultPrevented) return;
    if (event.key === "Enter" && event.target === cell.element && cell.place.column > 0)
      setExplained(explained ? null : cell.element);
    if (event.key === "Escape" && explained) {
      event.preventDefault();
      setExplained(null);
    }
    const next = walk(cell.place, event, size);
    if (!next) return;
    event.preventDefault();
    const element = event.currentTarget.querySelector<HTMLElement>(`[data-cell="${next.row}:${next.column}"]`);
    (element?.querySelector<HTMLElement>("button, input") ?? element)?.focus();
  };
  const active = { row: Math.min(place.row, size.rows - 1), column: Math.min(place.column, size.columns - 1) };
  return { active, explained, handlers: { onFocus, onBlur, onPointerOver, onPointerLeave, onKeyDown } };
}

function cellOf(target: EventTarget): { element: HTMLElement; place: Place } | null {
  const element = target instanceof Element ? target.closest("[data-cell]") : null;
  if (!(element instanceof HTMLElement)) return null;
  return { element, place: placeOf(element) };
}

/** The place that a cell's element stands for. */
export function placeOf(element: HTMLElement): Place {
  const [row = 0, column = 0] = (element.dataset["cell"] ?? "").split(":").map(Number);
  return { row, column };
}

import { Tooltip } from "@mantine/core";
import { useEffect, useRef, useState, type PointerEvent, type ReactNode } from "react";

/** How long the pointer rests before the tip shows, in milliseconds. */
const rest = 300;

/**
 * A tooltip that exists only while the pointer rests on its element: lists of thousands of rows pay nothing for it.
 * Spread `handlers` on the element and put `tip` beside it.
 */
export function useTip(label: string, needed: (element: HTMLElement) => boolean = always) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const onPointerEnter = ({ currentTarget }: PointerEvent<HTMLElement>) => {
    if (!needed(currentTarget)) return;
    timer.current = setTimeout(() => setAnchor(currentTarget), rest);
  };
  const onPointerLeave = () => {
    clearTimeout(timer.current);
    setAnchor(null);
  };
  const tip: ReactNode = anchor ? <Tooltip target={anchor} label={label} opened /> : null;
  return { handlers: { onPointerEnter, onPointerLeave }, tip };
}

function always(): boolean {
  return true;
}

import { useEffect, useRef } from "react";
import type { DesktopEvent } from "#contract/desktop.ts";
import { useBridge } from "./bridge.ts";

type EventOf<Type extends DesktopEvent["type"]> = Extract<DesktopEvent, { type: Type }>;

/** Calls back for each event of one type from the main process, as long as the component is there. */
export function useDesktopEvent<Type extends DesktopEvent["type"]>(
  type: Type,
  listener: (event: EventOf<Type>) => void,
): void {
  const bridge = useBridge();
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  }, [listener]);
  useEffect(
    () =>
      bridge.subscribe((event) => {
        if (isOf(event, type)) latest.current(event);
      }),
    [bridge, type],
  );
}

function isOf<Type extends DesktopEvent["type"]>(event: DesktopEvent, type: Type): event is EventOf<Type> {
  return event.type === type;
}

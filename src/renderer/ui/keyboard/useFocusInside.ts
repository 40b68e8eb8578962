import { useEffect, useEffectEvent, useRef } from "react";
import { isFocusLost } from "./keyboardFocus.ts";

/** Calls `onLost` when the element with the keyboard went away from inside; spread the result on the element around. */
export function useFocusInside(onLost: () => void) {
  const inside = useRef(false);
  const lose = useEffectEvent(onLost);
  useEffect(() => {
    if (!inside.current || !isFocusLost()) return undefined;
    const timer = setTimeout(() => {
      if (isFocusLost()) lose();
    });
    return () => clearTimeout(timer);
  });
  return {
    inside,
    handlers: {
      onFocusCapture: () => {
        inside.current = true;
      },
      // Removing an element tells React nothing: this is the person moving on.
      onBlurCapture: () => {
        inside.current = false;
      },
    },
  };
}

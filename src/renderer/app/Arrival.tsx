import { useEffect } from "react";
import { recoverFocus } from "#renderer/ui/keyboard/keyboardFocus.ts";

/** Gives the keyboard to a page that was just opened, if what led there went with the page before. */
export function Arrival() {
  useEffect(() => {
    const timer = setTimeout(() => recoverFocus(null));
    return () => clearTimeout(timer);
  }, []);
  return null;
}

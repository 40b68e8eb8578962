import { useCallback, useEffect, useRef } from "react";
import { placeOf, type FocusPlace } from "./focusPlace.ts";
import { placeOfFocus, recoverFocus } from "./keyboardFocus.ts";

/**
 * After a dialog the keyboard is where it was before the dialog took it. Put `dialog` on the element around the dialog,
 * and call `onExit` once it has left the screen.
 */
export function useReturnFocus(opened: boolean) {
  const dialog = useRef<HTMLDivElement>(null);
  const opener = useRef<FocusPlace | null>(null);
  const onExit = useCallback(() => {
    setTimeout(() => recoverFocus(opener.current));
  }, []);
  useEffect(() => {
    if (!opened) return undefined;
    opener.current = placeOfFocus();
    // A menu gives the keyboard back to its row or button while the dialog opens that one of its entries asked for.
    const follow = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || dialog.current?.contains(target)) stop();
      else opener.current = placeOf(target);
    };
    const stop = () => document.removeEventListener("focusin", follow);
    document.addEventListener("focusin", follow);
    return () => {
      stop();
      onExit();
    };
  }, [opened, onExit]);
  return { dialog, onExit };
}

/** What goes from a page leaves the keyboard to it. */
export function useLeavingFocus(): void {
  useEffect(() => () => void setTimeout(() => recoverFocus(null)), []);
}

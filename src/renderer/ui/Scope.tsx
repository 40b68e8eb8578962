import { createContext, useContext, useLayoutEffect, useState } from "react";

/** Whose page this is, such as an organization's: a page may stay on the screen while that changes. */
export const Scope = createContext("");

/**
 * Closes what stands open over a page when that becomes another's: nothing of one is done in the other. It is placed
 * inside of what opens, and so costs nothing while that is closed.
 */
export function ClosesWithScope({ onClose }: { readonly onClose: () => void }) {
  const scope = useContext(Scope);
  const [openedIn] = useState(scope);
  useLayoutEffect(() => {
    if (scope !== openedIn) onClose();
  }, [scope, openedIn, onClose]);
  return null;
}

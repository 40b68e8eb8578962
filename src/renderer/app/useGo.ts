import { useCallback, useContext } from "react";
import { UNSAFE_NavigationContext as NavigationContext } from "react-router";

/**
 * Goes to an address of `paths`. The router's own `useNavigate` also goes where an address is relative to the present
 * one, so it is another function after each navigation and draws anew whoever holds it. This one stays the same.
 */
export function useGo(): (path: string, options?: { readonly replace: boolean }) => void {
  const { navigator } = useContext(NavigationContext);
  return useCallback(
    (path, { replace } = { replace: false }) => (replace ? navigator.replace(path) : navigator.push(path)),
    [navigator],
  );
}

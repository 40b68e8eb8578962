import { useContext, type ComponentProps, type MouseEvent } from "react";
import { UNSAFE_NavigationContext as NavigationContext, useLocation } from "react-router";
import { useGo } from "./useGo.ts";

interface PlaceLinkProps extends Omit<ComponentProps<"a">, "href" | "onClick"> {
  /** An address of `paths`. */
  readonly to: string;
}

/**
 * A link to a place that is marked while one is in it. The frame draws nine of them at each navigation, and the router's
 * own resolves and encodes an address four times for each.
 */
export function PlaceLink({ to, children, ...rest }: PlaceLinkProps) {
  const { navigator } = useContext(NavigationContext);
  const { pathname, search } = useLocation();
  const go = useGo();
  const follow = (event: MouseEvent) => {
    if (event.defaultPrevented || opensElsewhere(event)) return;
    event.preventDefault();
    go(to, { replace: pathname === to && search === "" });
  };
  const current = pathname === to || pathname.startsWith(`${to}/`);
  return (
    <a {...rest} href={navigator.createHref(to)} aria-current={current ? "page" : undefined} onClick={follow}>
      {children}
    </a>
  );
}

/** In another tab or window, which is the browser's to do. */
const opensElsewhere = ({ button, metaKey, altKey, ctrlKey, shiftKey }: MouseEvent): boolean =>
  button !== 0 || metaKey || altKey || ctrlKey || shiftKey;

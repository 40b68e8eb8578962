import { useDebouncedCallback } from "@mantine/hooks";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { flushSync } from "react-dom";
import { useSearchParams } from "react-router";
import { useScopedState } from "#renderer/ui/useScopedState.ts";
import type { AddressedFilters } from "./addressed.ts";

/** How long typing rests before the server is asked, in milliseconds. */
const rest = 150;

export interface FiltersInAddress<Filters> {
  readonly filters: Filters;
  readonly change: (part: Partial<Filters>) => void;
  /** What stands in the search box. */
  readonly typed: string;
  readonly search: (text: string) => void;
  readonly reset: () => void;
}

/**
 * The filters in the address, and a search box that runs ahead of it while somebody types; in another `scope` the box
 * begins with what its address says.
 */
export function useFiltersInAddress<Filters extends { readonly search: string }>(
  addressed: AddressedFilters<Filters>,
  scope = "",
): FiltersInAddress<Filters> {
  const [params, setParams] = useSearchParams();
  const filters = useMemo(() => addressed.read(params), [addressed, params]);
  // Two changes in quick succession: the second must know of the first before the router has drawn it.
  const latest = useRef(params);
  useEffect(() => {
    latest.current = params;
  }, [params]);
  const change = useCallback(
    (part: Partial<Filters>) => {
      latest.current = addressed.write(latest.current, { ...addressed.read(latest.current), ...part });
      setParams(latest.current, { replace: true });
    },
    [addressed, setParams],
  );

  const inAddress = filters.search;
  const [typed, setTyped] = useScopedState<string>(scope, inAddress);
  const [seen, setSeen] = useScopedState<string>(scope, inAddress);
  const [written, setWritten] = useScopedState<string>(scope, inAddress);
  if (inAddress !== seen) {
    setSeen(inAddress);
    // What this box wrote itself comes back later than it was typed; only another's change is taken over.
    if (inAddress !== written) {
      setTyped(inAddress);
      setWritten(inAddress);
    }
  }
  const write = useDebouncedCallback((text: string, of: string) => {
    // What was typed last in one organization must not reach another's address.
    if (of !== scope) return;
    setWritten(text);
    latest.current = addressed.write(latest.current, { ...addressed.read(latest.current), search: text });
    // At once: no key in between may meet a page that does not know of it yet.
    flushSync(() => setParams(latest.current, { replace: true }));
  }, rest);
  const search = useCallback(
    (text: string) => {
      const kept = text.slice(0, 100);
      setTyped(kept);
      write(kept.trim(), scope);
    },
    [write, scope, setTyped],
  );
  const reset = useCallback(() => {
    setTyped("");
    write.cancel();
    change(addressed.unset);
  }, [addressed, change, write, setTyped]);
  return { filters, change, typed, search, reset };
}

import { useDebouncedCallback } from "@mantine/hooks";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useSearchParams } from "react-router";
import { filtersOf, paramsWith, type WorkspaceFilters } from "./filters.ts";

/** How long typing rests before the server is asked, in milliseconds. */
const rest = 150;

/** The filters in the address, and a search box that runs ahead of it while somebody types. */
export function useWorkspaceFilters() {
  const [params, setParams] = useSearchParams();
  const filters = useMemo(() => filtersOf(params), [params]);
  // Two changes in quick succession: the second must know of the first before the router has drawn it.
  const latest = useRef(params);
  useEffect(() => {
    latest.current = params;
  }, [params]);
  const change = useCallback(
    (part: Partial<WorkspaceFilters>) => {
      latest.current = paramsWith(latest.current, { ...filtersOf(latest.current), ...part });
      setParams(latest.current, { replace: true });
    },
    [setParams],
  );
  const [typed, setTyped] = useState(filters.search);
  const write = useDebouncedCallback((search: string) => change({ search }), rest);
  const search = useCallback(
    (text: string) => {
      const kept = text.slice(0, 100);
      setTyped(kept);
      write(kept.trim());
    },
    [write],
  );
  const reset = useCallback(() => {
    setTyped("");
    write.cancel();
    change({ search: "", status: null });
  }, [change, write]);
  return { filters, change, typed, search, reset };
}

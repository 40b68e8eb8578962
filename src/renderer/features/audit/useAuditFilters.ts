import { useDebouncedCallback } from "@mantine/hooks";
import { useCallback, useMemo, useState } from "react";
import { useSearchParams } from "react-router";
import { filtersOf, noFilters, paramsOf, type AuditFilters } from "./filters.ts";

/** How long typing rests before the server is asked, in milliseconds. */
const rest = 200;

/** The filters in the address, and a search box that runs ahead of it while somebody types. */
export function useAuditFilters() {
  const [params, setParams] = useSearchParams();
  const filters = useMemo(() => filtersOf(params), [params]);
  const change = useCallback(
    (part: Partial<AuditFilters>) =>
      setParams((before) => paramsOf({ ...filtersOf(before), ...part }), { replace: true }),
    [setParams],
  );

  const [typed, setTyped] = useState(filters.text);
  const [written, setWritten] = useState(filters.text);
  if (filters.text !== written) {
    setWritten(filters.text);
    setTyped(filters.text);
  }
  const write = useDebouncedCallback((text: string) => {
    setWritten(text);
    change({ text });
  }, rest);
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
    change(noFilters);
  }, [change, write]);
  return { filters, change, typed, search, reset };
}

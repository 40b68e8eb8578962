import { useCallback, type RefObject } from "react";
import { useSearchParams } from "react-router";
import type { Person } from "#contract/entities/people.ts";
import type { TableHandle } from "#renderer/ui/table/useTableHandle.ts";

/** The drawer beside the table: the address names it and keeps the filters. */
export function usePersonDrawer(table: RefObject<TableHandle<Person> | null>) {
  const [params, setParams] = useSearchParams();
  const openId = params.get("person");
  const show = useCallback(
    (accountId: string | null, replace = false) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          next.delete("person");
          if (accountId !== null) next.set("person", accountId);
          return next;
        },
        { replace },
      ),
    [setParams],
  );
  const open = useCallback((person: Person) => show(person.accountId), [show]);
  const close = useCallback(() => show(null), [show]);
  const step = (by: -1 | 1) => {
    const next = openId === null ? null : table.current?.neighbour(openId, by);
    if (next) show(next.accountId, true);
  };
  return { openId, open, close, step };
}

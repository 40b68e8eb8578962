import { useCallback, type RefObject } from "react";
import { useSearchParams } from "react-router";
import type { Person } from "#contract/entities/people.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import type { TableHandle } from "#renderer/ui/table/useTableHandle.ts";

interface Listed {
  readonly items: readonly Person[];
  readonly isPending: boolean;
}

/** Former members as well. */
const statuses = ["active", "deactivated", "removed"] as const;

/** The drawer beside the table: the address names it and keeps the filters, also of somebody who is not in the list. */
export function usePersonDrawer(table: RefObject<TableHandle<Person> | null>, { items, isPending }: Listed) {
  const [params, setParams] = useSearchParams();
  const openId = params.get("person");
  const listed = items.find(({ accountId }) => accountId === openId);
  const enabled = openId !== null && listed === undefined && !isPending;
  const alone = useOperation("people.list", { person: openId ?? "", status: [...statuses], limit: 1 }, { enabled });
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
  const person = listed ?? alone.data?.items[0];
  const loading = isPending || (enabled && alone.isPending);
  return { openId, person, loading, fault: alone.error, refetch: alone.refetch, open, close, step };
}

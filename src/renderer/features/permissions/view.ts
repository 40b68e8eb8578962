import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";

/** What is looked at: all roles, the differences between two, one person, or a role being edited. The address keeps it. */
export interface View {
  readonly search: string;
  readonly compare: readonly [string, string] | null;
  /** A member's id; empty while one is being chosen; null for the roles. */
  readonly person: string | null;
  /** The role that is edited: its key, `new`, or `copy:` and the role that it starts from. */
  readonly edit: string | null;
}

/** Reads an address; what it does not know counts as not set. */
export function viewOf(params: URLSearchParams): View {
  const [first, second] = (params.get("compare") ?? "").split(",");
  return {
    search: (params.get("q") ?? "").slice(0, 100),
    compare: first && second ? [first, second] : null,
    person: params.get("person"),
    edit: params.get("edit"),
  };
}

export function paramsOf({ search, compare, person, edit }: View): URLSearchParams {
  const params = new URLSearchParams();
  if (search !== "") params.set("q", search);
  if (compare) params.set("compare", compare.join(","));
  if (person !== null) params.set("person", person);
  if (edit !== null) params.set("edit", edit);
  return params;
}

export function useView() {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => viewOf(params), [params]);
  const change = useCallback(
    (part: Partial<View>, replace = true) =>
      setParams((before) => paramsOf({ ...viewOf(before), ...part }), { replace }),
    [setParams],
  );
  return { view, change };
}

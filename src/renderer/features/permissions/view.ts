import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";

/** What is looked at: all roles, the differences between two, or one person. The address keeps it. */
export interface View {
  readonly search: string;
  readonly compare: readonly [string, string] | null;
  /** A member's id; empty while one is being chosen; null for the roles. */
  readonly person: string | null;
}

/** Reads an address; what it does not know counts as not set. */
export function viewOf(params: URLSearchParams): View {
  const [first, second] = (params.get("compare") ?? "").split(",");
  return {
    search: (params.get("q") ?? "").slice(0, 100),
    compare: first && second ? [first, second] : null,
    person: params.get("person"),
  };
}

export function paramsOf({ search, compare, person }: View): URLSearchParams {
  const params = new URLSearchParams();
  if (search !== "") params.set("q", search);
  if (compare) params.set("compare", compare.join(","));
  if (person !== null) params.set("person", person);
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

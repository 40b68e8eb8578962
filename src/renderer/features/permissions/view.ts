import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import { addressed, searched, written } from "#renderer/app/filters/addressed.ts";

/** What is looked at: all roles, the differences between two, one person, or a role being edited. The address keeps it. */
export interface View {
  readonly search: string;
  readonly compare: readonly [string, string] | null;
  /** A member's id; empty while one is being chosen; null for the roles. */
  readonly person: string | null;
  /** The role that is edited: its key, `new`, or `copy:` and the role that it starts from. */
  readonly edit: string | null;
}

const asIs = (text: string) => text;

const addressedView = addressed<View>({
  search: searched("q"),
  compare: written("compare", pairOf, (pair) => pair.join(",")),
  person: written("person", asIs, asIs),
  edit: written("edit", asIs, asIs),
});

function pairOf(text: string): View["compare"] {
  const [first, second] = text.split(",");
  return first && second ? [first, second] : null;
}

export function useView() {
  const [params, setParams] = useSearchParams();
  const view = useMemo(() => addressedView.read(params), [params]);
  const change = useCallback(
    (part: Partial<View>, replace = true) =>
      setParams((before) => addressedView.write(before, { ...addressedView.read(before), ...part }), { replace }),
    [setParams],
  );
  return { view, change };
}

import { useMemo } from "react";
import type { Organization } from "#contract/entities/organization.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { useRecent } from "./recent.ts";

/** All organizations of the person, the ones used last first, then by name. */
export function useOrganizations() {
  const read = useOperation("organization.list", { limit: 1000 });
  const recent = useRecent((state) => state.ids);
  const organizations = useMemo(() => byRecency(read.data?.items ?? [], recent), [read.data, recent]);
  return { ...read, organizations };
}

function byRecency(items: readonly Organization[], recent: readonly string[]): readonly Organization[] {
  const places = new Map(recent.map((id, place) => [id, place]));
  const placeOf = (organization: Organization) => places.get(organization.id) ?? recent.length;
  return items.toSorted((a, b) => placeOf(a) - placeOf(b) || a.name.localeCompare(b.name));
}

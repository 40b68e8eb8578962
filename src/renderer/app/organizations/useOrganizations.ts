import type { Organization } from "#contract/entities/organization.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { organizationsInput } from "./organizationsInput.ts";
import { useRecent } from "./recent.ts";

/** All organizations of the person, the ones used last first, then by name. */
export function useOrganizations() {
  const read = useOperation("organization.list", organizationsInput);
  const recent = useRecent((state) => state.ids);
  return { ...read, organizations: read.data === undefined ? none : byRecency(read.data.items, recent) };
}

const none: readonly Organization[] = [];

interface Ordered {
  readonly recent: readonly string[];
  readonly organizations: readonly Organization[];
}

/** The order of each list that was read: half of the frame asks for it, and it is made once. */
const made = new WeakMap<readonly Organization[], Ordered>();

function byRecency(items: readonly Organization[], recent: readonly string[]): readonly Organization[] {
  const known = made.get(items);
  if (known?.recent === recent) return known.organizations;
  const organizations = ordered(items, recent);
  made.set(items, { recent, organizations });
  return organizations;
}

/** Those that were not used stay as they are told, by name: a collator of the page's own would cost it 9 ms to make. */
function ordered(items: readonly Organization[], recent: readonly string[]): readonly Organization[] {
  const places = new Map(recent.map((id, place) => [id, place]));
  const placeOf = (organization: Organization) => places.get(organization.id) ?? recent.length;
  return items.toSorted((a, b) => placeOf(a) - placeOf(b));
}

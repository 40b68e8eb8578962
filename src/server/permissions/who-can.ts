import type { Input, Output } from "#contract/operations.ts";
import { decodeCursor, encodeCursor } from "#domain/cursor.ts";
import { worksWhileHeld } from "#domain/policy/decide.ts";
import { rowsGiving } from "#domain/policy/explain.ts";
import { hasPermission, rolesWith, type Policy } from "#domain/policy/policy.ts";
import type { AccountContext } from "../dispatch/contexts.ts";
import { cleaned } from "../operations/invalid.ts";
import { foreignCursor, isId, scopeOf } from "../operations/places.ts";
import { holds, loadStandings, type Standing } from "../people/managed.ts";
import { holderPage, type HolderPlace, type HolderRow, type RolesOf } from "../storage/queries/permission-holders.ts";

type Asked = Input<"permission.whoCan">;

function placeAt(scope: string, cursor: string): HolderPlace {
  const [organizationId, memberId] = decodeCursor(scope, cursor) ?? [];
  return isId(organizationId) && isId(memberId) ? { organizationId, memberId } : foreignCursor();
}

/** The organizations from a place on. One that has gone meanwhile takes the list to its start no further: it ends. */
function onwards(places: readonly Standing[], after: HolderPlace | null): readonly Standing[] {
  if (after === null) return places;
  const at = places.findIndex(({ id }) => id === after.organizationId);
  return at === -1 ? [] : places.slice(at);
}

/**
 * As many organizations as surely hold a page: everybody where every role may, else at least the owners where they may.
 * A search can leave any of them empty, so it takes them all.
 */
function enough(
  places: readonly Standing[],
  { permission, search }: Asked,
  { begun, limit }: { readonly begun: boolean; readonly limit: number },
): readonly Standing[] {
  if (search !== undefined && search !== "") return places;
  let sure = 0;
  const surely = ofPolicy((policy) => whoSurely(policy, permission));
  const last = places.findIndex(({ policy, owners, active_members: all }, index) => {
    // Nothing is sure of one that is begun: the page may start after its last.
    if (!begun || index > 0) sure += { all, owners, nobody: 0 }[surely(policy)];
    return sure > limit;
  });
  return last === -1 ? places : places.slice(0, last + 1);
}

function whoSurely(policy: Policy, permission: Asked["permission"]): "all" | "owners" | "nobody" {
  const roles = [...policy.roles.values()];
  if (roles.every(({ key }) => hasPermission(policy, key, permission))) return "all";
  const owning = roles.filter(({ ownerClass }) => ownerClass);
  return owning.every(({ key }) => hasPermission(policy, key, permission)) ? "owners" : "nobody";
}

/** The same once for each policy: hundreds of organizations share few. */
function ofPolicy<Found>(find: (policy: Policy) => Found): (policy: Policy) => Found {
  const known = new Map<Policy, Found>();
  return (policy) => {
    const found = known.get(policy) ?? find(policy);
    known.set(policy, found);
    return found;
  };
}

function rolesOf(places: readonly Standing[], { permission }: Asked): RolesOf[] {
  const holding = ofPolicy((policy) => rolesWith(policy, permission));
  return places.map(({ id, policy }) => ({ organizationId: id, roles: holding(policy) }));
}

/** Who can do something, over all organizations in which the person is active and may see the team. */
export async function whoCan(
  { services, account }: AccountContext,
  input: Asked,
): Promise<Output<"permission.whoCan">> {
  const { systemKept: system } = services.pools;
  const search = cleaned("search", input.search ?? "", { max: 100, optional: true });
  const asked = { ...input, search };
  const scope = scopeOf("whoCan", [input.permission, search, input.organizationIds ?? null]);
  const after = input.cursor === undefined ? null : placeAt(scope, input.cursor);
  const chosen = input.organizationIds && new Set(input.organizationIds);
  const mine = (await loadStandings(system, account.id)).filter(
    ({ id, status }) => status === "active" && (chosen === undefined || chosen.has(id)),
  );
  const seen = mine.filter((place) => holds(place, "member.view"));
  // In an organization that is deleted and held nobody can do more than look.
  const isLook = worksWhileHeld({ kind: "use", permission: input.permission });
  const places = onwards(isLook ? seen : seen.filter(({ organization_status: status }) => status !== "held"), after);
  const pageIn = (some: readonly Standing[]) =>
    holderPage(system, account.id, rolesOf(some, asked), { search, after, limit: input.limit + 1 });
  const candidates = enough(places, asked, { begun: after !== null, limit: input.limit });
  const found = await pageIn(candidates);
  // Somebody whose access has just ended is counted for a while longer: the list must not end with these organizations.
  const isShort = found.length <= input.limit && candidates.length < places.length;
  const rows = isShort ? await pageIn(places) : found;
  const items = rows.slice(0, input.limit);
  const totals = totalsOf(rows);
  const shown = new Set(items.map((row) => row.organization_id));
  const listed = places.filter(({ id }) => shown.has(id));
  const byId = new Map(listed.map((place) => [place.id, place]));
  const last = items.at(-1);
  return {
    items: items.flatMap((row) => holderOf(row, byId.get(row.organization_id), input.permission)),
    next: rows.length > input.limit && last ? encodeCursor(scope, [last.organization_id, last.id]) : null,
    organizations: listed.map(({ id, name, policy }) => ({
      id,
      name,
      preset: policy.preset.key,
      total: totals.get(id) ?? 0,
    })),
    organizationsTotal: seen.length,
    leftOut: mine.filter((place) => !holds(place, "member.view")).map(({ name }) => name),
  };
}

/** How many may, by organization: counted, or all that are in these rows. */
function totalsOf(rows: readonly HolderRow[]): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const { organization_id: id, holders } of rows) totals.set(id, holders ?? (totals.get(id) ?? 0) + 1);
  return totals;
}

function holderOf(row: HolderRow, place: Standing | undefined, permission: Asked["permission"]) {
  if (place === undefined) return [];
  const { policy } = place;
  return [
    {
      organizationId: row.organization_id,
      memberId: row.id,
      accountId: row.account_id,
      name: row.name,
      email: row.email,
      role: row.role,
      lastSeenAt: row.last_seen_at?.toISOString() ?? null,
      through: { role: policy.roles.get(row.role)?.name ?? row.role, rows: rowsGiving(policy, row.role, permission) },
    },
  ];
}

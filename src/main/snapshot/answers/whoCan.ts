import { answered } from "#contract/answer.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { SnapshotMember } from "#contract/entities/snapshot.ts";
import type { Input } from "#contract/operations.ts";
import { decodeCursor, encodeCursor } from "#domain/cursor.ts";
import { worksWhileHeld } from "#domain/policy/decide.ts";
import { rowsGiving } from "#domain/policy/explain.ts";
import { hasPermission, rolesWith } from "#domain/policy/policy.ts";
import type { OrganizationRows } from "../worker/rows.ts";
import type { AccountAnswer, Kept } from "./answer.ts";
import { foreignCursor, searchOf } from "./faults.ts";
import { isId, scopeOf } from "./places.ts";
import { statusNow } from "./statusNow.ts";

type Asked = Input<"permission.whoCan">;

interface Holder {
  readonly rows: OrganizationRows;
  readonly member: SnapshotMember;
}

/** The organizations asked about, by name, with their rows; null where those are not kept or the team is not seen. */
function placesOf(kept: Kept, organizations: readonly Organization[], { organizationIds }: Asked) {
  const chosen = organizationIds && new Set(organizationIds);
  return organizations
    .filter(({ id }) => chosen === undefined || chosen.has(id))
    .toSorted((a, b) => (a.name === b.name ? (a.id < b.id ? -1 : 1) : a.name < b.name ? -1 : 1))
    .map((organization) => {
      const rows = kept.rows(organization.id);
      const sees = rows !== null && hasPermission(rows.policy, organization.me.role, "member.view");
      return { organization, rows: sees ? rows : null };
    });
}

/** Active holders in the order of names, after one of them where the page does not begin with the organization. */
function holdersIn(
  rows: OrganizationRows,
  permission: Asked["permission"],
  search: string,
  after: string | null,
  now: Date,
): SnapshotMember[] | null {
  const members = rows.members();
  const roles = new Set<string>(rolesWith(rows.policy, permission));
  const holds = search === "" ? null : members.holding(search);
  const order = ["name", "id"] as const;
  const last = after === null ? undefined : members.byId(after);
  if (after !== null && last === undefined) return null;
  return members.page({
    order,
    direction: "ascending",
    after: last === undefined ? null : members.keysOf(last, order),
    limit: Number.POSITIVE_INFINITY,
    keep: (member, index) => roles.has(member.role) && (holds?.(index) ?? true) && statusNow(member, now) === "active",
  });
}

const whoCan: AccountAnswer<"permission.whoCan"> = (kept, input) => {
  const { permission, organizationIds, cursor, limit } = input;
  if (kept.organizations === null) return null;
  const search = searchOf(input.search);
  if ("fault" in search) return search.fault;
  const scope = scopeOf("whoCan", [permission, search.text, organizationIds ?? null]);
  const [fromOrganization, fromMember] = cursor === undefined ? [null, null] : (decodeCursor(scope, cursor) ?? []);
  if (cursor !== undefined && !(isId(fromOrganization) && isId(fromMember))) return foreignCursor();
  const places = placesOf(kept, kept.organizations, input);
  const seen = places.flatMap(({ rows }) => (rows === null ? [] : [rows]));
  const isLook = worksWhileHeld({ kind: "use", permission });
  const able = isLook ? seen : seen.filter(({ facts }) => facts.organization.purgeAt === null);
  const start =
    fromOrganization === null ? 0 : able.findIndex(({ facts }) => facts.organization.id === fromOrganization);
  const found: Holder[] = [];
  for (const rows of start === -1 ? [] : able.slice(start)) {
    const begun = rows.facts.organization.id === fromOrganization && isId(fromMember) ? fromMember : null;
    for (const member of holdersIn(rows, permission, search.text, begun, kept.now) ?? []) found.push({ rows, member });
    if (found.length > limit) break;
  }
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return answered({
    items: items.map((holder) => holderOf(holder, permission)),
    next: found.length > limit && last ? encodeCursor(scope, [last.member.organizationId, last.member.id]) : null,
    organizations: [...new Set(items.map(({ rows }) => rows))].map((rows) => {
      const { id, name, preset } = rows.facts.organization;
      return { id, name, preset, total: holdersIn(rows, permission, "", null, kept.now)?.length ?? 0 };
    }),
    organizationsTotal: seen.length,
    // What is not kept here is left out as well.
    leftOut: places.flatMap(({ organization, rows }) => (rows === null ? [organization.name] : [])),
  });
};

function holderOf({ rows: { policy }, member }: Holder, permission: Asked["permission"]) {
  const { id, organizationId, accountId, name, email, role, lastSeenAt } = member;
  return {
    organizationId,
    memberId: id,
    accountId,
    name,
    email,
    role,
    lastSeenAt,
    through: { role: policy.roles.get(role)?.name ?? role, rows: rowsGiving(policy, role, permission) },
  };
}

export const whoCanAnswers = { "permission.whoCan": whoCan };

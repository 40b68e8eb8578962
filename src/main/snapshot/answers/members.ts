import { answered } from "#contract/answer.ts";
import type { Member } from "#contract/entities/member.ts";
import type { SnapshotMember } from "#contract/entities/snapshot.ts";
import type { Input } from "#contract/operations.ts";
import { endsSoonPeriod } from "#domain/accessEnd.ts";
import { decide } from "#domain/policy/decide.ts";
import type { OrganizationRows } from "../worker/rows.ts";
import { accessView } from "./access.ts";
import type { OrganizationAnswer } from "./answer.ts";
import { foreignCursor, notFound, refusalOf, searchOf } from "./faults.ts";
import { pageOf, placeAt, scopeOf } from "./places.ts";

/** The columns of each order; the same as the server's. */
const orders = {
  name: ["name", "id"],
  email: ["email", "id"],
  role: ["role", "name", "id"],
  joinedAt: ["joinedAt", "id"],
  lastSeenAt: ["lastSeenAt", "id"],
} as const satisfies Record<Input<"member.list">["sort"], readonly string[]>;

/** Microseconds since 1970, as the server's cursors have it where the order needs it. */
const seenOf = ({ lastSeenAt }: Member, sort: Input<"member.list">["sort"]): number =>
  sort === "lastSeenAt" && lastSeenAt !== null ? Date.parse(lastSeenAt) * 1000 : 0;

export const memberOf = ({ access: _access, details: _details, ...member }: SnapshotMember): Member => member;

const listMembers: OrganizationAnswer<"member.list"> = (rows, input, { now }) => {
  const refused = refusalOf(rows, "member.view");
  if (refused !== null) return refused;
  const { status, ends, sort, direction, limit } = input;
  const search = searchOf(input.search);
  if ("fault" in search) return search.fault;
  const role = input.role?.filter((key) => rows.policy.roles.has(key));
  const organization = rows.facts.organization;
  const scope = scopeOf("members", [organization.id, search.text, role, status, ends, sort, direction]);
  const place = placeAt(scope, input.cursor);
  if (place === undefined || (place !== null && !Number.isSafeInteger(place.keys[1]))) return foreignCursor();
  const members = rows.members();
  const holds = search.text === "" ? null : members.holding(search.text);
  const latestEnd = now.getTime() + endsSoonPeriod;
  const keep = (member: SnapshotMember, index: number) =>
    member.status === status &&
    (ends === undefined || (member.accessUntil !== null && Date.parse(member.accessUntil) <= latestEnd)) &&
    (role === undefined || role.includes(member.role)) &&
    (holds?.(index) ?? true);
  const order = orders[sort];
  const last = place === null ? undefined : members.byId(place.id);
  const after =
    place === null
      ? null
      : sort === "lastSeenAt"
        ? [Number(place.keys[1]) / 1000, place.id]
        : last && members.keysOf(last, order);
  const found = after === undefined ? [] : members.page({ order, direction, after, limit: limit + 1, keep });
  const { items, next } = pageOf(scope, found.map(memberOf), limit, (member) => [member.id, seenOf(member, sort)]);
  const total = status === "active" ? organization.memberCount : members.count((member) => member.status === status);
  const narrowed = holds !== null || role !== undefined || ends !== undefined;
  const matching = place !== null ? null : narrowed ? members.count(keep) : total;
  return answered({ items, next, total, matching });
};

/** Where nothing was written, what the server gives for it: to each what they may see. */
function detailsOf({ facts, policy }: OrganizationRows, { id, role, status, details }: SnapshotMember) {
  if (details !== null) return details;
  const { me } = facts.organization;
  const actor = { memberId: me.memberId, role: me.role, status: "active" } as const;
  const target = { memberId: id, role, status };
  const reads = decide(policy, actor, { kind: "keepNotes", target }, facts.organization).allowed;
  return {
    contact: { phone: "", jobTitle: "", department: "", revision: 0 },
    notes: reads ? { text: "", revision: 0 } : null,
    notifications: id === me.memberId ? { muted: [] } : null,
  };
}

const getMember: OrganizationAnswer<"member.get"> = (rows, { memberId }, kept) => {
  const refused = refusalOf(rows, "member.view");
  if (refused !== null) return refused;
  const member = rows.members().byId(memberId);
  if (member === undefined) return notFound("member");
  return answered({
    member: memberOf(member),
    shared: kept.sharedWith(member.accountId),
    workspaceAccess: accessView(rows, member.access, member.role),
    ...detailsOf(rows, member),
  });
};

export const memberAnswers = { "member.list": listMembers, "member.get": getMember };

import { failed, type Answer } from "#contract/answer.ts";
import type { DeskReviewItem } from "#contract/entities/deskReview.ts";
import type { SnapshotMember } from "#contract/entities/snapshot.ts";
import { actionPermissions } from "#contract/actionPermissions.ts";
import { nameOfRole } from "#domain/policy/roleName.ts";
import { hasPermission } from "#domain/policy/policy.ts";
import { proposedItems, type ProposedItem } from "#domain/review/items.ts";
import type { ReviewedMember } from "#domain/review/member.ts";
import { isInScope, type ReviewScope } from "#domain/review/scope.ts";
import { usageOf, type UsageRecord } from "#domain/review/usage.ts";
import { accessView } from "../snapshot/answers/access.ts";
import { notFound, refusalOf } from "../snapshot/answers/faults.ts";
import type { OrganizationRows } from "../snapshot/worker/rows.ts";

const namedWorkspaces = 12;

/** Why the reviewer can review nobody here; null where they can. */
export function reviewRefusal(rows: OrganizationRows | null, scope: ReviewScope): Answer<never> | null {
  // What was not kept yet cannot be looked at without the server.
  if (rows === null) return failed({ kind: "unavailable" });
  const refused = refusalOf(rows, "member.view") ?? refusalOf(rows, "member.remove");
  if (refused !== null) return refused;
  return scope.kind === "workspace" && rows.workspaces().byId(scope.workspaceId) === undefined
    ? notFound("workspace")
    : null;
}

/**
 * When who was here was last known. Days without a sign of life are counted up to then: somebody may have signed in
 * since, which nobody can tell without the server.
 */
const knownAt = ({ facts }: OrganizationRows): number => Date.parse(facts.at);

/** How many people a review would be about. */
export function countInScope(rows: OrganizationRows, scope: ReviewScope): number {
  const facts = { policy: rows.policy, workspace: workspaceOf(rows, scope), now: knownAt(rows) };
  return rows.members().count((member) => isInScope(reviewed(member), scope, facts));
}

/** The people of a review in one organization, each with what is recommended, in the order of `proposedItems`. */
export function proposedPeople(rows: OrganizationRows, scope: ReviewScope): DeskReviewItem[] {
  const { facts, policy } = rows;
  const members = rows.members();
  const proposed = proposedItems(members.rows.map(reviewed), scope, {
    policy,
    workspace: workspaceOf(rows, scope),
    usage: usageIn(rows),
    owners: facts.organization.owners,
    reviewerId: facts.organization.me.memberId,
    now: knownAt(rows),
  });
  return proposed.flatMap((item) => {
    const member = members.byId(item.member.memberId);
    return member === undefined ? [] : [shownPerson(rows, member, item)];
  });
}

/** Somebody as a reviewer sees them. */
function shownPerson(
  rows: OrganizationRows,
  member: SnapshotMember,
  { recommendation, own }: ProposedItem,
): DeskReviewItem {
  const { policy, facts } = rows;
  const reach = accessView(rows, member.access, member.role);
  const seesAll = hasPermission(policy, facts.organization.me.role, "workspace.viewAll");
  return {
    memberId: member.id,
    accountId: member.accountId,
    organizationId: facts.organization.id,
    name: member.name,
    email: member.email,
    roleName: nameOfRole(policy, member.role),
    seen: {
      role: member.role,
      status: member.status === "active" ? "active" : "deactivated",
      joinedAt: member.joinedAt,
      lastSeenAt: member.lastSeenAt,
      twoFactor: member.twoFactor,
      workspaces: { scope: member.access.scope, count: seesAll ? reach.total : null },
    },
    workspaces: reach.workspaces.slice(0, namedWorkspaces).map(({ name }) => name),
    byRole: reach.byRole,
    accessUntil: member.accessUntil,
    own,
    recommendation,
  };
}

const instantOf = (at: string | null): number | null => (at === null ? null : Date.parse(at));

const reviewed = (member: SnapshotMember): ReviewedMember => ({
  memberId: member.id,
  accountId: member.accountId,
  name: member.name,
  email: member.email,
  role: member.role,
  status: member.status,
  joinedAt: Date.parse(member.joinedAt),
  lastSeenAt: instantOf(member.lastSeenAt),
  twoFactor: member.twoFactor,
  access: member.access,
});

const workspaceOf = (rows: OrganizationRows, scope: ReviewScope) =>
  scope.kind === "workspace" ? (rows.workspaces().byId(scope.workspaceId) ?? null) : null;

/** What the kept part of the audit log shows of what people used their roles for; null where there is none to read. */
function usageIn({ facts, events }: OrganizationRows): UsageRecord | null {
  if (!facts.sees.audit) return null;
  const acts = events.flatMap((page) => page.acts());
  const from = acts[0]?.at;
  return from === undefined ? null : usageOf(acts, from, actionPermissions);
}

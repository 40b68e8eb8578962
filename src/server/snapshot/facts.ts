import type { SnapshotFacts, SnapshotWorkspace } from "#contract/entities/snapshot.ts";
import { rolesBackedBy } from "#domain/invitationBacking.ts";
import { decide } from "#domain/policy/decide.ts";
import type { Policy } from "#domain/policy/policy.ts";
import { mayReview } from "#domain/review/decisions.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { ownershipHandlers } from "../operations/ownership.ts";
import { permissionHandlers } from "../operations/permissions.ts";
import { factsOf as factsOfMember } from "../operations/member-target.ts";
import { reviewScheduleHandlers } from "../operations/review-schedules.ts";
import { roleHandlers } from "../operations/roles.ts";
import { accessEndOf, type Seen } from "../storage/queries/snapshot-rows.ts";
import { openBySender, type SentOpen } from "../storage/queries/invitation-senders.ts";
import { loadOrganization } from "../storage/queries/organizations.ts";
import { workspacesSeen } from "../storage/queries/workspaces.ts";
import { viewerOf, withPeople } from "../workspaces/viewer.ts";
import { encodeMark, type Mark } from "./mark.ts";
import type { Sight } from "./sight.ts";

/** What a snapshot holds of an organization besides its lists: each as its own operation answers it. */
export async function factsOf(context: OrganizationContext, { sees }: Sight, mark: Mark): Promise<SnapshotFacts> {
  const { db, account, organization, caller, me, policy } = context;
  const [details, matrix, { transfer }, { schedule }, { items: formerRoles }, sent] = await Promise.all([
    loadOrganization(db, account.id, organization.id),
    permissionHandlers["permission.matrix"](context),
    ownershipHandlers["ownership.get"](context),
    mayReview(policy, me.role) ? reviewScheduleHandlers["reviewSchedule.get"](context) : { schedule: null },
    sees.audit ? roleHandlers["role.listFormer"](context) : { items: [] },
    sees.invitations ? openBySender(db, "team_members", organization.id, { now: caller.now, memberIds: null }) : [],
  ]);
  return {
    organization: details,
    matrix,
    transfer,
    reviewSchedule: schedule,
    formerRoles,
    senders: sendersOf(policy, sent),
    sees,
    until: await accessEndOf(db, organization.id, me.memberId),
    revision: organization.revision,
    mark: encodeMark(mark),
    at: caller.now.toISOString(),
  };
}

/** Each of them once, with the roles that they stand for. */
function sendersOf(policy: Policy, sent: readonly SentOpen[]): SnapshotFacts["senders"] {
  const byAccount = new Map(sent.map((each) => [each.accountId, each]));
  return [...byAccount.values()].map(({ accountId, sender, until }) => ({
    accountId,
    roles: rolesBackedBy(policy, sender),
    until: until?.toISOString() ?? null,
  }));
}

/** What the caller sees of members' rules and notes. */
export const seenBy = (
  { policy, me, organization }: OrganizationContext,
  workspaces: readonly SnapshotWorkspace[],
): Seen => ({
  workspaceIds: new Set(workspaces.map(({ id }) => id)),
  notesOn: (row) => decide(policy, me, { kind: "keepNotes", target: factsOfMember(row) }, organization).allowed,
  memberId: me.memberId,
});

/** No organization has more by far; beyond it the rest is left out. */
export const mostWorkspaces = 10_000;

/** Every workspace that the caller sees, at most `limit`. */
export async function snapshotWorkspaces(context: OrganizationContext, limit: number): Promise<SnapshotWorkspace[]> {
  const rows = await workspacesSeen(context.db, viewerOf(context), limit);
  const workspaces = await withPeople(context, rows);
  return workspaces.map((workspace, index) => ({ ...workspace, revision: rows[index]?.revision ?? 0 }));
}

import type { Outlook, OutlookMember, WaitingPerson } from "#domain/plan/outlook.ts";
import type { Db } from "../storage/database.ts";
import type { Place } from "../people/managed.ts";
import {
  plannedInvitations,
  plannedMembers,
  waitingPeople,
  type Pair,
  type PlannedInvitationRow,
  type PlannedMemberRow,
  type WaitingRow,
} from "../storage/queries/plan-facts.ts";
import type { ResolvedPlan } from "./resolve.ts";

const outlookMember = (row: PlannedMemberRow): OutlookMember => ({
  memberId: row.id,
  accountId: row.account_id,
  role: row.role,
  status: row.status,
  removedAt: row.removed_at?.getTime() ?? null,
  left: row.left,
  removedFrom: row.removed_from === "deactivated" ? "deactivated" : "active",
  ends: row.ends,
});

function waitingPerson(row: WaitingRow): WaitingPerson[] {
  const { email_folded: folded, account_id: accountId, role, ends } = row;
  const { inviter, inviter_id: memberId, inviter_role: held, inviter_status: status } = row;
  if (accountId === null) return [];
  const member = memberId === null || held === null ? null : { memberId, role: held, status };
  return [{ folded, accountId, role, ends, inviter: { folded: inviter ?? "", member } }];
}

function byOrganization<Row extends { readonly organization_id: string }>(rows: readonly Row[]) {
  return Map.groupBy(rows, (row) => row.organization_id);
}

const addressesOf = (rows: readonly PlannedInvitationRow[], overdue: boolean): Set<string> =>
  new Set(rows.filter((row) => row.overdue === overdue).map((row) => row.email_folded));

export interface Outlooks {
  readonly of: (place: Place) => Outlook;
  /** The membership of a person in one of the organizations, if there is one. */
  readonly member: (pair: Pair) => PlannedMemberRow | undefined;
}

/**
 * What a plan must know of its organizations, all of them at once: three statements, however many there are. Read
 * without a lock: what has changed when the plan works is judged then.
 */
export async function loadOutlooks(
  system: Db,
  { items, places }: ResolvedPlan,
  actorFolded: string,
  now: Date,
): Promise<Outlooks> {
  const pairs = items.filter(({ organizationId, folded }) => folded !== "" && places.has(organizationId));
  const actors = [...places.keys()].map((organizationId): Pair => ({ organizationId, folded: actorFolded }));
  const limited = [...places.values()].filter(({ seats_limit }) => seats_limit !== null).map(({ id }) => id);
  const [members, invitations, waiting] = await Promise.all([
    plannedMembers(system, [...actors, ...pairs.filter(({ folded }) => folded !== actorFolded)]),
    plannedInvitations(system, pairs, now),
    waitingPeople(system, limited, now),
  ]);
  const membersIn = byOrganization(members);
  const invitationsIn = byOrganization(invitations);
  const waitingIn = byOrganization(waiting);
  const found = new Map(members.map((row) => [`${row.organization_id} ${row.email_folded}`, row]));
  return {
    member: ({ organizationId, folded }) => found.get(`${organizationId} ${folded}`),
    of: (place) => ({
      policy: place.policy,
      held: place.organization_status === "held",
      personalOf: place.personal_of,
      seatLimit: place.seats_limit,
      owners: place.owners,
      lastingOwners: place.lasting_owners,
      active: place.active_members,
      pending: place.pending_invitations,
      actor: actorFolded,
      members: new Map(
        (membersIn.get(place.id) ?? []).map((row) => {
          // Whose access has ended acts no more, even before it is written down.
          const member = outlookMember(row);
          return [row.email_folded, row.email_folded === actorFolded ? { ...member, status: place.status } : member];
        }),
      ),
      invited: addressesOf(invitationsIn.get(place.id) ?? [], false),
      overdue: addressesOf(invitationsIn.get(place.id) ?? [], true),
      waiting: (waitingIn.get(place.id) ?? []).flatMap(waitingPerson),
    }),
  };
}

import { sql } from "kysely";
import { statusNow } from "../access-now.ts";
import type { Db } from "../database.ts";
import { anyIdOf } from "./any-of.ts";
import { overdueAt } from "./invitations.ts";

/** A person by a folded address, in an organization. */
export interface Pair {
  readonly organizationId: string;
  readonly folded: string;
}

/** One statement for any number of pairs: two arrays of the same length. */
const given = (pairs: readonly Pair[]) => sql`unnest(
  ${pairs.map(({ organizationId }) => organizationId)}::uuid[], ${pairs.map(({ folded }) => folded)}::text[]
) as given (organization_id, email_folded)`;

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly email_folded: string;
}

/**
 * Those of these accounts whom the asking person can see: members, former ones included, of an organization in which
 * they may see the team. Everybody else is as good as nobody. Needs the owner's rights.
 */
export async function knownPeople(
  system: Db,
  accountIds: readonly string[],
  visible: readonly string[],
): Promise<KnownPerson[]> {
  return system
    .selectFrom("accounts as a")
    .select(["a.id", "a.name", "a.email", "a.email_folded"])
    .where("a.id", "=", anyIdOf(accountIds))
    .where("a.email_verified_at", "is not", null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("members as m")
          .select("m.id")
          .whereRef("m.account_id", "=", "a.id")
          .where("m.organization_id", "=", anyIdOf(visible)),
      ),
    )
    .execute();
}

export interface PlannedMemberRow {
  readonly organization_id: string;
  readonly email_folded: string;
  readonly account_id: string;
  readonly name: string;
  readonly id: string;
  readonly role: string;
  readonly status: "active" | "deactivated" | "removed";
  readonly removed_at: Date | null;
  /** What a removed member was before, as the event that ended the membership says. */
  readonly removed_from: string | null;
  /** Whether a removed member ended it themselves. */
  readonly left: boolean;
  /** Whether their access has an end; one that has passed goes when they come back. */
  readonly ends: boolean;
}

/** The memberships behind these pairs. Needs the owner's rights: the pairs are the wall. */
export async function plannedMembers(system: Db, pairs: readonly Pair[]): Promise<PlannedMemberRow[]> {
  const { rows } = await sql<PlannedMemberRow>`
    select m.organization_id, given.email_folded, m.account_id, m.name, m.id, m.role, m.status, m.removed_at,
      ended.status as removed_from, m.left_themselves as left,
      m.access_until is not null and (m.status = 'active' or m.access_until > now()) as ends
    from ${given(pairs)}
    join accounts a on a.email_folded = given.email_folded
    join members m on m.organization_id = given.organization_id and m.account_id = a.id
    left join lateral (
      select e.before ->> 'status' as status from audit_events e
      where m.status = 'removed' and e.organization_id = m.organization_id and e.target_id = m.id::text
        and e.action in ('member.removed', 'member.left')
      order by e.revision desc limit 1
    ) ended on true`.execute(system);
  return rows;
}

export interface PlannedInvitationRow {
  readonly organization_id: string;
  readonly email_folded: string;
  readonly overdue: boolean;
}

/** The open invitations behind these pairs. One that waits for a seat was answered in time. */
export async function plannedInvitations(
  system: Db,
  pairs: readonly Pair[],
  now: Date,
): Promise<PlannedInvitationRow[]> {
  const { rows } = await sql<PlannedInvitationRow>`
    select i.organization_id, i.email_folded, ${overdueAt(now, "i")} as overdue
    from ${given(pairs)}
    join invitations i on i.organization_id = given.organization_id and i.email_folded = given.email_folded
      and i.status = 'pending'`.execute(system);
  return rows;
}

/** Who accepted in these organizations while no seat was free, longest first, each with whoever invited them. */
export async function waitingPeople(system: Db, organizationIds: readonly string[], now: Date) {
  return system
    .selectFrom("invitations as i")
    .leftJoin("accounts as a", "a.id", "i.invited_by_account_id")
    .leftJoin("members as m", (join) =>
      join.onRef("m.organization_id", "=", "i.organization_id").onRef("m.account_id", "=", "i.invited_by_account_id"),
    )
    .select(["i.organization_id", "i.email_folded", "i.accepted_account_id as account_id", "i.role"])
    .select(sql<boolean>`i.access_until is not null`.as("ends"))
    .select(["a.email_folded as inviter", "m.id as inviter_id", "m.role as inviter_role"])
    .select(statusNow("m").as("inviter_status"))
    .where("i.organization_id", "=", anyIdOf(organizationIds))
    .where("i.status", "=", "pending")
    .where("i.waiting_for_seat", "=", true)
    .where((eb) => eb.not(overdueAt(now, "i")))
    .orderBy("i.accepted_at")
    .orderBy("i.id")
    .execute();
}
export type WaitingRow = Awaited<ReturnType<typeof waitingPeople>>[number];

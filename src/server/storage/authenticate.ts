import type { MemberFacts } from "#domain/policy/decision.ts";
import type pg from "pg";
import { named } from "./named-statement.ts";
import type { Pools } from "./pools.ts";
import { markScoped } from "./scope-mark.ts";

/** The session that an access token belongs to, its person, and their place in the organization of the request. */
export interface Authentication {
  readonly session: { readonly id: string; readonly lastUsedAt: Date };
  readonly account: {
    readonly id: string;
    readonly email: string;
    readonly name: string;
    readonly emailVerified: boolean;
    readonly locale: string;
    readonly timeZone: string;
    readonly lastOrganizationId: string | null;
    readonly createdAt: Date;
  };
  readonly member: AuthenticatedMember | null;
  /** Null when none was asked for, when it does not exist, and when the person was never its member. */
  readonly organization: AuthenticatedOrganization | null;
  /** Those of its members about whom the request asks, in no order; whoever was not asked about is never among them. */
  readonly others: readonly MemberFacts[];
}

export interface AuthenticatedMember {
  readonly id: string;
  readonly role: string;
  readonly ownerClass: boolean;
  readonly status: "active" | "deactivated" | "removed";
  readonly lastSeenAt: Date | null;
}

export interface AuthenticatedOrganization {
  readonly id: string;
  readonly name: string;
  readonly preset: string;
  readonly presetVersion: number;
  readonly switches: Readonly<Record<string, boolean>>;
  /** As stored: `customRolesOf` reads it. */
  readonly customRoles: string;
  readonly revision: number;
  readonly seatsLimit: number | null;
  readonly lastingOwners: number;
  readonly activeMembers: number;
  readonly status: "active" | "held" | "purging";
}

/** What a lookup answers: all null for a token that is unknown, expired or revoked; no place where none was asked for. */
export interface AuthenticationRow {
  session_id: string | null;
  session_last_used_at: Date;
  account_id: string;
  email: string;
  name: string;
  email_verified: boolean;
  locale: string;
  time_zone: string;
  last_organization_id: string | null;
  account_created_at: Date;
  member_id?: string | null;
  role: string;
  owner_class: boolean;
  member_status: "active" | "deactivated" | "removed";
  last_seen_at: Date | null;
  organization_id: string;
  organization_name: string;
  preset: string;
  preset_version: number;
  switches: Record<string, boolean>;
  custom_roles: string;
  revision: number;
  seats_limit: number | null;
  lasting_owners: number;
  active_members: number;
  organization_status: "active" | "held" | "purging";
  /** Id, status and role of each. */
  others?: readonly string[] | null;
}

const statement = named("orgdesk_authenticate", "select * from orgdesk_authenticate($1, $2)");

/**
 * Finds who is behind a token and narrows the connection to them and to the organization, in one statement.
 * The organization becomes part of the scope only for its active members.
 */
export async function authenticate(
  client: pg.PoolClient,
  tokenDigest: Buffer,
  organizationId: string | null,
): Promise<Authentication | null> {
  const { rows } = await client.query<AuthenticationRow>(statement, [tokenDigest, organizationId]);
  markScoped(client);
  return authenticationOf(rows[0]);
}

export function authenticationOf(row: AuthenticationRow | undefined): Authentication | null {
  if (!row?.session_id) return null;
  const memberId = row.member_id ?? null;
  return {
    session: {
      id: row.session_id,
      lastUsedAt: row.session_last_used_at,
    },
    account: {
      id: row.account_id,
      email: row.email,
      name: row.name,
      emailVerified: row.email_verified,
      locale: row.locale,
      timeZone: row.time_zone,
      lastOrganizationId: row.last_organization_id,
      createdAt: row.account_created_at,
    },
    member: memberId === null ? null : memberOf(row, memberId),
    organization: memberId === null ? null : organizationOf(row),
    others: row.others?.map(standingOf) ?? nobody,
  };
}

const nobody: readonly MemberFacts[] = [];
const idLength = 36;

function standingOf(text: string): MemberFacts {
  const role = text.indexOf(" ", idLength + 1);
  const status = text.slice(idLength + 1, role) as MemberFacts["status"];
  return { memberId: text.slice(0, idLength), status, role: text.slice(role + 1) };
}

function memberOf(row: AuthenticationRow, id: string): AuthenticatedMember {
  const { role, owner_class: ownerClass, member_status: status, last_seen_at: lastSeenAt } = row;
  return { id, role, ownerClass, status, lastSeenAt };
}

function organizationOf(row: AuthenticationRow): AuthenticatedOrganization {
  return {
    id: row.organization_id,
    name: row.organization_name,
    preset: row.preset,
    presetVersion: row.preset_version,
    switches: row.switches,
    customRoles: row.custom_roles,
    revision: row.revision,
    seatsLimit: row.seats_limit,
    lastingOwners: row.lasting_owners,
    activeMembers: row.active_members,
    status: row.organization_status,
  };
}

const presenceStep = 5 * 60 * 1000;

/** Whether the last use is worth writing again; each request writing it would cost more than the request. */
export function presenceIsStale({ session, member }: Authentication, now: Date): boolean {
  const oldest = Math.min(session.lastUsedAt.getTime(), member ? (member.lastSeenAt?.getTime() ?? 0) : Infinity);
  return now.getTime() - oldest > presenceStep;
}

/** Writes when the session was last used and the member last seen. Outside the request's transaction, after it. */
export async function recordPresence(pools: Pools, { session, member, organization }: Authentication): Promise<void> {
  const now = new Date();
  await pools.system.updateTable("sessions").set({ last_used_at: now }).where("id", "=", session.id).execute();
  if (!member || !organization) return;
  await pools.system
    .updateTable("members")
    .set({ last_seen_at: now })
    .where("organization_id", "=", organization.id)
    .where("id", "=", member.id)
    .execute();
}

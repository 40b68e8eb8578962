import { named } from "../named-statement.ts";
import type { Pools } from "../pools.ts";

type System = Pick<Pools, "systemPool">;

/** Sessions are their person's own: counting those of others needs the owner's rights. */
const ofAccounts = named(
  "sessions_of_accounts",
  `select account_id as id, count(*)::int as sessions from sessions
    where account_id = any ((select $1::uuid[])::uuid[]) and revoked_at is null and expires_at > $2
    group by account_id`,
);

const ofTeam = named(
  "sessions_of_team",
  `select m.id, count(*)::int as sessions from members m join sessions s on s.account_id = m.account_id
    where m.organization_id = (select $1::uuid) and m.status = 'active'
      and s.revoked_at is null and s.expires_at > $2
    group by m.id`,
);

interface Counted {
  readonly id: string;
  readonly sessions: number;
}

async function count({ systemPool }: System, statement: typeof ofTeam, values: readonly unknown[]) {
  const { rows } = await systemPool.query<Counted>(statement, [...values]);
  return new Map(rows.map(({ id, sessions }) => [id, sessions]));
}

/** How many signed-in desktops each of these accounts has; nobody without one. */
export async function sessionsOf(system: System, accountIds: readonly string[], now: Date) {
  return accountIds.length === 0 ? new Map<string, number>() : count(system, ofAccounts, [accountIds, now]);
}

/** The same of everybody who has access to an organization, by member. */
export async function sessionsOfTeam(system: System, organizationId: string, now: Date) {
  return count(system, ofTeam, [organizationId, now]);
}

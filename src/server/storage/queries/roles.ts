import type { FormerRole, RoleUse } from "#contract/entities/role.ts";
import type { CustomRole } from "#domain/policy/customRole.ts";
import { sql } from "kysely";
import type { Db } from "../database.ts";

/** How many have each role, by what they are. Roles that nobody has are left out. */
export async function roleUse(db: Db, organizationId: string): Promise<RoleUse[]> {
  const { rows } = await sql<RoleUse>`
    select role,
      coalesce(sum(people) filter (where status = 'active'), 0)::int as active,
      coalesce(sum(people) filter (where status = 'deactivated'), 0)::int as deactivated,
      coalesce(sum(people) filter (where status = 'removed'), 0)::int as removed,
      coalesce(sum(people) filter (where status = 'invited'), 0)::int as invitations
    from (
      select coalesce(case when status = 'removed' then former_role end, role) as role, status, count(*) as people
      from members where organization_id = ${organizationId}::uuid group by 1, 2
      union all
      select role, 'invited', count(*) from invitations
      where organization_id = ${organizationId}::uuid and status = 'pending' group by 1
    ) used
    group by role order by role`.execute(db);
  return rows;
}

export interface Reassignment {
  readonly from: string;
  readonly to: string;
  readonly ownerClass: boolean;
}

/**
 * Gives everybody who has one of these roles another one: members of every status, the role that removed ones come back
 * with, and invitations, past ones included, since some can be opened again.
 */
export async function reassignRoles(db: Db, organizationId: string, changes: readonly Reassignment[]): Promise<void> {
  if (changes.length === 0) return;
  const mapping = sql`(
    select * from unnest(${changes.map((one) => one.from)}::text[], ${changes.map((one) => one.to)}::text[],
      ${changes.map((one) => one.ownerClass)}::boolean[]) as mapping (was, becomes, owner_class)
  )`;
  await sql`
    update members m set former_role = mapping.becomes from ${mapping} mapping
    where m.organization_id = ${organizationId}::uuid and m.former_role = mapping.was`.execute(db);
  await sql`
    update members m set role = mapping.becomes, owner_class = mapping.owner_class from ${mapping} mapping
    where m.organization_id = ${organizationId}::uuid and m.role = mapping.was`.execute(db);
  await sql`
    update invitations i set role = mapping.becomes from ${mapping} mapping
    where i.organization_id = ${organizationId}::uuid and i.role = mapping.was`.execute(db);
}

/** Ids of members who have a role and are not removed, at most `limit`. */
export async function holdersOf(db: Db, organizationId: string, role: string, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom("members")
    .select("id")
    .where("organization_id", "=", organizationId)
    .where("role", "=", role)
    .where("status", "<>", "removed")
    .orderBy("name_key")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

export async function setCustomRoles(db: Db, organizationId: string, roles: readonly CustomRole[]): Promise<void> {
  const set = { custom_roles: JSON.stringify(roles) };
  await db.updateTable("organizations").set(set).where("id", "=", organizationId).execute();
}

export async function setPreset(
  db: Db,
  organizationId: string,
  to: { readonly preset: string; readonly version: number; readonly customRoles: readonly CustomRole[] },
): Promise<void> {
  const set = { preset: to.preset, preset_version: to.version, custom_roles: JSON.stringify(to.customRoles) };
  await db.updateTable("organizations").set(set).where("id", "=", organizationId).execute();
}

export async function setSwitches(
  db: Db,
  organizationId: string,
  switches: Readonly<Record<string, boolean>>,
): Promise<void> {
  const set = { switches: JSON.stringify(switches) };
  await db.updateTable("organizations").set(set).where("id", "=", organizationId).execute();
}

/**
 * The custom roles that there are no more, as they were called last: deleted, or made one with another when the preset
 * was switched. A key is never used again. `current` are the keys of those that there are.
 */
export async function formerRoles(db: Db, organizationId: string, current: readonly string[], limit: number) {
  const { rows } = await sql<FormerRole>`
    select key, name from (
      select distinct on (target_id) target_id as key, target_name as name, revision
      from audit_log
      where organization_id = ${organizationId}::uuid and action in ('role.created', 'role.updated', 'role.deleted')
        and target_id <> all(${current}::text[])
      order by target_id, revision desc
    ) former
    order by revision desc limit ${limit}`.execute(db);
  return rows;
}

import { sql, type Kysely } from "kysely";

/** How the key that signs audit logs followed the ones before: a desktop that was away for long trusts an old one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table server_keys add column rotations json not null default '[]'`.execute(db);
}

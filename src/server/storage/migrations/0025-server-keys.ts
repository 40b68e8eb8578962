import { sql, type Kysely } from "kysely";

/** What tells that a server's keys are those that this database was written with. No request sees it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await serverKeys.execute(db);
}

/** `fingerprint` proves a key and gives nothing of it away. */
const serverKeys = sql`
  create table server_keys (
    name text primary key check (name in ('audit', 'secret')),
    fingerprint text not null,
    since timestamptz not null default now()
  );
  alter table server_keys enable row level security`;

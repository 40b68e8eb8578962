import { sql, type Kysely } from "kysely";

/**
 * Sign-up attempts: an account exists only once its address is verified, so what was typed until then lives here.
 * Each attempt has its own code and password, so that nobody finishes what somebody else began for their address.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [signUps, resets]) await statement.execute(db);
}

const signUps = sql`
  create table sign_ups (
    id uuid primary key,
    email text not null,
    email_folded text not null,
    name text not null,
    password_digest text not null,
    code_digest bytea not null,
    invitation_digest bytea,
    attempts integer not null default 0,
    created_at timestamptz not null default now(),
    expires_at timestamptz not null,
    used_at timestamptz
  );
  create index sign_ups_expiry on sign_ups (expires_at);
  alter table sign_ups enable row level security`;

/** A reset asked for an address without an account leaves the same row as any other, which no code fits. */
const resets = sql`alter table mailed_codes alter column account_id drop not null`;

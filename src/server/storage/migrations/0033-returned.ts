import { sql, type Kysely } from "kysely";

/**
 * Since when somebody has access again who had none for a while. What they did meanwhile is none of the organization's
 * business. Written by the database, whatever way they came back; null for those who never were away.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table members add column returned_at timestamptz`.execute(db);
  await noted.execute(db);
}

const noted = sql`
  create function orgdesk_note_return() returns trigger language plpgsql as $$
  begin
    new.returned_at := now();
    return new;
  end $$;
  create trigger members_returned before update of status on members for each row
    when (new.status = 'active' and old.status <> 'active') execute function orgdesk_note_return()`;

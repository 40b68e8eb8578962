import { sql, type Kysely } from "kysely";
import type { Database } from "./database.ts";

/** Tells every server that listens to the channel, once the transaction has committed. Under 8,000 bytes. */
export async function notify(db: Kysely<Database>, channel: string, message: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${message})`.execute(db);
}

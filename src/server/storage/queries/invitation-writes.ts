import type { Insertable } from "kysely";
import type { Db } from "../../dispatch/contexts.ts";
import type { InvitationsTable } from "../organization-tables.ts";
import { invitationColumns, type InvitationRow } from "./invitations.ts";

/** Writes new invitations and answers them by address. */
export async function insertInvitations(
  db: Db,
  rows: readonly Insertable<InvitationsTable>[],
): Promise<Map<string, InvitationRow>> {
  const inserted = await db
    .insertInto("invitations")
    .values([...rows])
    .returning(invitationColumns)
    .execute();
  return new Map(inserted.map((row) => [row.email_folded, row]));
}

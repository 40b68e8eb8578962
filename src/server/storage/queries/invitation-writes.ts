import type { Insertable } from "kysely";
import type { Db } from "../database.ts";
import type { InvitationsTable } from "../tables/organization.ts";
import { inParts } from "../in-parts.ts";
import { invitationColumns, type InvitationRow } from "./invitations.ts";

/** Writes new invitations and answers them by address. */
export async function insertInvitations(
  db: Db,
  rows: readonly Insertable<InvitationsTable>[],
): Promise<Map<string, InvitationRow>> {
  const inserted = await Promise.all(
    inParts(rows).map((part) => db.insertInto("invitations").values(part).returning(invitationColumns).execute()),
  );
  return new Map(inserted.flat().map((row) => [row.email_folded, row]));
}

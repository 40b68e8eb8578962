import type { Db } from "../database.ts";
import { customRolesText } from "../custom-roles.ts";

/** Where an invitation is; what it is and who may answer it is decided under the organization's lock. */
export interface InvitationPlace {
  readonly organizationId: string;
  readonly invitationId: string;
}

const placeOf = (row: { organization_id: string; id: string } | undefined): InvitationPlace | null =>
  row === undefined ? null : { organizationId: row.organization_id, invitationId: row.id };

/** Finds an invitation by the digest of its link's token. Needs the owner's rights: the caller may be nobody yet. */
export async function placeOfToken(system: Db, tokenDigest: Buffer): Promise<InvitationPlace | null> {
  const row = await system
    .selectFrom("invitations")
    .select(["organization_id", "id"])
    .where("token_digest", "=", tokenDigest)
    .executeTakeFirst();
  return placeOf(row);
}

/** Finds an invitation of one person's inbox; somebody else's cannot be found. Needs the owner's rights. */
export async function placeOfReceived(system: Db, id: string, emailFolded: string): Promise<InvitationPlace | null> {
  const row = await system
    .selectFrom("invitations")
    .select(["organization_id", "id"])
    .where("email_folded", "=", emailFolded)
    .where("id", "=", id)
    .executeTakeFirst();
  return placeOf(row);
}

/** An invitation with what its organization calls things, for whoever holds the link. Needs the owner's rights. */
export async function receivedByToken(system: Db, tokenDigest: Buffer) {
  return system
    .selectFrom("invitations as i")
    .innerJoin("organizations as o", "o.id", "i.organization_id")
    .select(["i.id", "i.email", "i.role", "i.status", "i.message", "i.invited_by_name", "i.expires_at"])
    .select(["i.organization_id", "i.invited_by_account_id", "i.waiting_for_seat", "i.access_until"])
    .select(["o.name as organization_name", "o.logo", "o.preset", "o.switches"])
    .select(customRolesText)
    .where("i.token_digest", "=", tokenDigest)
    .executeTakeFirst();
}

import type { NotificationKind } from "#domain/memberNotifications.ts";
import { sql } from "kysely";
import { hasAccess } from "../access-now.ts";
import type { Db } from "../database.ts";
import { anyIdOf, anyOf } from "./any-of.ts";

export interface Recipient {
  readonly memberId: string;
  readonly to: string;
  readonly name: string;
}

/** Which members are meant: some by id, by account, or whoever holds one of these roles. */
export type Addressed =
  | { readonly memberIds: readonly string[] }
  | { readonly accountIds: readonly string[] }
  | { readonly roles: readonly string[] };

/** Those in charge are few; a role that many hold is not flooded. */
const mostRecipients = 50;

/** The addresses of members who want this kind of mail. Whoever just lost access still hears of it. */
export async function recipientsOf(
  db: Db,
  organizationId: string,
  addressed: Addressed,
  kind: NotificationKind,
): Promise<Recipient[]> {
  let query = db
    .selectFrom("members as m")
    .leftJoin("member_details as d", (join) =>
      join.onRef("d.organization_id", "=", "m.organization_id").onRef("d.member_id", "=", "m.id"),
    )
    .select(["m.id as memberId", "m.email as to", "m.name"])
    .where("m.organization_id", "=", organizationId)
    .where(sql<boolean>`not (${kind} = any(coalesce(d.muted, '{}')))`)
    .orderBy("m.id")
    .limit(mostRecipients);
  if ("memberIds" in addressed) {
    return query.where("m.id", "=", anyIdOf(addressed.memberIds)).where("m.status", "<>", "removed").execute();
  }
  query = query.where(hasAccess("m"));
  return "accountIds" in addressed
    ? query.where("m.account_id", "=", anyIdOf(addressed.accountIds)).execute()
    : query.where("m.role", "=", anyOf(addressed.roles)).execute();
}

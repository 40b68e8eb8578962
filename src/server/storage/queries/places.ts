import type { Db } from "../database.ts";
import { sql } from "kysely";
import { customRolesText } from "../custom-roles.ts";
import type { MembersTable } from "../organization-tables.ts";
import { hasAccess } from "./access-ends.ts";

/**
 * Everywhere that a person is an active or deactivated member, by the organization's name, with what decisions about
 * others need. Row security shows a request one organization at a time, so this needs the owner's rights; it shows
 * none but the person's own memberships, and what follows asks for these organizations by their ids alone.
 */
export async function placesOf(system: Db, accountId: string) {
  return system
    .selectFrom("members as m")
    .innerJoin("organizations as o", "o.id", "m.organization_id")
    .select(["o.id", "o.name", "o.preset", "o.switches", "o.status as organization_status", "o.personal_of"])
    .select(customRolesText)
    .select(["o.seats_limit", "o.owners", "o.active_members", "o.pending_invitations", "o.seat_price", "o.currency"])
    .select(["m.id as member_id", "m.role"])
    .select((eb) =>
      eb
        .case()
        .when(eb.and([eb("m.status", "=", "active"), eb.not(hasAccess("m"))]))
        .then(sql<MembersTable["status"]>`'deactivated'`)
        .else(eb.ref("m.status"))
        .end()
        .as("status"),
    )
    .where("m.account_id", "=", accountId)
    .where("m.status", "<>", "removed")
    .where("o.status", "<>", "purging")
    .orderBy("o.name")
    .orderBy("o.id")
    .execute();
}

export type PlaceRow = Awaited<ReturnType<typeof placesOf>>[number];

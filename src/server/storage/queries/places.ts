import type { RawBuilder } from "kysely";
import { builtOnce } from "../built-once.ts";
import { customRolesText } from "../custom-roles.ts";
import type { Db } from "../database.ts";
import { statusNow } from "../access-now.ts";

/**
 * Everywhere that a person is an active or deactivated member, by the organization's name, with its rules. Row security
 * shows a request one organization at a time, so this needs the owner's rights; it shows none but the person's own
 * memberships, and what follows asks for these organizations by their ids alone.
 */
const everywhere = (system: Db, accountId: string | RawBuilder<string>) =>
  system
    .selectFrom("members as m")
    .innerJoin("organizations as o", "o.id", "m.organization_id")
    .select(["o.id", "o.name", "o.preset", "o.switches", "o.owners", "o.active_members", "m.role"])
    .select("o.status as organization_status")
    .select(customRolesText)
    .select(statusNow("m").as("status"))
    .where("m.account_id", "=", accountId)
    .where("m.status", "<>", "removed")
    .where("o.status", "<>", "purging")
    .orderBy("o.name")
    .orderBy("o.id");

/** The same with what decisions about others need. */
export async function placesOf(system: Db, accountId: string) {
  return everywhere(system, accountId)
    .select(["m.id as member_id", "o.personal_of", "o.lasting_owners"])
    .select(["o.seats_limit", "o.pending_invitations", "o.seat_price", "o.currency"])
    .execute();
}

export type PlaceRow = Awaited<ReturnType<typeof placesOf>>[number];
export type StandingRow = Awaited<ReturnType<ReturnType<typeof everywhere>["execute"]>>[number];

const standings = builtOnce<{ accountId: string }, StandingRow>((db, slot) => everywhere(db, slot("accountId")));

/** Only where a person stands and under which rules: half to read, of hundreds of organizations. */
export const standingsOf = (system: Db, accountId: string): Promise<StandingRow[]> => standings(system, { accountId });

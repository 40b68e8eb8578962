import type { SentInvitations } from "#domain/invitationBacking.ts";
import { statusNow } from "../access-now.ts";
import type { Db } from "../database.ts";
import { anyIdOf } from "./any-of.ts";
import { overdueAt } from "./invitations.ts";

/** Open invitations with where their sender stands at this moment, and until when the sender has access. */
export interface SentOpen extends SentInvitations {
  readonly until: Date | null;
}

/**
 * How many invitations are open, by who stands for them and the role that they give: those of some members, or all. They
 * are counted before the few who sent them are looked up. `members` is the view for a request, which sees its own
 * organization alone, and the table for who has the owner's rights.
 */
export async function openBySender(
  db: Db,
  members: "members" | "team_members",
  organizationId: string,
  { now, memberIds }: { readonly now: Date; readonly memberIds: readonly string[] | null },
): Promise<SentOpen[]> {
  let query = db
    .selectFrom((eb) =>
      eb
        .selectFrom("invitations")
        .select(["invited_by_account_id as account_id", "role", (count) => count.fn.countAll<number>().as("count")])
        .where("organization_id", "=", organizationId)
        .where("status", "=", "pending")
        .where((where) => where.not(overdueAt(now)))
        .groupBy(["invited_by_account_id", "role"])
        .as("i"),
    )
    .leftJoin(`${members} as m`, (join) =>
      join.onRef("m.account_id", "=", "i.account_id").on("m.organization_id", "=", organizationId),
    )
    .select(["i.account_id", "i.role", "i.count", "m.access_until"])
    .select(["m.id", "m.role as held", statusNow("m").as("status")])
    .orderBy("i.account_id")
    .orderBy("i.role");
  if (memberIds !== null) query = query.where("m.id", "=", anyIdOf(memberIds));
  const rows = await query.execute();
  return rows.map(({ account_id: accountId, role, count, access_until: until, id, held, status }) => {
    const sender = id === null || held === null ? null : { memberId: id, role: held, status };
    return { accountId, sender, role, count, until };
  });
}

import { sql } from "kysely";
import type { Db } from "../database.ts";
import { anyOf } from "./any-of.ts";
import { overdueAt } from "./invitations.ts";

/** Folded addresses by what they are taken by. */
export interface TakenAddresses {
  /** Their people are members, deactivated ones included. */
  readonly members: ReadonlySet<string>;
  /** They hold an open invitation. */
  readonly invited: ReadonlySet<string>;
  /** Theirs is past its time, which is still to be written down; it stands in nobody's way. */
  readonly overdue: ReadonlySet<string>;
}

/** What stands against inviting some addresses, in one query. */
export async function takenAddresses(
  db: Db,
  organizationId: string,
  emailsFolded: readonly string[],
  now: Date,
): Promise<TakenAddresses> {
  const rows = await db
    .selectFrom("team_members as m")
    .innerJoin("accounts as a", "a.id", "m.account_id")
    .select(["a.email_folded", sql<keyof TakenAddresses>`'members'`.as("by")])
    .where("m.organization_id", "=", organizationId)
    .where("m.status", "<>", "removed")
    .where("a.email_folded", "=", anyOf(emailsFolded))
    .unionAll(
      db
        .selectFrom("invitations")
        .select("email_folded")
        .select(
          sql<keyof TakenAddresses>`
            case when ${overdueAt(now)} then 'overdue' else 'invited' end`.as("by"),
        )
        .where("organization_id", "=", organizationId)
        .where("status", "=", "pending")
        .where("email_folded", "=", anyOf(emailsFolded)),
    )
    .execute();
  const by = (what: keyof TakenAddresses) =>
    new Set(rows.filter((row) => row.by === what).map((row) => row.email_folded));
  return { members: by("members"), invited: by("invited"), overdue: by("overdue") };
}

import type { Db } from "../../dispatch/contexts.ts";

/** What joining depends on. Read it under the organization's lock: the counters move with every member. */
export async function joiningFacts(db: Db, organizationId: string) {
  return db
    .selectFrom("organizations")
    .select(["name", "preset", "switches", "seats_limit", "active_members", "pending_invitations"])
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
}

/** Whether it is this person's default organization. */
export async function isPersonalOf(db: Db, organizationId: string, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom("organizations")
    .select("personal_of")
    .where("id", "=", organizationId)
    .executeTakeFirst();
  return row?.personal_of === accountId;
}

export type JoiningFacts = Awaited<ReturnType<typeof joiningFacts>>;

import { sql, type Insertable } from "kysely";
import type { Db } from "../database.ts";
import type { SignInChallengesTable } from "../tables/two-factor.ts";

export async function insertChallenge(
  db: Db,
  challenge: Pick<Insertable<SignInChallengesTable>, "digest" | "account_id" | "client" | "expires_at">,
): Promise<void> {
  await db.insertInto("sign_in_challenges").values(challenge).execute();
}

/** Counts one try of a challenge, whatever becomes of it, and gives the challenge as it stands after that. */
export async function tryChallenge(db: Db, digest: Buffer) {
  return db
    .updateTable("sign_in_challenges")
    .set({ attempts: sql<number>`attempts + 1` })
    .where("digest", "=", digest)
    .returning(["account_id", "client", "attempts", "expires_at", "used_at"])
    .executeTakeFirst();
}

/** Spends a challenge, once: false when a parallel request was first, and when it was taken back meanwhile. */
export async function spendChallenge(db: Db, digest: Buffer, at: Date): Promise<boolean> {
  const spent = await db
    .updateTable("sign_in_challenges")
    .set({ used_at: at })
    .where("digest", "=", digest)
    .where("used_at", "is", null)
    .returning("account_id")
    .executeTakeFirst();
  return spent !== undefined;
}

/** Takes back every sign-in of a person that waits for its second step. */
export async function withdrawChallenges(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom("sign_in_challenges").where("account_id", "=", accountId).execute();
}

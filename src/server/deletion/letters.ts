import type { Letter } from "../mail/letter.ts";
import type { Db } from "../storage/database.ts";
import { enqueueLetters } from "../jobs/mail-job.ts";
import type { Owner } from "../storage/queries/deletions.ts";

type DeletionLetter = Extract<Letter, { letter: "organizationDeletion" }>;
export type DeletionNews = Pick<DeletionLetter, "organizationName" | "byName" | "what" | "purgeAt">;

/** Tells every owner, also the one who did it, what becomes of the organization. */
export async function mailOwners(db: Db, owners: readonly Owner[], news: DeletionNews): Promise<void> {
  await enqueueLetters(
    db,
    owners.map(({ email: to, name }): Letter => ({ letter: "organizationDeletion", to, name, ...news })),
  );
}

import type { NotificationKind } from "#domain/memberNotifications.ts";
import { rolesWith, type Policy } from "#domain/policy/policy.ts";
import type { Db } from "../storage/database.ts";
import { enqueueLetter } from "../jobs/mail-job.ts";
import type { Letter } from "../mail/letter.ts";
import { recipientsOf, type Addressed } from "../storage/queries/recipients.ts";

type MemberLetter = Extract<
  Letter,
  { letter: "welcome" | "roleChanged" | "accessEnding" | "accessEnded" | "memberJoined" | "seatNeeded" }
>;
type News<Kind extends MemberLetter["letter"]> = Omit<Extract<MemberLetter, { letter: Kind }>, "to" | "name">;

/** What each letter is to those who choose their mails. */
const kinds: Readonly<Record<MemberLetter["letter"], NotificationKind>> = {
  welcome: "welcome",
  roleChanged: "roleChange",
  accessEnding: "accessEnd",
  accessEnded: "accessEnd",
  memberJoined: "joining",
  seatNeeded: "seatWaiting",
};

/** Mails members of an organization, except those who turned this kind of mail off. */
export async function mailMembers<Kind extends MemberLetter["letter"]>(
  db: Db,
  organizationId: string,
  addressed: Addressed,
  news: { readonly letter: Kind } & News<Kind>,
  except: readonly string[] = [],
): Promise<void> {
  const recipients = await recipientsOf(db, organizationId, addressed, kinds[news.letter]);
  for (const { memberId, to, name } of recipients) {
    if (!except.includes(memberId)) await enqueueLetter(db, { ...news, to, name } as MemberLetter);
  }
}

/** Those who may take access from others, and so decide whether it goes on. */
export const managersOf = (policy: Policy): Addressed => ({ roles: rolesWith(policy, "member.remove") });

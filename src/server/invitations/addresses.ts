import type { InvitationOutcome } from "#contract/entities/invitation.ts";
import { foldEmail } from "#domain/email.ts";

type Why = Extract<InvitationOutcome, { result: "skipped" }>["why"];

/** One address of the list as it came in, ready to be invited or with the reason why not. */
export type ListedAddress =
  | { readonly given: string; readonly why: null; readonly email: string; readonly folded: string }
  | { readonly given: string; readonly why: Why };

/** Reads the list: every address folded, a second mention of one marked. */
export function readAddresses(emails: readonly string[]): ListedAddress[] {
  const seen = new Set<string>();
  return emails.map((given): ListedAddress => {
    const read = foldEmail(given);
    if (!read.ok) return { given, why: "invalid" };
    if (seen.has(read.folded)) return { given, why: "repeated" };
    seen.add(read.folded);
    return { given, why: null, email: read.email, folded: read.folded };
  });
}

/** The list again, without those who are members or already hold an invitation. */
export function passOver(
  listed: readonly ListedAddress[],
  taken: { readonly members: ReadonlySet<string>; readonly invited: ReadonlySet<string> },
): ListedAddress[] {
  return listed.map((address): ListedAddress => {
    if (address.why !== null) return address;
    if (taken.members.has(address.folded)) return { given: address.given, why: "alreadyMember" };
    return taken.invited.has(address.folded) ? { given: address.given, why: "alreadyInvited" } : address;
  });
}

const messages: Readonly<Record<Why, string>> = {
  alreadyMember: "This person is already a member",
  alreadyInvited: "This address already has a pending invitation",
  repeated: "This address is in the list twice",
  invalid: "This is not an e-mail address",
};

/** One issue for each address of a list of which none could be invited. */
export const issuesOf = (listed: readonly ListedAddress[]) =>
  listed.flatMap(({ why }, index) =>
    why === null ? [] : [{ path: `emails.${index}`, code: why, message: messages[why] }],
  );

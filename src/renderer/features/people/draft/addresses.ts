import { parseInvitationList } from "#domain/invitationList.ts";

export interface Addresses {
  readonly emails: readonly string[];
  /** Entries that are no address, as they were typed. */
  readonly wrong: readonly string[];
}

/** The addresses of a typed or pasted list; what was named twice counts once. */
export function addressesOf(text: string): Addresses {
  const entries = parseInvitationList(text);
  return {
    emails: entries.flatMap((entry) => (entry.problem === null ? [entry.email] : [])),
    wrong: entries.flatMap((entry) => (entry.problem === null || entry.problem === "repeated" ? [] : [entry.text])),
  };
}

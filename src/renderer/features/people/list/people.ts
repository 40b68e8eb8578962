import type { Person, PersonMembership } from "#contract/entities/people.ts";

export const personId = (person: Person): string => person.accountId;
export const personName = (person: Person): string => person.name;

/** Where somebody is now, deactivated or not. */
export const currentOf = (person: Person): readonly PersonMembership[] =>
  person.memberships.filter(({ status }) => status !== "removed");

/** Where somebody was before. */
export const formerOf = (person: Person): readonly PersonMembership[] =>
  person.memberships.filter(({ status }) => status === "removed");

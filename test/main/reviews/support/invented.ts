import type { Head } from "#main/reviews/book.ts";

export interface InventedPerson {
  readonly memberId: string;
  readonly name: string;
}

export const organizationIds = ["organization-1", "organization-2"] as const;
export const peopleEach = 700;

export const inventedPeople = (organizationId: string): InventedPerson[] =>
  Array.from({ length: peopleEach }, (_, number) => ({
    memberId: `${organizationId}-${number}`,
    name: `Kilroy Wanderer ${number}`,
  }));

export const inventedHead = (id: string): Head => ({ id, organizationIds });

export const everybody = new Map(organizationIds.map((id) => [id, inventedPeople(id)]));

/** One act about a person of each organization: it must never be there by half. */
export const actAt = (number: number): ReadonlyMap<string, readonly (readonly [string, number])[]> =>
  new Map(organizationIds.map((id) => [id, [[`${id}-${number % peopleEach}`, number]]]));

import { handlers } from "#server/operations/handlers.ts";
import { workOffReview } from "#server/reviews/work.ts";
import { newId } from "#server/storage/ids.ts";
import type { Person, TestServer } from "#test/support/server.ts";
import { expect } from "vitest";
import { furnishTeam } from "../teams.ts";
import { decided, reviewOf, type Decided } from "./reviews.ts";

export const reviewRoles = ["owner", "owner", "admin", "member", "member", "member"] as const;

/** The people of a reviewed team, in the order of their roles. */
export const reviewPeople = (server: TestServer): Promise<Person[]> =>
  Promise.all(
    ["Olivia Owner", "Oscar Owner", "Ada Admin", "Mia Member", "Max Member", "Moe Member"].map((name) =>
      server.person(name),
    ),
  );

/** An agency of two owners, an admin and three members, with what a test does to its reviews. */
export async function reviewedTeam(server: TestServer, people: readonly Person[]) {
  const seats = people.map((person, index) => ({ person, role: reviewRoles[index] ?? "member" }));
  const { organizationId, memberIds } = await furnishTeam(server, "agency", seats);
  const memberId = (index: number): string => memberIds[index] ?? expect.unreachable();
  const seat = (index: number) => ({ memberId: memberId(index), role: reviewRoles[index] ?? "member" });
  const person = (index: number): Person => people[index] ?? expect.unreachable();
  return {
    organizationId,
    memberId,
    seat,
    person,
    /** A review as a desktop sends it. */
    review: (decisions: readonly Decided[], reviewId: string = newId()) =>
      decided(reviewOf(organizationId, reviewId), decisions),
    submit: async (as: Person, decisions: readonly Decided[]): Promise<string> => {
      const reviewId = newId();
      const input = decided(reviewOf(organizationId, reviewId), decisions);
      const { fault } = await server.call("review.submit", input, { as });
      expect(fault).toBeUndefined();
      return reviewId;
    },
    workOff: (reviewId: string, options = {}) =>
      workOffReview(server.services, handlers, { organization_id: organizationId, id: reviewId }, options),
    /** The state of every item, or the flag where it was flagged. */
    outcomes: async (reviewId: string, as: Person) => {
      const { value } = await server.call("review.items", { organizationId, reviewId, limit: 200 }, { as });
      return value?.items.map(({ outcome: { state, flag } }) => flag ?? state);
    },
  };
}
export type ReviewedTeam = Awaited<ReturnType<typeof reviewedTeam>>;

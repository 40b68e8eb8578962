import type { PlanTarget } from "#contract/entities/plan.ts";
import { mostPlanned } from "#contract/lists.ts";
import type { ManagedOrganization, Person } from "#contract/entities/people.ts";
import type { PlanDraft } from "./planDraft.ts";

/** An organization that a plan could touch, and whom of the chosen people there. */
export interface Candidate {
  readonly organization: ManagedOrganization;
  readonly people: readonly Person[];
  /** Addresses of people who are to be added besides. */
  readonly emails: readonly string[];
}

/**
 * Where a plan could do something: adding reaches every organization that the reader may invite to, the rest those
 * that somebody chosen is in. What the reader may not do there is for the check to say.
 */
export function candidatesOf(
  draft: PlanDraft,
  organizations: readonly ManagedOrganization[],
  emails: readonly string[],
): readonly Candidate[] {
  if (draft.kind === "add") {
    return organizations
      .filter(({ may, held }) => may.invite && !held)
      .map((organization) => ({ organization, people: draft.people, emails }));
  }
  const theirs = new Map<string, Person[]>();
  for (const person of draft.people) {
    for (const { organizationId, status } of person.memberships) {
      if (status === "removed" || (status === "deactivated" && draft.kind === "deactivate")) continue;
      theirs.set(organizationId, [...(theirs.get(organizationId) ?? []), person]);
    }
  }
  return organizations.flatMap((organization) => {
    const people = theirs.get(organization.id);
    return people ? [{ organization, people, emails: [] }] : [];
  });
}

/** What is included at first: the organizations that the list was narrowed to; without any, all, and for adding none. */
export function includedAtFirst(draft: PlanDraft, candidates: readonly Candidate[]): ReadonlySet<string> {
  const ids = candidates.map(({ organization }) => organization.id);
  if (draft.clients.length > 0) return new Set(ids.filter((id) => draft.clients.includes(id)));
  return new Set(draft.kind === "add" ? [] : ids);
}

export const targetOf = ({ organization, people, emails }: Candidate): PlanTarget => ({
  organizationId: organization.id,
  accountIds: people.map(({ accountId }) => accountId),
  emails: [...emails],
});

/** How many pairs of a person and an organization. */
export const pairsOf = (candidates: readonly Candidate[]): number =>
  candidates.reduce((sum, { people, emails }) => sum + people.length + emails.length, 0);

/** Whether the check and the plan take so many. */
export const fitsOnePlan = (candidates: readonly Candidate[]): boolean =>
  candidates.length > 0 && candidates.length <= 1000 && pairsOf(candidates) <= mostPlanned;

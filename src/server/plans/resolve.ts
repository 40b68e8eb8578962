import type { PlanChange, PlanTarget } from "#contract/entities/plan.ts";
import { mostPlanned } from "#contract/lists.ts";
import { foldEmail } from "#domain/email.ts";
import type { PlanProblem } from "#domain/plan/foresee.ts";
import type { Db } from "../storage/database.ts";
import { invalid } from "../operations/invalid.ts";
import { holds, loadPlaces, type Place } from "../people/managed.ts";
import { knownPeople } from "../storage/queries/plan-facts.ts";

/** One item of a plan, with who it is about as far as the caller can know. */
export interface ResolvedItem {
  readonly position: number;
  readonly organizationId: string;
  /** The account as asked for; null for an address. */
  readonly accountId: string | null;
  readonly name: string;
  readonly email: string;
  /** Empty where there is a problem. */
  readonly folded: string;
  readonly role: string | null;
  readonly problem: PlanProblem | null;
}

export interface ResolvedPlan {
  readonly items: readonly ResolvedItem[];
  /** The caller's organizations among those asked for; the others are as good as none. */
  readonly places: ReadonlyMap<string, Place>;
}

const unknownPerson: PlanProblem = { kind: "notFound", what: "person" };
const noAddress: PlanProblem = { kind: "missing", what: "address" };

type Who = Pick<ResolvedItem, "accountId" | "name" | "email" | "folded" | "problem">;

function whoByAddress(email: string): Who {
  const read = foldEmail(email);
  if (!read.ok) return { accountId: null, name: "", email, folded: "", problem: noAddress };
  return { accountId: null, name: "", email: read.email, folded: read.folded, problem: null };
}

/** The role that the change gives in an organization, or null. */
function roleIn(change: PlanChange, organizationId: string, place: Place | undefined): string | null {
  if (!("roles" in change)) return null;
  const { byOrganization, byPreset } = change.roles;
  const own = Object.hasOwn(byOrganization, organizationId) ? byOrganization[organizationId] : undefined;
  return own ?? (place === undefined ? undefined : byPreset[place.policy.preset.key]) ?? null;
}

/** Refuses a list that no plan can be made of. */
export function requirePlannable(change: PlanChange, targets: readonly PlanTarget[]): void {
  const pairs = targets.reduce((sum, { accountIds, emails }) => sum + accountIds.length + emails.length, 0);
  if (pairs === 0) invalid("targets", "too_small", "Name at least one person");
  if (pairs > mostPlanned) invalid("targets", "too_big", `Name at most ${mostPlanned} people over all organizations`);
  const addressed = targets.findIndex(({ emails }) => emails.length > 0);
  if (change.kind !== "add" && addressed !== -1) {
    invalid(`targets.${addressed}.emails`, "notAdding", "Only people who are added can be named by an address");
  }
}

/** Finds out who and where is meant: who asks sees the people of their own teams, and their own organizations. */
export async function resolvePlan(
  system: Db,
  callerId: string,
  change: PlanChange,
  targets: readonly PlanTarget[],
): Promise<ResolvedPlan> {
  requirePlannable(change, targets);
  const mine = await loadPlaces(system, callerId);
  const asked = new Set(targets.flatMap(({ accountIds }) => accountIds));
  const visible = mine.filter((place) => holds(place, "member.view")).map(({ id }) => id);
  const known = new Map((await knownPeople(system, [...asked], visible)).map((person) => [person.id, person]));
  const wanted = new Set(targets.map(({ organizationId }) => organizationId));
  const places = new Map(mine.filter(({ id }) => wanted.has(id)).map((place) => [place.id, place]));
  const whoByAccount = (accountId: string): Who => {
    const person = known.get(accountId);
    if (person === undefined) return { accountId, name: "", email: "", folded: "", problem: unknownPerson };
    return { accountId, name: person.name, email: person.email, folded: person.email_folded, problem: null };
  };
  const seen = new Set<string>();
  const items: ResolvedItem[] = [];
  for (const { organizationId, accountIds, emails } of targets) {
    const role = roleIn(change, organizationId, places.get(organizationId));
    for (const who of [...accountIds.map(whoByAccount), ...emails.map(whoByAddress)]) {
      // Nobody is in a plan twice in one organization, however they are named.
      const once = `${organizationId} ${who.folded || (who.accountId ?? who.email)}`;
      if (seen.has(once)) continue;
      seen.add(once);
      items.push({ position: items.length, organizationId, role, ...who });
    }
  }
  return { items, places };
}

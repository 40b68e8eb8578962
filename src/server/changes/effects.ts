import { effectsOf, type Effects, type Place } from "#domain/changes/effects.ts";
import type { Db } from "../storage/database.ts";
import { membersWithRules, type MemberWithRule } from "../storage/queries/change-facts.ts";
import { mostPeople, type LookAfter, type LookBefore } from "./looks.ts";

const placeOf = ({ role, status, scope, future, since, chosen }: MemberWithRule): Place => ({
  role,
  status,
  access: { scope, future, since, workspaceIds: chosen },
});

export const placesOf = (members: readonly MemberWithRule[]) =>
  new Map(members.map((row) => [row.id, placeOf(row)] as const));

/** Where somebody stands, without the rule by which they reach workspaces. */
type BarePlace = Pick<MemberWithRule, "id" | "role" | "status">;

const barePlaces = (places: readonly BarePlace[] | null) =>
  new Map((places ?? []).map(({ id, role, status }): [string, Place] => [id, { role, status, access: null }]));

/** Somebody as a preview names them. */
export type Named = Pick<MemberWithRule, "id" | "account_id" | "name" | "email">;

/** What a change does, and the rows of the people whom it names. */
export interface Found {
  readonly effects: Effects;
  readonly named: ReadonlyMap<string, Named>;
  readonly total: number;
}

/** The effects between two looks at the members that the events name. */
export function effectsOnFew(before: LookBefore, after: LookAfter): Found {
  const workspaces = before.workspacesSeen;
  const effects = effectsOf(
    { policy: before.policy, members: placesOf(before.members), workspaces },
    { policy: after.policy, members: placesOf(after.members), workspaces },
  );
  const named = new Map([...before.members, ...after.members].map((row) => [row.id, row]));
  return { effects, named, total: effects.people.length };
}

/**
 * The effects of other rules, which may be on everybody: counted over all, told of the first by name. Their own rules
 * of access stay as they are, so that they are read for those alone.
 */
export async function effectsOnEverybody(
  db: Db,
  organizationId: string,
  before: Pick<LookBefore, "policy" | "workspacesSeen"> & { readonly places: readonly BarePlace[] | null },
  after: Pick<LookAfter, "policy"> & { readonly places: readonly BarePlace[] | null },
): Promise<Found> {
  const [was, is] = [barePlaces(before.places), barePlaces(after.places)];
  const { people, transitions } = effectsOf(
    { policy: before.policy, members: was, workspaces: [] },
    { policy: after.policy, members: is, workspaces: [] },
  );
  const ids = people.map(({ memberId }) => memberId);
  const rows = await membersWithRules(db, organizationId, ids, mostPeople);
  const workspaces = before.workspacesSeen;
  const at = (places: ReadonlyMap<string, Place>) =>
    new Map(
      rows.flatMap((row) => {
        const place = places.get(row.id);
        return place === undefined ? [] : [[row.id, { ...place, access: placeOf(row).access }] as const];
      }),
    );
  const few = effectsOf(
    { policy: before.policy, members: at(was), workspaces },
    { policy: after.policy, members: at(is), workspaces },
  );
  return {
    effects: { people: few.people, transitions },
    named: new Map(rows.map((row) => [row.id, row])),
    total: people.length,
  };
}

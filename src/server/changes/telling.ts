import type { ChangeEffects, PersonChange, Transition } from "#contract/entities/change.ts";
import type { PersonEffect, TransitionEffect } from "#domain/changes/effects.ts";
import type { Found, Named } from "./effects.ts";
import { mostPeople, type LookAfter, type LookBefore } from "./looks.ts";

const mostWorkspaces = 50;

/** Somebody in charge, with when they were seen last. */
export const administratorOf = ({
  id,
  name,
  last_seen_at,
}: Omit<LookAfter["administrators"][number], "last_seen_at"> & {
  readonly last_seen_at: Date | string | null;
}): ChangeEffects["administrators"]["after"][number] => ({
  memberId: id,
  name,
  lastSeenAt: last_seen_at === null ? null : new Date(last_seen_at).toISOString(),
});

/** People who change alike, as the contract tells them. */
export const transitionOf = ({ before, after, gained, lost, people }: TransitionEffect): Transition => ({
  from: before?.role ?? null,
  to: after?.role ?? null,
  statusFrom: before?.status ?? null,
  statusTo: after?.status ?? null,
  people,
  gained: [...gained],
  lost: [...lost],
});

/** The people of a change by name, each with the first workspaces; sessions are counted by those who may. */
export function peopleOf(
  effects: readonly PersonEffect[],
  { named }: Pick<Found, "named">,
  workspacesSeen: readonly Pick<LookBefore["workspacesSeen"][number], "id" | "name">[],
): PersonChange[] {
  const names = new Map(workspacesSeen.map(({ id, name }) => [id, { id, name }]));
  const told = (ids: readonly string[]) => ids.slice(0, mostWorkspaces).flatMap((id) => names.get(id) ?? []);
  const byName = [...named.values()].map(({ id }) => id);
  const place = new Map(byName.map((id, index) => [id, index]));
  return [...effects]
    .sort((a, b) => (place.get(a.memberId) ?? 0) - (place.get(b.memberId) ?? 0))
    .slice(0, mostPeople)
    .map((effect) => ({
      memberId: effect.memberId,
      name: named.get(effect.memberId)?.name ?? "",
      email: named.get(effect.memberId)?.email ?? "",
      before: standingOf(effect.before),
      after: standingOf(effect.after),
      gained: [...effect.gained],
      lost: [...effect.lost],
      workspacesGained: told(effect.workspacesGained),
      workspacesLost: told(effect.workspacesLost),
      workspacesGainedTotal: effect.workspacesGained.length,
      workspacesLostTotal: effect.workspacesLost.length,
      sessions: 0,
    }));
}

const standingOf = (place: PersonEffect["before"]) =>
  place === null ? null : { role: place.role, status: place.status };

/** Whoever loses the organization altogether, with the account that is signed in. */
export function accountOf(effect: PersonEffect, named: ReadonlyMap<string, Named>): [string, string][] {
  const row = named.get(effect.memberId);
  const loses = effect.before?.status === "active" && effect.after?.status !== "active";
  return row === undefined || !loses ? [] : [[effect.memberId, row.account_id]];
}

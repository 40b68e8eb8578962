import { effectsOf, type Place } from "#domain/changes/effects.ts";
import type { RoleKey } from "#domain/policy/preset.ts";
import type { Found } from "./effects.ts";
import type { Reach } from "../storage/queries/workspace-reach.ts";
import type { LookAfter, LookBefore } from "./looks.ts";

/** Who reaches the workspaces that a command is about: those that were there, or those that it made. */
export const reachBetween = (before: LookBefore, after: LookAfter): Reach =>
  before.workspaces.length > 0 ? before.reach : after.reach;

/**
 * The effects of what becomes of a workspace, on those who reach it. Nobody's place moves, so that all are counted by
 * role, and the first told by name.
 */
export function effectsOnReach(before: LookBefore, after: LookAfter): Found {
  const { byRole, first } = reachBetween(before, after);
  const ids = [...before.workspaces, ...after.workspaces].map(({ id }) => id);
  const placeOf = (role: RoleKey): Place => ({
    role,
    status: "active",
    access: { scope: "chosen", workspaceIds: ids, future: false, since: 0 },
  });
  const between = (members: ReadonlyMap<string, Place>) =>
    effectsOf(
      { policy: before.policy, members, workspaces: before.workspaces },
      { policy: after.policy, members, workspaces: after.workspaces },
    );
  const roles = between(new Map(byRole.map(({ role }) => [role, placeOf(role)])));
  const transitions = roles.transitions.map((transition) => ({
    ...transition,
    people: peopleWith(byRole, transition.before?.role),
  }));
  const { people } = between(new Map(first.map(({ id, role }) => [id, placeOf(role)])));
  return {
    effects: { people, transitions },
    named: new Map(first.map((row) => [row.id, row])),
    total: transitions.reduce((sum, transition) => sum + transition.people, 0),
  };
}

/** A command is about one workspace, so that nobody is counted twice. */
const peopleWith = (byRole: Reach["byRole"], role: RoleKey | undefined): number =>
  byRole.reduce((sum, one) => sum + (one.role === role ? one.people : 0), 0);

import { effectsOf, type Place } from "#domain/changes/effects.ts";
import type { Leaving } from "../storage/queries/leaving.ts";
import { placesOf, type Found } from "./effects.ts";
import type { LookBefore } from "./looks.ts";

/** The effects of an organization's end on those who have access to it: all counted by role, the first told by name. */
export function effectsOnEnd(
  { policy, workspacesSeen: workspaces }: Pick<LookBefore, "policy" | "workspacesSeen">,
  { byRole, first }: Leaving,
): Found {
  const without = (members: ReadonlyMap<string, Place>) =>
    effectsOf({ policy, members, workspaces }, { policy, members: new Map(), workspaces: [] });
  const ofRole = (role: string): Place => ({ role, status: "active", access: null });
  const peopleWith = new Map(byRole.map(({ role, people }) => [role, people]));
  const { transitions } = without(new Map(byRole.map(({ role }) => [role, ofRole(role)])));
  return {
    effects: {
      people: without(placesOf(first)).people,
      transitions: transitions.map((one) => ({ ...one, people: peopleWith.get(one.before?.role ?? "") ?? 0 })),
    },
    named: new Map(first.map((row) => [row.id, row])),
    total: byRole.reduce((sum, { people }) => sum + people, 0),
  };
}

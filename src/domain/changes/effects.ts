import type { MemberStatus } from "../policy/decision.ts";
import type { Permission } from "../policy/permissions.ts";
import { permissionsOf, type Policy } from "../policy/policy.ts";
import type { RoleKey } from "../policy/preset.ts";
import { sees, type WorkspaceAccess, type WorkspaceFacts } from "../workspaceAccess.ts";

/** A member's place; `access` is null where nobody asks for workspaces. */
export interface Place {
  readonly role: RoleKey;
  readonly status: MemberStatus;
  readonly access: WorkspaceAccess | null;
}

/** The state of an organization at one moment, as far as a change may touch it. */
export interface Facts {
  readonly policy: Policy;
  /** By member id: those whom the change may concern. */
  readonly members: ReadonlyMap<string, Place>;
  /** In the order in which they are to be told. */
  readonly workspaces: readonly WorkspaceFacts[];
}

/** Permissions that somebody holds later and not before, and the other way round. */
export interface Difference {
  readonly gained: readonly Permission[];
  readonly lost: readonly Permission[];
}

/** What a change does to one person. */
export interface PersonEffect extends Difference {
  readonly memberId: string;
  readonly before: Place | null;
  readonly after: Place | null;
  readonly workspacesGained: readonly string[];
  readonly workspacesLost: readonly string[];
}

/** People who change alike. */
export interface TransitionEffect extends Difference {
  readonly before: Omit<Place, "access"> | null;
  readonly after: Omit<Place, "access"> | null;
  readonly people: number;
}

/** What a change does to people, and the same counted by who changes alike. */
export interface Effects {
  readonly people: readonly PersonEffect[];
  readonly transitions: readonly TransitionEffect[];
}

const holds = (policy: Policy, place: Place | null): ReadonlySet<Permission> =>
  place?.status === "active" ? permissionsOf(policy, place.role) : new Set();

/** By id the workspaces that somebody sees, each with whether it can be worked in: a suspended one is paused for all. */
const workspacesOf = ({ policy, workspaces }: Facts, place: Place | null): ReadonlyMap<string, boolean> => {
  if (place?.status !== "active" || place.access === null) return new Map();
  const held = permissionsOf(policy, place.role);
  const access = place.access;
  const sight = { viewAll: held.has("workspace.viewAll"), edit: held.has("workspace.edit"), access };
  const seen = workspaces.filter((workspace) => sees(sight, workspace));
  return new Map(seen.map(({ id, status }) => [id, status === "active"]));
};

/** The workspaces that are seen or usable here and were not there. */
const beyond = (here: ReadonlyMap<string, boolean>, there: ReadonlyMap<string, boolean>): string[] =>
  [...here].filter(([id, usable]) => !there.has(id) || (usable && there.get(id) === false)).map(([id]) => id);

const minus = <Item>(from: ReadonlySet<Item>, taken: ReadonlySet<Item>): Item[] =>
  [...from].filter((item) => !taken.has(item));

const nameOf = (place: Omit<Place, "access"> | null): string => (place === null ? "" : `${place.status}:${place.role}`);

/**
 * What the step from one state to another gives and takes (`product-rules.md`, 'Preview as transaction'). Whoever
 * neither changes place nor gains or loses anything is left out.
 */
export function effectsOf(before: Facts, after: Facts): Effects {
  const differences = new Map<string, Difference>();
  const between = (was: Place | null, is: Place | null): Difference => {
    const key = `${nameOf(was)}>${nameOf(is)}`;
    const known = differences.get(key);
    if (known !== undefined) return known;
    const [held, holding] = [holds(before.policy, was), holds(after.policy, is)];
    const difference = { gained: minus(holding, held), lost: minus(held, holding) };
    differences.set(key, difference);
    return difference;
  };
  const ids = new Set([...before.members.keys(), ...after.members.keys()]);
  const people = [...ids].flatMap((memberId): PersonEffect[] => {
    const [was, is] = [before.members.get(memberId) ?? null, after.members.get(memberId) ?? null];
    const [seen, seeing] = [workspacesOf(before, was), workspacesOf(after, is)];
    const workspaces = { workspacesGained: beyond(seeing, seen), workspacesLost: beyond(seen, seeing) };
    const effect = { memberId, before: was, after: is, ...between(was, is), ...workspaces };
    return changesSomething(effect) ? [effect] : [];
  });
  return { people, transitions: transitionsOf(people) };
}

function changesSomething(effect: PersonEffect): boolean {
  const { before, after, gained, lost, workspacesGained, workspacesLost } = effect;
  return (
    nameOf(before) !== nameOf(after) ||
    [gained, lost, workspacesGained, workspacesLost].some(({ length }) => length > 0)
  );
}

function transitionsOf(people: readonly PersonEffect[]): TransitionEffect[] {
  const alike = Map.groupBy(people, ({ before, after }) => `${nameOf(before)}>${nameOf(after)}`);
  return [...alike.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { before, after, gained, lost } = first;
    return [{ before, after, gained, lost, people: group.length }];
  });
}

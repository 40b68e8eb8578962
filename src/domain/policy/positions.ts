import type { Policy } from "./policy.ts";
import type { RoleKey } from "./preset.ts";

/** A place among the roles of an organization: `rank` is what a role gets there. */
export interface Position {
  readonly rank: number;
  /** The roles that rank the same; none for a place between two. */
  readonly beside: readonly RoleKey[];
  /** The roles directly above and directly below; none at the end. */
  readonly under: readonly RoleKey[];
  readonly over: readonly RoleKey[];
}

/**
 * The places that a holder of `holder` may give a custom role, highest first: beside each role that ranks below
 * theirs, and between two where there is room. `except` is the role that is being placed.
 */
export function positionsFor(policy: Policy, holder: RoleKey, except?: RoleKey): Position[] {
  const others = [...policy.roles.values()].filter((role) => role.key !== except);
  const top = policy.roles.get(holder)?.rank ?? 0;
  const at = (rank: number) => others.filter((role) => role.rank === rank).map((role) => role.key);
  const ranks = [...new Set(others.map((role) => role.rank))].filter((rank) => rank <= top).sort((a, b) => b - a);
  return ranks.flatMap((rank, index) => {
    const below = ranks[index + 1] ?? 0;
    const between = Math.floor((rank + below) / 2);
    const gap =
      between > below && between < rank ? [{ rank: between, beside: [], under: at(rank), over: at(below) }] : [];
    const beside = { rank, beside: at(rank), under: at(ranks[index - 1] ?? 0), over: at(below) };
    return rank < top ? [beside, ...gap] : gap;
  });
}

/** The place of a rank among the other roles, whether or not it is one of those offered. */
export function positionOf(policy: Policy, rank: number, except?: RoleKey): Position {
  const others = [...policy.roles.values()].filter((role) => role.key !== except);
  const at = (wanted: number) => others.filter((role) => role.rank === wanted).map((role) => role.key);
  const above = Math.min(...others.map((role) => role.rank).filter((other) => other > rank));
  const below = Math.max(...others.map((role) => role.rank).filter((other) => other < rank));
  return { rank, beside: at(rank), under: at(above), over: at(below) };
}

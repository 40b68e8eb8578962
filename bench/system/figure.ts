import type { Compared, Spread } from "./pairs.ts";

export type Goal = { readonly atLeast: number } | { readonly atMost: number };

/** One line of the results. */
export interface Figure {
  readonly what: string;
  /** What the two numbers count, for example `req/s`. */
  readonly unit: string;
  readonly ours: number;
  readonly peerName: string;
  readonly peer: number;
  readonly ratio: Spread;
  readonly goal: Goal;
  readonly met: boolean;
}

const isMet = (ratio: number, goal: Goal): boolean =>
  "atLeast" in goal ? ratio >= goal.atLeast : ratio <= goal.atMost;

export function figure(what: string, unit: string, peerName: string, compared: Compared, goal: Goal): Figure {
  return { what, unit, peerName, ...compared, goal, met: isMet(compared.ratio.median, goal) };
}

/** The same pair of rates seen as the time that one answer takes. */
export const asTime = ({ ours, peer, ratio }: Compared): Compared => ({
  ours: 1000 / ours,
  peer: 1000 / peer,
  ratio: { median: 1 / ratio.median, least: 1 / ratio.most, most: 1 / ratio.least },
});

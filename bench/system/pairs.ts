/** One thing to measure: gives its figure for one slice of time. */
export type Slice = (seconds: number) => Promise<number>;

export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}

export interface Compared {
  readonly ours: number;
  readonly peer: number;
  /** Of the pairs, not of the medians: what slows the machine down slows both slices of a pair. */
  readonly ratio: Spread;
}

/** Both sides, measured one right after the other. */
export interface Pair {
  readonly ours: number;
  readonly peer: number;
}

export interface Pace {
  readonly pairs: number;
  readonly seconds: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  const lower = sorted[Math.ceil(middle) - 1] ?? Number.NaN;
  return { median: (lower + upper) / 2, least: sorted[0] ?? Number.NaN, most: sorted.at(-1) ?? Number.NaN };
}

/**
 * Seconds: a server gets faster over its first hundred thousand requests, while what they run is compiled; one that only
 * says 'hello' is at its best after half as many and answers three times as fast.
 */
const warmUp = 8;

/** Measures both in turn, A B A B …, after a longer slice of each that does not count. */
export async function inPairs(ours: Slice, peer: Slice, { pairs, seconds }: Pace): Promise<Compared> {
  await ours(Math.max(seconds, warmUp));
  await peer(Math.max(seconds, warmUp));
  const measured: Pair[] = [];
  for (let pair = 0; pair < pairs; pair += 1) measured.push({ ours: await ours(seconds), peer: await peer(seconds) });
  return compared(measured);
}

/** What pairs that were measured in turn come to. */
export const compared = (measured: readonly Pair[]): Compared => ({
  ours: spreadOf(measured.map((pair) => pair.ours)).median,
  peer: spreadOf(measured.map((pair) => pair.peer)).median,
  ratio: spreadOf(measured.map((pair) => pair.ours / pair.peer)),
});

import { writeFile } from "node:fs/promises";
import { availableParallelism, totalmem } from "node:os";
import type { Figure, Goal } from "./system/figure.ts";

const short = (value: number): string =>
  value >= 100 ? Math.round(value).toLocaleString("en") : value >= 1 ? value.toFixed(2) : value.toPrecision(3);

const goalText = (goal: Goal): string =>
  "atLeast" in goal ? `≥ ${short(goal.atLeast)}` : `≤ ${goal.atMost === 0 ? "0" : short(goal.atMost)}`;

const cellsOf = ({ what, unit, ours, peerName, peer, ratio, goal, met }: Figure): string[] => [
  what,
  `${short(ours)} ${unit}`,
  `${peerName}: ${short(peer)}`,
  `${short(ratio.median)} [${short(ratio.least)}–${short(ratio.most)}]`,
  goalText(goal),
  met ? "yes" : "no",
];

const heading = ["what", "ours", "peer", "ratio [range]", "goal", "met"];

/** The figures as a table that reads well in a terminal and in Markdown. */
export function tableOf(figures: readonly Figure[]): string {
  const lines = [heading, ...figures.map(cellsOf)];
  const widths = heading.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const drawn = lines.map((line) => `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`);
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [drawn[0], rule, ...drawn.slice(1)].join("\n");
}

/** What the figures were measured on. */
export const machine = () => ({
  cores: availableParallelism(),
  memoryGiB: Math.round(totalmem() / 2 ** 30),
  node: process.version,
});

export async function writeResults(figures: readonly Figure[]): Promise<void> {
  const results = { at: new Date().toISOString(), machine: machine(), figures };
  await writeFile(new URL("results.json", import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
}

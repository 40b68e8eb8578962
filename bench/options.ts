import { parseArgs } from "node:util";
import { rows } from "./rows/rows.ts";
import type { Pace } from "./system/pairs.ts";

export interface BenchOptions {
  readonly names: readonly string[];
  /** Audit events in the log that is paged. */
  readonly events: number;
  readonly pace: Pace;
}

export const usage = `Usage: npm run bench -- [options]
  --only NAME  one of ${Object.keys(rows).join(", ")}; may be given several times
  --quick      200,000 audit events instead of 2,000,000, and 3 pairs of 1 s instead of 7 of 2 s
  --pairs N    how many pairs are measured`;

/** @throws Error with one sentence that says which option is wrong */
export function readBenchOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: "string", multiple: true },
      quick: { type: "boolean", default: false },
      pairs: { type: "string" },
    },
  });
  const names = values.only ?? Object.keys(rows);
  const unknown = names.find((name) => !(name in rows));
  if (unknown !== undefined) throw new Error(`--only takes one of ${Object.keys(rows).join(", ")}, not '${unknown}'.`);
  const pairs = Number(values.pairs ?? (values.quick ? 3 : 7));
  if (!Number.isInteger(pairs) || pairs < 1) throw new Error("--pairs takes a whole number of at least 1.");
  const needsLog = names.some((name) => name === "audit-page" || name === "chain");
  const events = values.quick ? 200_000 : 2_000_000;
  return { names, events: needsLog ? events : 1_000, pace: { pairs, seconds: values.quick ? 1 : 2 } };
}

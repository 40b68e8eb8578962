import type { ReactNode } from "react";
import type { Answer } from "#contract/answer.ts";
import type { Refusal } from "#renderer/app/explain/useRefusal.tsx";

/** One command of a longer work, for one row. */
export interface JobItem {
  readonly id: string;
  /** Whom it concerns, as the report names them. */
  readonly name: string;
  readonly run: () => Promise<Answer<unknown>>;
  /** The ordinary command that takes it back. */
  readonly undo?: () => Promise<Answer<unknown>>;
}

/** One command per row, run one after another. */
export interface Job {
  /** What is going on, for example 'Removing 40 people'. */
  readonly title: string;
  readonly items: readonly JobItem[];
  /** What was achieved for so many, for example '40 people no longer have access'. */
  readonly doneText: (count: number) => string;
  /** How taking it back is called and reported; absent where it cannot be. */
  readonly undo?: Pick<Job, "title" | "doneText">;
}

/** The work that takes back what was done for these rows, or null where nothing can be. */
export function inverseOf(job: Job, done: readonly JobItem[]): Job | null {
  const items = done.flatMap(({ id, name, undo }) => (undo ? [{ id, name, run: undo }] : []));
  return job.undo && items.length > 0 ? { ...job.undo, items } : null;
}

/** Rows that a work leaves out, and why. */
export interface Skipped {
  readonly sentence: string;
  readonly explanation?: ReactNode;
  readonly names: readonly string[];
}

/** What a work will do and what not. */
export interface Plan<Row> {
  readonly ready: readonly Row[];
  readonly skipped: readonly Skipped[];
}

/** Sorts rows by the reason why an act is refused for them; without one a row goes through. */
export function planOf<Row>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  refusal: (row: Row) => Refusal,
): Plan<Row> {
  const judged = rows.map((row) => ({ row, ...refusal(row) }));
  const refused = Map.groupBy(judged, ({ reason }) => reason);
  return {
    ready: judged.filter(({ reason }) => reason === null).map(({ row }) => row),
    skipped: [...refused].flatMap(([sentence, members]) =>
      sentence === null
        ? []
        : [{ sentence, explanation: members[0]?.explanation, names: members.map(({ row }) => nameOf(row)) }],
    ),
  };
}

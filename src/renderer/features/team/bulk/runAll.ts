import type { Fault } from "#contract/fault.ts";
import type { Job, JobItem } from "./job.ts";

export interface Run {
  readonly status: "running" | "over";
  readonly done: readonly JobItem[];
  readonly failures: readonly { readonly item: JobItem; readonly fault: Fault }[];
  /** Stopped by the person; the rest was not tried. */
  readonly cancelled: boolean;
}

export const notStarted: Run = { status: "running", done: [], failures: [], cancelled: false };

/** Runs a job's commands one after another until all are tried or `signal` asks to stop. */
export async function runAll(job: Job, signal: AbortSignal, show: (run: Run) => void): Promise<Run> {
  let run = notStarted;
  for (const item of job.items) {
    if (signal.aborted) break;
    const answer = await item.run();
    run = answer.ok
      ? { ...run, done: [...run.done, item] }
      : { ...run, failures: [...run.failures, { item, fault: answer.fault }] };
    show(run);
  }
  const tried = run.done.length + run.failures.length;
  const over: Run = { ...run, status: "over", cancelled: tried < job.items.length };
  show(over);
  return over;
}

import type { Listener } from "../storage/listen.ts";
import { abandonJob, finishJob, outboxChannel, retryJob, takeJobs, type Job } from "../storage/outbox.ts";
import type { Pools } from "../storage/pools.ts";

/** Does one job. Throwing means: not done, try again later. It may run twice for the same job. */
export type JobHandler = (payload: unknown, job: Job) => Promise<void>;

export interface WorkerOptions {
  readonly pools: Pools;
  readonly listener: Listener;
  readonly jobs: Readonly<Record<string, JobHandler>>;
  /** Hears of every failed attempt; the message of the error carries no payload. */
  readonly onFailure: (job: Pick<Job, "id" | "kind" | "attempts">, error: unknown) => void;
  /** How often to look without being told, in milliseconds: for jobs that wait and announcements that got lost. */
  readonly pollEvery?: number;
}

export interface Worker {
  /** Waits for the jobs in hand; the others stay in the outbox. */
  readonly stop: () => Promise<void>;
}

const batch = 10;
const leaseSeconds = 120;
const mostAttempts = 12;

/** Waits 2 s, 4 s, 8 s … up to an hour between attempts. */
export function retryDelaySeconds(attempts: number): number {
  return Math.min(2 ** attempts, 3600);
}

/** Works off the outbox until stopped. Any number of workers can share one database. */
export async function startWorker(options: WorkerOptions): Promise<Worker> {
  const { listener, pollEvery = 5_000 } = options;
  let stopped = false;
  let running = Promise.resolve();
  let waiting = false;

  // One round at a time; a wake-up during a round asks for exactly one more.
  const wake = () => {
    if (stopped || waiting) return;
    waiting = true;
    running = running.then(async () => {
      waiting = false;
      await workOff(options, () => stopped);
    });
  };

  const forget = await listener.on(outboxChannel, wake);
  listener.onReconnect(wake);
  const timer = setInterval(wake, pollEvery);
  wake();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await forget();
      await running;
    },
  };
}

async function workOff(options: WorkerOptions, isStopped: () => boolean): Promise<void> {
  try {
    while (!isStopped()) {
      const jobs = await takeJobs(options.pools.system, batch, leaseSeconds);
      await Promise.all(jobs.map(async (job) => workOn(job, options)));
      if (jobs.length < batch) return;
    }
  } catch (error) {
    // The database is away; the next poll tries again.
    options.onFailure({ id: "", kind: "outbox", attempts: 0 }, error);
  }
}

async function workOn(job: Job, { pools, jobs, onFailure }: WorkerOptions): Promise<void> {
  try {
    const handler = jobs[job.kind];
    if (!handler) throw new Error(`No handler for jobs of the kind ${job.kind}`);
    await handler(job.payload, job);
  } catch (error) {
    // Never the payload: a letter holds its code or link until it is sent, and failures are logged.
    const { id, kind, attempts } = job;
    onFailure({ id, kind, attempts }, error);
    const reason = (error instanceof Error ? error.message : "unknown").slice(0, 300);
    if (job.attempts >= mostAttempts) return abandonJob(pools.system, job.id, reason);
    return retryJob(pools.system, job.id, reason, retryDelaySeconds(job.attempts));
  }
  return finishJob(pools.system, job.id);
}

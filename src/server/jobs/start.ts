import type { Handlers } from "../dispatch/handlers.ts";
import type { Services } from "../dispatch/services.ts";
import type { MailTransport } from "../mail/transport.ts";
import { accessEndJob } from "../members/schedule-end.ts";
import { bulkMailJob } from "../storage/outbox.ts";
import { openPools } from "../storage/pools.ts";
import { accessEndHandler } from "./access-end-job.ts";
import { mailHandler, mailJob } from "./mail-job.ts";
import { planHandler, planJob } from "./plan-job.ts";
import { purgeHandler, purgeJob } from "./purge-job.ts";
import { reviewHandler, reviewJob } from "./review-job.ts";
import { startTidying } from "./tidying.ts";
import { startWorker, type Worker } from "./worker.ts";

export interface JobsOptions {
  readonly services: Services;
  readonly handlers: Handlers;
  readonly mail: MailTransport;
  readonly databaseUrl: string;
}

/** Jobs wait for busy organizations: with connections of their own they never take those of requests meanwhile. */
const sizes = { app: 5, system: 5 };

/** Works off what waits in the outbox and tidies, until stopped. */
export async function startJobs({ services, handlers, mail, databaseUrl }: JobsOptions): Promise<Worker> {
  const { listener, log, publicUrl } = services;
  const pools = openPools(databaseUrl, sizes);
  const working: Services = { ...services, pools };
  const worker = await startWorker({
    pools,
    listener,
    jobs: {
      [mailJob]: mailHandler(mail, publicUrl),
      [bulkMailJob]: mailHandler(mail, publicUrl),
      [purgeJob]: purgeHandler(pools),
      [accessEndJob]: accessEndHandler(pools),
      [planJob]: planHandler(working, handlers),
      [reviewJob]: reviewHandler(working, handlers),
    },
    onFailure: (job, error) => log.warn({ err: error, job }, "a job failed"),
  });
  const tidying = startTidying(pools, (error) => log.warn({ err: error }, "tidying failed"));
  return {
    stop: async () => {
      await tidying.stop();
      await worker.stop();
      await pools.close();
    },
  };
}

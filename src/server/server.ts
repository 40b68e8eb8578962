import type { AddressInfo } from "node:net";
import type { FastifyBaseLogger } from "fastify";
import { keyIdOf } from "#domain/audit/head.ts";
import { openSigningKey, publicKeyOf } from "./audit/signing-key.ts";
import { sha256 } from "./dispatch/audit.ts";
import { openFeedHub } from "./feed/hub.ts";
import { sealingUnder } from "./accounts/sealing.ts";
import { createApp } from "./http/app.ts";
import { accessEndHandler } from "./jobs/access-end-job.ts";
import { mailHandler, mailJob } from "./jobs/mail-job.ts";
import { bulkMailJob } from "./storage/outbox.ts";
import { checkKeys } from "./key-check.ts";
import { planHandler, planJob } from "./jobs/plan-job.ts";
import { reviewHandler, reviewJob } from "./jobs/review-job.ts";
import { purgeHandler, purgeJob } from "./jobs/purge-job.ts";
import { startTidying } from "./jobs/tidying.ts";
import { startWorker } from "./jobs/worker.ts";
import { accessEndJob } from "./members/schedule-end.ts";
import { openMail } from "./mail/transport.ts";
import { handlers } from "./operations/handlers.ts";
import type { ServerOptions } from "./options.ts";
import { secretKey } from "./storage/secret-key.ts";
import { startEmbedded } from "./storage/embedded.ts";
import { openListener } from "./storage/listen.ts";
import { migrate } from "./storage/migrate.ts";
import { openPools } from "./storage/pools.ts";

export interface RunningServer {
  readonly url: string;
  /** Lets requests and jobs in hand finish, then ends everything that was started. */
  readonly stop: () => Promise<void>;
}

/** Ends what was started, last first, also when starting failed half way. */
class Teardown {
  readonly #steps: (() => Promise<unknown> | void)[] = [];
  add(step: () => Promise<unknown> | void): void {
    this.#steps.unshift(step);
  }
  async run(): Promise<void> {
    for (const step of this.#steps.splice(0)) await step();
  }
}

/**
 * Starts a server: database, migrations, HTTP, jobs.
 * @throws when one of them cannot start; what had started by then is stopped
 */
export async function startServer(options: ServerOptions, log: FastifyBaseLogger): Promise<RunningServer> {
  const teardown = new Teardown();
  try {
    const url = await start(options, log, teardown);
    return { url, stop: async () => teardown.run() };
  } catch (error) {
    await teardown.run();
    throw error;
  }
}

async function start(options: ServerOptions, log: FastifyBaseLogger, teardown: Teardown): Promise<string> {
  const secret = await secretKey(options.dataDir, options.secretKey);
  const sealing = sealingUnder(secret);
  const mail = openMail(options.mail, options.mailFrom);
  teardown.add(() => mail.close());
  const connectionString = options.databaseUrl ?? (await startOwnDatabase(options.dataDir, teardown));
  await migrate(connectionString);
  const signingKey = await openSigningKey({ dataDir: options.dataDir, ...options.auditKey });
  log.info({ signingKey: keyIdOf(publicKeyOf(signingKey.key), sha256) }, "signs audit logs and reviews");
  const pools = openPools(connectionString);
  teardown.add(async () => pools.close());
  await checkKeys(pools.system, { secret, sealing, signing: signingKey, acceptNew: options.acceptNewKeys });
  const listener = await openListener(connectionString);
  teardown.add(async () => listener.close());

  const feed = await openFeedHub(listener);
  teardown.add(() => feed.close());

  let publicUrl = options.publicUrl ?? `http://${options.host}:${options.port}`;
  const services = {
    pools,
    log,
    listener,
    feed,
    signingKey,
    sealing,
    get publicUrl() {
      return publicUrl;
    },
  };
  const app = await createApp(services, handlers, { trustProxy: options.trustProxy });
  await app.listen({ port: options.port, host: options.host, listenTextResolver: () => "listening" });
  teardown.add(async () => app.close());
  const { port } = app.server.address() as AddressInfo;
  const url = `http://${options.host.includes(":") ? `[${options.host}]` : options.host}:${port}`;
  publicUrl = options.publicUrl ?? url;

  const onFailure = (job: unknown, error: unknown) => log.warn({ err: error, job }, "a job failed");
  const worker = await startWorker({
    pools,
    listener,
    jobs: {
      [mailJob]: mailHandler(mail, publicUrl),
      [bulkMailJob]: mailHandler(mail, publicUrl),
      [purgeJob]: purgeHandler(pools),
      [accessEndJob]: accessEndHandler(pools),
      [planJob]: planHandler(services, handlers),
      [reviewJob]: reviewHandler(services, handlers),
    },
    onFailure,
  });
  teardown.add(async () => worker.stop());
  const tidying = startTidying(pools, (error) => log.warn({ err: error }, "tidying failed"));
  teardown.add(async () => tidying.stop());
  return url;
}

async function startOwnDatabase(dataDir: string, teardown: Teardown): Promise<string> {
  const database = await startEmbedded(dataDir);
  teardown.add(async () => database.stop());
  return database.connectionString;
}

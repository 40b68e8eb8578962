import type { AddressInfo } from "node:net";
import type { FastifyBaseLogger } from "fastify";
import { keyIdOf } from "#domain/audit/head.ts";
import { openSigningKey, publicKeyOf } from "./audit/signing-key.ts";
import { sha256 } from "./dispatch/audit.ts";
import { openFeedHub } from "./feed/hub.ts";
import { sealingUnder } from "./accounts/sealing.ts";
import { createApp } from "./http/app.ts";
import { checkKeys } from "./key-check.ts";
import { startJobs } from "./jobs/start.ts";
import { openMail } from "./mail/transport.ts";
import { handlers } from "./operations/handlers.ts";
import type { ServerOptions } from "./options.ts";
import { secretKey } from "./storage/secret-key.ts";
import { startEmbedded } from "./storage/embedded/embedded.ts";
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
  const signing = await openSigningKey({ dataDir: options.dataDir, ...options.auditKey });
  log.info({ signingKey: keyIdOf(publicKeyOf(signing.key), sha256) }, "signs audit logs and reviews");
  const pools = openPools(connectionString);
  teardown.add(async () => pools.close());
  const keys = { secret, sealing, signing, acceptNew: options.acceptNewKeys };
  const signingKey = await checkKeys(pools.system, keys);
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

  const jobs = await startJobs({ services, handlers, mail, databaseUrl: connectionString });
  teardown.add(async () => jobs.stop());
  return url;
}

async function startOwnDatabase(dataDir: string, teardown: Teardown): Promise<string> {
  const database = await startEmbedded(dataDir);
  teardown.add(async () => database.stop());
  return database.connectionString;
}

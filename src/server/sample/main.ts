import { digestPassword } from "../accounts/passwords.ts";
import { withBulkClient, type BulkClient } from "../storage/bulk.ts";
import { startEmbedded } from "../storage/embedded/embedded.ts";
import { migrate } from "../storage/migrate.ts";
import { loadSample } from "./load.ts";
import { readSampleOptions, usage, type SampleOptions } from "./options.ts";
import { manager } from "./people.ts";

/** The sample is invented and local, so its password is no secret; it is printed with the address. */
const password = "explore-brightside-2026";

function giveUp(error: unknown, hint: string): never {
  const sentence = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "The sample could not be made.";
  process.stderr.write(`${sentence}${hint}\n`);
  process.exit(2);
}

function optionsOrGiveUp(): SampleOptions {
  if (process.argv.includes("--help")) {
    process.stderr.write(`${usage}\n`);
    process.exit(0);
  }
  try {
    return readSampleOptions(process.argv.slice(2), process.env, new Date());
  } catch (error) {
    return giveUp(error, " See --help.");
  }
}

async function fill(client: BulkClient, options: SampleOptions): Promise<void> {
  const { rows } = await client.query<{ filled: boolean }>("select exists (select from accounts) as filled");
  if (rows[0]?.filled === true) throw new Error("This database is in use already: the sample needs an empty one.");
  const started = performance.now();
  const loaded = await loadSample(client, options, await digestPassword(password), (done) =>
    process.stderr.write(`\r${done} of ${options.organizations} organizations`),
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const { organizations, members, events } = loaded;
  process.stderr.write(
    `\r${organizations} organizations, ${members} members and ${events} audit events in ${seconds} s\n`,
  );
  process.stderr.write(`Sign in as ${manager.email} with the password ${password}\n`);
}

const options = optionsOrGiveUp();
try {
  const database = options.databaseUrl === null ? await startEmbedded(options.dataDir) : null;
  try {
    const connectionString = options.databaseUrl ?? database?.connectionString ?? "";
    await migrate(connectionString);
    await withBulkClient(connectionString, (client) => fill(client, options));
  } finally {
    await database?.stop();
  }
  process.stdout.write(`${JSON.stringify({ email: manager.email, password })}\n`);
} catch (error) {
  giveUp(error, "");
}

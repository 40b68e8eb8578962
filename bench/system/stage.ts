import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { withBulkClient } from "#server/storage/bulk.ts";
import { startEmbedded } from "#server/storage/embedded/embedded.ts";
import { migrate } from "#server/storage/migrate.ts";
import { fill, type Filled } from "../data/fill.ts";
import { startChild } from "./child.ts";

/** Where a run takes place: one filled database, the server and its peers on it. */
export interface Stage {
  readonly databaseUrl: string;
  readonly filled: Filled;
  readonly serverUrl: string;
  readonly peerUrl: string;
  readonly stop: () => Promise<void>;
}

/** Sets everything up in a temporary folder; `stop` ends and removes all of it. */
export async function setUp(events: number, say: (text: string) => void): Promise<Stage> {
  const folder = await mkdtemp(path.join(tmpdir(), "orgdesk-bench-"));
  const ends: (() => Promise<unknown>)[] = [async () => rm(folder, { recursive: true, force: true })];
  const stop = async () => {
    for (const end of ends.splice(0).toReversed()) await end();
  };
  try {
    const database = await startEmbedded(folder);
    ends.push(database.stop);
    const databaseUrl = database.connectionString;
    await migrate(databaseUrl);
    const started = performance.now();
    const filled = await withBulkClient(databaseUrl, (client) => fill(client, events, say));
    say(`filled in ${((performance.now() - started) / 1000).toFixed(0)} s`);
    const mail = ["--mail", `file:${path.join(folder, "mail")}`];
    const server = await startChild("src/server/main.ts", ["--port", "0", "--log-level", "warn", ...mail], databaseUrl);
    ends.push(server.stop);
    const peer = await startChild("bench/peer/main.ts", [], databaseUrl);
    ends.push(peer.stop);
    return { databaseUrl, filled, serverUrl: server.url, peerUrl: peer.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "#server/storage/embedded/embedded.ts";
import { migrate } from "#server/storage/migrate.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Connection string of this run's cluster, with the rights to create databases from `template`. */
    postgres: string;
  }
}

export const template = "orgdesk_template";

/** One throw-away cluster per run: its folder and port are its own, so runs beside each other do not meet. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "orgdesk-test-"));
  const cluster = await startEmbedded(folder, { durable: false });
  const client = new pg.Client({ connectionString: cluster.connectionString });
  await client.connect();
  await client.query(`create database ${template}`);
  await client.end();
  await migrate(withDatabase(cluster.connectionString, template));
  project.provide("postgres", cluster.connectionString);
  return async () => {
    await cluster.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

function withDatabase(connectionString: string, name: string): string {
  const url = new URL(connectionString);
  url.pathname = `/${name}`;
  return url.href;
}

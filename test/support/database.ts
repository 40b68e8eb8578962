import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";

/** A database of its own for one test file: migrated, empty, and gone after `drop`. */
export interface TestDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** Copies the run's template database (about 0.1 s). */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `orgdesk_${randomBytes(8).toString("hex")}`;
  await administer(`create database ${name} template orgdesk_template strategy file_copy`);
  const url = new URL(inject("postgres"));
  url.pathname = `/${name}`;
  return { url: url.href, drop: async () => administer(`drop database ${name} with (force)`) };
}

/** An empty database that was never migrated. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const name = `orgdesk_${randomBytes(8).toString("hex")}`;
  await administer(`create database ${name}`);
  const url = new URL(inject("postgres"));
  url.pathname = `/${name}`;
  return { url: url.href, drop: async () => administer(`drop database ${name} with (force)`) };
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("postgres") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

import { readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";

/** Runs statements on the database of a running server, as whoever reads its data folder could. */
export async function inDatabaseOf(folder: string, statements: readonly string[]): Promise<void> {
  const moved = await readFile(path.join(folder, "cluster-location"), "utf8").catch(() => null);
  const host = moved?.trim() ?? path.join(folder, "postgres");
  const password = (await readFile(path.join(folder, "database-password"), "utf8")).trim();
  const client = new pg.Client({ host, port: 5432, user: "orgdesk", password, database: "postgres" });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

import { loadSample } from "#server/sample/load.ts";
import { readSampleOptions } from "#server/sample/options.ts";
import { digestOf, newToken } from "#server/dispatch/token.ts";
import { newId } from "#server/storage/ids.ts";
import { withBulkClient } from "#server/storage/bulk.ts";
import { createTestDatabase } from "#test/support/database.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";

/** A server with an invented agency, and its people. */
export interface AgencyServer extends TestServer {
  /** Somebody of the agency, signed in. */
  signedIn(accountId: string): Promise<Person>;
  stop(): Promise<void>;
}

export async function agencyServer(...args: readonly string[]): Promise<AgencyServer> {
  const database = await createTestDatabase();
  const options = readSampleOptions([...args], {}, new Date());
  await withBulkClient(database.url, (client) => loadSample(client, options, "digest", () => undefined));
  const server = await startTestServer({ databaseUrl: database.url });
  return {
    ...server,
    signedIn: async (accountId) => {
      const { system } = server.services.pools;
      const sessionId = newId();
      const token = newToken();
      const expires_at = new Date(Date.now() + 3_600_000);
      await system.insertInto("sessions").values({ id: sessionId, account_id: accountId, expires_at }).execute();
      const row = { digest: digestOf(token), session_id: sessionId, kind: "access" as const, expires_at };
      await system.insertInto("session_tokens").values(row).execute();
      const { name, email } = await system
        .selectFrom("accounts")
        .select(["name", "email"])
        .where("id", "=", accountId)
        .executeTakeFirstOrThrow();
      return { accountId, name, email, token };
    },
    stop: async () => {
      await server.stop();
      await database.drop();
    },
  };
}

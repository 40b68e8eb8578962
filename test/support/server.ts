import type { OperationName, Given, Output } from "#contract/operations.ts";
import type { Fault } from "#contract/fault.ts";
import { operationOf, pathFields } from "#contract/operations.ts";
import { Problem } from "#contract/fault.ts";
import { digestOf, newToken } from "#server/dispatch/token.ts";
import type { Services } from "#server/dispatch/services.ts";
import { generateKeyPairSync } from "node:crypto";
import type { SigningKey } from "#server/audit/signing-key.ts";
import { createApp } from "#server/http/app.ts";
import { createLog } from "#server/log.ts";
import { handlers } from "#server/operations/handlers.ts";
import { newId } from "#server/storage/ids.ts";
import { openFeedHub } from "#server/feed/hub.ts";
import { openListener } from "#server/storage/listen.ts";
import { openPools, type PoolSizes } from "#server/storage/pools.ts";
import type { FastifyInstance } from "fastify";
import { sealingUnder } from "#server/accounts/sealing.ts";
import { createTestDatabase } from "./database.ts";

/** A signed-in person of a test. */
export interface Person {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly token: string;
}

export type Reply<Value> =
  | { readonly status: number; readonly value: Value; readonly fault?: undefined }
  | { readonly status: number; readonly value?: undefined; readonly fault: Fault };

export interface TestServer {
  readonly app: FastifyInstance;
  readonly services: Services;
  readonly databaseUrl: string;
  /** Calls an operation over HTTP (injected), exactly as a client would. */
  call<Name extends OperationName>(
    name: Name,
    input: Given<Name>,
    options?: { as?: Person; headers?: Record<string, string> },
  ): Promise<Reply<Output<Name>>>;
  /** A person with a verified account and a live session, written straight into the database. */
  person(name: string): Promise<Person>;
  stop(): Promise<void>;
}

/** The request that an operation's declaration asks for. */
export function requestOf(name: OperationName, input: Record<string, unknown>) {
  const operation = operationOf(name);
  const inPath = pathFields(operation.path);
  const url = inPath.reduce<string>(
    (path, field) => path.replace(`{${field}}`, encodeURIComponent(String(input[field]))),
    operation.path,
  );
  const rest = Object.fromEntries(Object.entries(input).filter(([field]) => !inPath.includes(field)));
  if (operation.method !== "GET" && operation.method !== "DELETE")
    return { method: operation.method, url, payload: rest };
  const query = new URLSearchParams(
    Object.entries(rest).flatMap(([field, value]) =>
      (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined).map((one) => [field, String(one)]),
    ),
  ).toString();
  return { method: operation.method, url: query === "" ? url : `${url}?${query}` };
}

export interface TestServerOptions {
  /** The database of another test server, to share. */
  readonly databaseUrl?: string;
  /** Where to log to; nowhere by default. */
  readonly log?: Services["log"];
  readonly pools?: PoolSizes;
  /** What signs heads of audit logs; a new key by default. */
  readonly signingKey?: SigningKey;
}

/** The same for all, as for servers that share a database. */
const testKey = Buffer.alloc(32, 7);

/** A whole server on a database of its own; several can share one database. */
export async function startTestServer({
  databaseUrl,
  log,
  pools: sizes,
  signingKey = { key: generateKeyPairSync("ed25519").privateKey, rotations: [] },
}: TestServerOptions = {}): Promise<TestServer> {
  const database =
    databaseUrl === undefined ? await createTestDatabase() : { url: databaseUrl, drop: async () => undefined };
  const pools = openPools(database.url, sizes);
  const listener = await openListener(database.url);
  const feed = await openFeedHub(listener);
  const services: Services = {
    pools,
    listener,
    feed,
    signingKey,
    sealing: sealingUnder(testKey),
    log: log ?? createLog("silent"),
    publicUrl: "http://orgdesk.test",
  };
  const app = await createApp(services, handlers, { trustProxy: true });
  await app.ready();
  return {
    app,
    services,
    databaseUrl: database.url,
    call: async (name, input, options = {}) => {
      const headers = { ...(options.as ? { authorization: `Bearer ${options.as.token}` } : {}), ...options.headers };
      const response = await app.inject({ ...requestOf(name, input), headers });
      const body: unknown = response.body === "" ? null : response.json();
      if (response.statusCode < 400) return { status: response.statusCode, value: body as Output<typeof name> };
      return { status: response.statusCode, fault: Problem.parse(body).fault };
    },
    person: (name) => createPerson(services, name),
    stop: async () => {
      feed.close();
      await app.close();
      await listener.close();
      await pools.close();
      await database.drop();
    },
  };
}

async function createPerson({ pools }: Services, name: string): Promise<Person> {
  const accountId = newId();
  const sessionId = newId();
  const token = newToken();
  const email = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, ".")}.${accountId.slice(-6)}@example.com`;
  const expires_at = new Date(Date.now() + 3_600_000);
  await pools.system
    .insertInto("accounts")
    .values({ id: accountId, email, email_folded: email, name, password_digest: "", email_verified_at: new Date() })
    .execute();
  await pools.system.insertInto("sessions").values({ id: sessionId, account_id: accountId, expires_at }).execute();
  await pools.system
    .insertInto("session_tokens")
    .values({ digest: digestOf(token), session_id: sessionId, kind: "access", expires_at })
    .execute();
  return { accountId, name, email, token };
}

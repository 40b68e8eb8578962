import { Problem, statusOf, type Fault } from "#contract/fault.ts";
import type { Operation } from "#contract/operation.ts";
import { operationOf, pathFields, type OperationName } from "#contract/operations.ts";
import { requestOf, startTestServer, type TestServer } from "#test/support/server.ts";
import { newAddress } from "#test/support/journeys.ts";
import { sql } from "kysely";
import { Writable } from "node:stream";
import pino from "pino";
import { expect } from "vitest";
import { furnishScene, sentPassword, sentToken, type HostileScene } from "./inputs.ts";

export interface Answered {
  readonly status: number;
  readonly body: string;
  readonly fault: Fault | null;
}

export interface HostileRequest {
  readonly method: Operation["method"];
  readonly url: string;
  readonly payload?: string | Record<string, unknown>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Probe {
  readonly server: TestServer;
  readonly scene: HostileScene;
  /** Sends a request as the owner of the scene, from an address of its own. */
  send(request: HostileRequest): Promise<Answered>;
  /** A digest of every table but counters of tries and the security log. */
  stored(): Promise<string>;
  /** Ends the server; the log must not have kept a secret. */
  stop(): Promise<void>;
}

/** Words of PostgreSQL, of its driver and of stack traces, none of which an answer may hold. */
const internals = /invalid input syntax|violates|relation "|SQLSTATE|duplicate key|byte sequence|node_modules|\.ts:\d/i;
/** Far beyond a busy machine, and far below what a quadratic reading of the largest input would take. */
const slowest = 20_000;

/** A server that logs everything, with an organization to attack. */
export async function startProbe(): Promise<Probe> {
  const logged: string[] = [];
  const stream = new Writable({ write: (chunk: Buffer, _encoding, done) => done(void logged.push(chunk.toString())) });
  const server = await startTestServer({ log: pino({ level: "debug" }, stream) });
  const scene = await furnishScene(server);
  return {
    server,
    scene,
    send: async ({ headers, ...request }) => {
      const authorization = `Bearer ${scene.caller.token}`;
      const started = performance.now();
      const reply = await server.app.inject({ ...request, headers: { authorization, ...newAddress(), ...headers } });
      expect(performance.now() - started).toBeLessThan(slowest);
      expect(reply.body).not.toMatch(internals);
      return { status: reply.statusCode, body: reply.body, fault: faultIn(reply) };
    },
    stored: async () => storedDigest(server),
    stop: async () => {
      await server.stop();
      for (const secret of [scene.caller.token, sentPassword, sentToken]) expect(logged.join("")).not.toContain(secret);
    },
  };
}

/** The fault of an answer that is not a success: always a whole problem document. */
function faultIn(reply: { statusCode: number; body: string; headers: Record<string, unknown> }): Fault | null {
  if (reply.statusCode < 400) return null;
  expect(reply.headers["content-type"]).toMatch(/^application\/problem\+json/);
  const problem = Problem.parse(JSON.parse(reply.body));
  expect({ status: problem.status, fault: problem.fault.kind }).toEqual({
    status: reply.statusCode,
    fault: problem.fault.kind,
  });
  expect(statusOf[problem.fault.kind]).toBe(reply.statusCode);
  return problem.fault;
}

const tables = [
  "accounts",
  "sessions",
  "session_tokens",
  "mailed_codes",
  "sign_ups",
  "organizations",
  "members",
  "invitations",
  "audit_events",
  "idempotency_keys",
  "outbox",
];

/** When somebody was last here is noted beside requests, so it does not count as a change. */
async function storedDigest({ services }: TestServer): Promise<string> {
  const parts = tables.map(
    (name) => sql`select coalesce(string_agg(md5((to_jsonb(t)
      - 'last_seen_at' - 'last_seen_key' - 'last_used_at')::text), '' order by to_jsonb(t)::text), '') as rows
      from ${sql.table(name)} t`,
  );
  const { rows } = await sql<{ digest: string }>`
    select md5(string_agg(rows, '|')) as digest from (${sql.join(parts, sql` union all `)}) digests`.execute(
    services.pools.system,
  );
  return rows[0]?.digest ?? "";
}

export const sendsQuery = (name: OperationName): boolean => ["GET", "DELETE"].includes(operationOf(name).method);

/** The fields of an operation that do not come from its path. */
export const freeFields = (name: OperationName): string[] => {
  const { path, input } = operationOf(name);
  return Object.keys(input.shape).filter((field) => !pathFields(path).includes(field));
};

/** The request of a valid input, with its body written by hand. */
export function withBody(name: OperationName, input: Record<string, unknown>, payload: string): HostileRequest {
  const { method, url } = requestOf(name, input);
  return { method, url, payload, headers: { "content-type": "application/json" } };
}

/** Runs these a few at a time, in order. */
export async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += 8) await Promise.all(items.slice(at, at + 8).map(work));
}

import type { Given, OperationName } from "#contract/operations.ts";
import { Problem, type Fault } from "#contract/fault.ts";
import { requestOf, startTestServer, type Person, type TestServer } from "#test/support/server.ts";

export interface RaceReply {
  readonly status: number;
  readonly fault: Fault | null;
  readonly value: unknown;
}

export interface RaceServers {
  readonly here: TestServer;
  /** Calls over real HTTP, each call on the other of the two servers. */
  call<Name extends OperationName>(
    name: Name,
    input: Given<Name>,
    as: Person,
    headers?: Record<string, string>,
  ): Promise<RaceReply>;
  stop(): Promise<void>;
}

/** Two servers on one database, listening: what holds between them holds between any number. */
export async function startRaceServers(): Promise<RaceServers> {
  const here = await startTestServer();
  const there = await startTestServer({ databaseUrl: here.databaseUrl });
  const addresses = await Promise.all([here, there].map(({ app }) => app.listen({ port: 0, host: "127.0.0.1" })));
  let turn = 0;
  return {
    here,
    call: async (name, input, as, headers = {}) => {
      turn += 1;
      const { method, url, payload } = { payload: undefined, ...requestOf(name, input) };
      const response = await fetch(`${addresses[turn % addresses.length]}${url}`, {
        method,
        headers: {
          authorization: `Bearer ${as.token}`,
          ...(payload === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(payload === undefined ? {} : { body: JSON.stringify(payload) }),
      });
      const body: unknown = await response.json();
      return response.status < 400
        ? { status: response.status, fault: null, value: body }
        : { status: response.status, fault: Problem.parse(body).fault, value: null };
    },
    stop: async () => {
      await there.stop();
      await here.stop();
    },
  };
}

export const trials = 200;

/** Runs every trial, some at once: as much as two servers' pools carry without queueing for long. */
export async function inParallel(times: number, trial: (index: number) => Promise<void>, atOnce = 10): Promise<void> {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < times) {
      const index = next;
      next += 1;
      await trial(index);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

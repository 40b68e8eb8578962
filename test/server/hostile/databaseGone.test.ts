import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { openListener } from "#server/storage/listen.ts";
import { eventually } from "#test/support/eventually.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { steadyPort } from "#test/support/steadyPort.ts";
import { createServer, connect, type Server, type Socket } from "node:net";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishTeam, standing } from "../teams.ts";

/** The whole database goes away, and comes back at the same address. */
interface Gate {
  readonly url: string;
  readonly shut: () => Promise<void>;
  readonly reopen: () => Promise<void>;
}

let database: TestDatabase;
let gate: Gate;
let server: TestServer;
let owner: Person;
let organizationId: string;

/** An address in front of the database that can be shut: to the server it looks like a stopped PostgreSQL. */
async function openGate(databaseUrl: string): Promise<Gate> {
  const behind = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const pass = (socket: Socket): void => {
    const onward = connect(path.join(decodeURIComponent(behind.hostname), `.s.PGSQL.${behind.port}`));
    for (const end of [socket, onward]) {
      sockets.add(end.on("error", () => undefined).on("close", () => sockets.delete(end)));
    }
    socket.pipe(onward).pipe(socket);
    socket.on("close", () => onward.destroy());
    onward.on("close", () => socket.destroy());
  };
  let listening: Server = createServer(pass);
  const port = await steadyPort();
  const listen = () => new Promise<void>((resolve) => listening.listen(port, "127.0.0.1", resolve));
  await listen();
  const url = new URL(databaseUrl);
  url.hostname = "127.0.0.1";
  url.port = String(port);
  return {
    url: url.href,
    shut: async () => {
      const closed = new Promise((resolve) => listening.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    reopen: async () => {
      listening = createServer(pass);
      await listen();
    },
  };
}

beforeAll(async () => {
  database = await createTestDatabase();
  gate = await openGate(database.url);
  server = await startTestServer({ databaseUrl: gate.url });
  owner = await server.person("Olivia Owner");
  ({ organizationId } = await furnishTeam(server, "agency", [{ person: owner, role: "owner" }]));
});
afterAll(async () => {
  await server.stop();
  await gate.shut();
  await database.drop();
});

const statusOf = async (url: string) => (await server.app.inject({ url })).statusCode;
const rename = (name: string) => server.call("organization.update", { organizationId, name }, { as: owner });

test("without its database the server says so, and is itself again when it is back", async () => {
  for (let round = 0; round < 3; round += 1) {
    expect((await rename(`Before ${round}`)).status).toBe(200);
    const before = await standing(server, organizationId);
    await gate.shut();
    expect([await statusOf("/readyz"), await statusOf("/healthz")]).toEqual([503, 200]);
    const replies = await Promise.all([
      rename("While away"),
      server.call("organization.list", {}, { as: owner }),
      server.call("session.signIn", { email: owner.email, password: "violet-harbour-93-lanterns" }),
      server.call("auditEvent.export", { organizationId, format: "csv" }, { as: owner }),
      server.call("feed.follow", {}, { as: owner }),
    ]);
    expect(replies.map(({ fault }) => fault?.kind)).toEqual(replies.map(() => "unavailable"));
    await gate.reopen();
    await eventually(async () => expect(await statusOf("/readyz")).toBe(200));
    expect(await standing(server, organizationId)).toEqual(before);
  }
});

test("one connection listens for announcements, however often it was lost", async () => {
  const outside = new pg.Client({ connectionString: database.url });
  await outside.connect();
  const listening = `from pg_stat_activity where datname = current_database() and application_name = 'hostile'
    and pid <> pg_backend_pid()`;
  const url = new URL(gate.url);
  url.searchParams.set("application_name", "hostile");
  const listener = await openListener(url.href);
  const heard: string[] = [];
  await listener.on("hostile", (payload) => void heard.push(payload));
  const ended = Date.now() + 3_000;
  while (Date.now() < ended) await outside.query(`select pg_terminate_backend(pid) ${listening}`);
  const count = async () => (await outside.query(`select pid ${listening} and query ilike 'listen%'`)).rowCount;
  await eventually(async () => expect(await count()).toBe(1));
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(await count()).toBe(1);
  await outside.query("notify hostile, 'once'");
  await eventually(() => expect(heard).toEqual(["once"]));
  await listener.close();
  await eventually(async () => expect(await count()).toBe(0));
  await outside.end();
});

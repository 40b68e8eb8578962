import { newId } from "#server/storage/ids.ts";
import { eventually } from "#test/support/eventually.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { isDeepStrictEqual } from "node:util";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { actionsAfter, furnishTeam } from "../teams.ts";
import { dumpOf } from "./dump.ts";
import { previewOf } from "./previews.ts";

/** What somebody might try with previews, over two servers that share a database. */
let server: TestServer;
let other: TestServer;
let people: { owner: Person; admin: Person; member: Person; stranger: Person };
let ours: { organizationId: string; memberIds: readonly string[] };
let theirs: { organizationId: string; memberIds: readonly string[] };
/** Holds rows, watches, and ends connections. */
let holder: pg.Client;
let outside: pg.Client;

beforeAll(async () => {
  server = await startTestServer();
  other = await startTestServer({ databaseUrl: server.databaseUrl });
  people = {
    owner: await server.person("Olivia Owner"),
    admin: await server.person("Ada Admin"),
    member: await server.person("Mia Member"),
    stranger: await server.person("Sten Stranger"),
  };
  holder = new pg.Client({ connectionString: server.databaseUrl, application_name: "holder" });
  outside = new pg.Client({ connectionString: server.databaseUrl, application_name: "outside" });
  await Promise.all([holder.connect(), outside.connect()]);
});
afterAll(async () => {
  await Promise.all([holder.end(), outside.end()]);
  await other.stop();
  await server.stop();
});

beforeEach(async () => {
  const { owner, admin, member, stranger } = people;
  ours = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: admin, role: "admin" },
    { person: member, role: "member" },
  ]);
  theirs = await furnishTeam(server, "agency", [
    { person: stranger, role: "owner" },
    { person: owner, role: "member" },
  ]);
});

const mia = () => ours.memberIds[2] ?? "";
const removal = (as: Person, memberId = mia(), at = server) =>
  previewOf(at, as, ours.organizationId, "member.remove", { memberId });

test("a stranger learns nothing of an organization, not even that it exists", async () => {
  const real = await removal(people.stranger);
  const forged = await previewOf(server, people.stranger, newId(), "member.remove", { memberId: mia() });
  const bare = ({ status, fault }: Awaited<ReturnType<typeof previewOf>>) => ({ status, kind: fault?.kind });
  expect(bare(real)).toEqual({ status: 404, kind: "notFound" });
  expect(bare(forged)).toEqual(bare(real));
});

test("members of another organization and forged ids are answered alike", async () => {
  for (const memberId of [theirs.memberIds[0] ?? "", newId()]) {
    const { value } = await removal(people.owner, memberId);
    expect(value).toMatchObject({
      verdict: { allowed: false, fault: { kind: "notFound", what: "member" } },
      people: [],
      peopleTotal: 0,
      events: [],
    });
  }
});

test("the organization of the path is the only one", async () => {
  const input = { memberId: theirs.memberIds[0], organizationId: theirs.organizationId };
  const { status, fault } = await previewOf(server, people.owner, ours.organizationId, "member.remove", input);
  expect({ status, kind: fault?.kind }).toEqual({ status: 400, kind: "invalid" });
});

test.each(["member.list", "me.update", "session.create", "change.preview", "toString", ""])(
  "%j is no change that could be previewed",
  async (operation) => {
    expect((await previewOf(server, people.owner, ours.organizationId, operation)).status).toBe(400);
  },
);

test("whoever may not do it gets the refusal, and no effects", async () => {
  const { value } = await removal(people.member, ours.memberIds[1]);
  expect(value).toMatchObject({
    verdict: { allowed: false, fault: { kind: "forbidden" } },
    people: [],
    workspaces: [],
    events: [],
  });
});

test("a refusal in a preview is not noted as a refused command, and the removed preview nothing", async () => {
  const before = await dumpOf(server);
  await removal(people.member, ours.memberIds[1]);
  expect(await dumpOf(server)).toEqual(before);
  await server.call("member.remove", { organizationId: ours.organizationId, memberId: mia() }, { as: people.owner });
  expect((await removal(people.member)).status).toBe(404);
});

test("more people than one request may invite are refused as the command would", async () => {
  const emails = Array.from({ length: 100_000 }, (_, index) => `somebody${index}@example.com`);
  const reply = await previewOf(server, people.owner, ours.organizationId, "invitation.send", { emails });
  expect({ status: reply.status, kind: reply.fault?.kind }).toEqual({ status: 429, kind: "limitReached" });
});

test("previews and commands at once, on two servers: each preview fits a state, and only the commands stay", async () => {
  const { owner, admin } = people;
  const role = (to: string) =>
    server.call(
      "member.changeRole",
      { organizationId: ours.organizationId, memberId: mia(), role: to },
      { as: people.owner },
    );
  const previews = Array.from({ length: 24 }, (_, index) =>
    removal(index % 2 === 0 ? owner : admin, mia(), index % 3 === 0 ? other : server),
  );
  const commands = (async () => [await role("admin"), await role("member"), await role("admin")])();
  const told = (await Promise.all(previews)).map(({ value }) => [value?.revision, value?.people[0]?.before?.role]);
  // An admin may not remove another one, so that such a preview tells of nobody.
  const possible = [
    [0, "member"],
    [1, "admin"],
    [1, undefined],
    [2, "member"],
    [3, "admin"],
    [3, undefined],
  ];
  expect(told.filter((one) => !possible.some((state) => isDeepStrictEqual(one, state)))).toEqual([]);
  expect((await commands).map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(await actionsAfter(server, ours.organizationId, 0)).toEqual(Array(3).fill("member.roleChanged"));
});

const count = async (where: string) => {
  const { rows } = await outside.query<{ found: number }>(
    `select count(*)::int as found from pg_stat_activity
     where datname = current_database() and application_name not in ('holder', 'outside') and ${where}`,
  );
  return rows[0]?.found ?? 0;
};

test("a preview whose connection is killed half way leaves nothing behind, neither a lock nor a transaction", async () => {
  // So that presence is written by now: it would wait for the lock as well, on a connection of its own.
  await removal(people.owner);
  await eventually(async () => expect(await count("state = 'active'")).toBe(0));
  const before = await dumpOf(server);
  await holder.query("begin");
  await holder.query("select from members where id = $1 for update", [mia()]);
  const running = removal(people.owner);
  await eventually(async () => expect(await count("wait_event_type = 'Lock'")).toBe(1));
  await outside.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  );
  expect((await running).status).toBeGreaterThanOrEqual(500);
  await holder.query("rollback");
  expect(await dumpOf(server)).toEqual(before);
  expect(await count("state like 'idle in transaction%'")).toBe(0);
  const input = { organizationId: ours.organizationId, memberId: mia() };
  expect((await other.call("member.remove", input, { as: people.owner })).status).toBe(200);
});

test("after refused and allowed previews no transaction stays open", async () => {
  await Promise.all([removal(people.owner), removal(people.member, ours.memberIds[0]), removal(people.owner, newId())]);
  await eventually(async () => expect(await count("state like 'idle in transaction%'")).toBe(0));
});

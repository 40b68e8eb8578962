import { startJobs } from "#server/jobs/start.ts";
import { scheduleAccessEnd } from "#server/members/schedule-end.ts";
import { newId } from "#server/storage/ids.ts";
import { handlers } from "#server/operations/handlers.ts";
import { openPools } from "#server/storage/pools.ts";
import { eventually } from "#test/support/eventually.ts";
import { codeTo, goodPassword, newAddress, personOf, signUp } from "#test/support/journeys.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishGuard } from "../ownership.ts";
import { furnishInvitation, furnishTeam } from "../teams.ts";
import { untilWaiting } from "../waiting.ts";

/** Fewer connections than requests in hand: who holds one while waiting for another would wait for ever. */
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ pools: { app: 3, system: 2 } });
});
afterAll(async () => server.stop());

test("200 calls of every way into the database finish on three and two connections", async () => {
  const owner = personOf(await signUp(server, { email: "olivia@example.com", name: "Olivia Owner" }));
  const member = await server.person("Max Member");
  const { organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: member, role: "member" },
  ]);
  const memberId = memberIds[1] ?? "";
  const guests = await Promise.all(Array.from({ length: 25 }, (_, index) => server.person(`Guest ${index}`)));
  const invited = guests.map(async (guest) => {
    const { token } = await furnishInvitation(server, organizationId, { email: guest.email, role: "member" });
    return { guest, token };
  });
  const invitations = await Promise.all(invited);
  const key = () => ({ "idempotency-key": newId() });
  const right = { email: "olivia@example.com", password: goodPassword };
  const rounds = invitations.flatMap(({ guest, token }, index) => [
    server.call("organization.update", { organizationId, name: `Name ${index}` }, { as: owner, headers: key() }),
    server.call("organization.update", { organizationId, name: "Refused" }, { as: member, headers: key() }),
    server.call("invitation.accept", { token }, { as: guest, headers: { ...newAddress(), ...key() } }),
    server.call("member.get", { organizationId, memberId }, { as: owner }),
    server.call("me.update", { name: `Guest number ${index}` }, { as: guest, headers: key() }),
    server.call("organization.create", { name: `Own of ${index}` }, { as: guest, headers: key() }),
    server.call("organization.listSecurityEvents", { organizationId }, { as: owner }),
    index < 5
      ? server.call("session.signIn", right, { headers: newAddress() })
      : server.call("organization.list", {}, { as: guest }),
  ]);
  const replies = await Promise.all(rounds);
  expect(replies).toHaveLength(200);
  const statuses = Map.groupBy(replies, ({ status }) => status);
  const counts = Object.fromEntries([...statuses].map(([status, of]) => [status, of.length]));
  expect(counts).toEqual({ 200: 175, 403: 25 });
});

test("who confirms with their password under the lock does not wait for those who wait for it", async () => {
  const { system } = server.services.pools;
  const [owner, former] = await Promise.all(
    ["lena@example.com", "fred@example.com"].map(async (email) => personOf(await signUp(server, { email }))),
  );
  if (owner === undefined || former === undefined) throw new Error("Nobody signed up");
  const { organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: former, role: "member" },
  ]);
  const guardId = await furnishGuard(server, organizationId, memberIds[1] ?? "");
  // Whoever signs up through an invitation waits for the organization with a connection that has the owner's rights.
  const verifying = ["gina@example.com", "gus@example.com"].map(async (email) => {
    const { token } = await furnishInvitation(server, organizationId, { email, role: "member" });
    const headers = newAddress();
    const input = { email, name: "Guest", password: goodPassword, invitationToken: token };
    const started = await server.call("account.signUp", input, { headers });
    const signUpId = started.value?.signUpId ?? "";
    return { input: { signUpId, code: await codeTo(server, email) }, headers };
  });
  const attempts = await Promise.all(verifying);
  const outside = openPools(server.databaseUrl);
  const waiting = (count: number) => untilWaiting(outside, count);
  const calls = await outside.system.transaction().execute(async (db) => {
    await db.selectFrom("organizations").select("id").where("id", "=", organizationId).forUpdate().execute();
    const confirm = { organizationId, guardId, password: goodPassword };
    const confirmed = server.call("lockout.confirm", confirm, { as: owner });
    await waiting(1);
    const joined = attempts.map(({ input, headers }) => server.call("account.verify", input, { headers }));
    await waiting(3);
    return { confirmed, joined };
  });
  expect((await calls.confirmed).status).toBe(200);
  const joined = await Promise.all(calls.joined);
  expect(joined.map(({ value }) => value?.joinedOrganizationId)).toEqual([organizationId, organizationId]);
  await outside.close();
  expect(await system.selectFrom("lockout_guards").select("state").where("id", "=", guardId).execute()).toEqual([
    { state: "confirmed" },
  ]);
});

test("plans are started at once on fewer connections than there are of them", async () => {
  const owner = await server.person("Paula Planner");
  const { organizationId } = await furnishTeam(server, "agency", [{ person: owner, role: "owner" }]);
  const target = { organizationId, accountIds: [owner.accountId], emails: [] };
  const start = { change: { kind: "deactivate" as const }, targets: [target] };
  const replies = await Promise.all(Array.from({ length: 8 }, () => server.call("plan.start", start, { as: owner })));
  expect(replies.map(({ status }) => status)).toEqual(Array(8).fill(200));
});

test("jobs that wait for a busy organization keep no request of another waiting", async () => {
  const owner = await server.person("Olga Other");
  const { organizationId: busy } = await furnishTeam(server, "agency", [{ person: owner, role: "owner" }]);
  const { organizationId } = await furnishTeam(server, "agency", [{ person: owner, role: "owner" }]);
  const mail = { send: async () => undefined, close: () => undefined };
  const jobs = await startJobs({ services: server.services, handlers, mail, databaseUrl: server.databaseUrl });
  const outside = openPools(server.databaseUrl);
  const done = async () => {
    const row = outside.system.selectFrom("outbox").select("id").where("kind", "=", "accessEnd").limit(1);
    expect(await row.execute()).toEqual([]);
  };
  const ran = await outside.system.transaction().execute(async (db) => {
    await db.selectFrom("organizations").select("id").where("id", "=", busy).forUpdate().execute();
    for (let job = 0; job < 8; job += 1) await scheduleAccessEnd(outside.underLock, busy, new Date());
    await untilWaiting(outside, 5);
    const renamed = await server.call("organization.update", { organizationId, name: "Elsewhere" }, { as: owner });
    return renamed.status;
  });
  expect(ran).toBe(200);
  await eventually(done);
  await jobs.stop();
  await outside.close();
});

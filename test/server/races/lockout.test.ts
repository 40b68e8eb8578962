import { digestPassword } from "#server/accounts/passwords.ts";
import { revertIfDue } from "#server/lockout/revert.ts";
import { goodPassword } from "#test/support/journeys.ts";
import type { Person } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishGuard } from "../ownership.ts";
import { actionsAfter, furnishTeam, standing } from "../teams.ts";
import { inParallel, startRaceServers, type RaceServers } from "./servers.ts";

let servers: RaceServers;
let owner: Person;
let former: Person;

beforeAll(async () => {
  servers = await startRaceServers();
  owner = await servers.here.person("Olivia Owner");
  former = await servers.here.person("Fred Former");
  const { system } = servers.here.services.pools;
  const account = system.updateTable("accounts").where("id", "=", owner.accountId);
  await account.set({ password_digest: await digestPassword(goodPassword) }).execute();
});
afterAll(async () => servers.stop());

/** Passwords are judged so many times in a quarter of an hour, and each takes its time. */
const times = 4;

async function waiting(confirmBy: Date) {
  const { organizationId, memberIds } = await furnishTeam(servers.here, "agency", [
    { person: owner, role: "owner" },
    { person: former, role: "member", status: "removed" },
  ]);
  const guardId = await furnishGuard(servers.here, organizationId, memberIds[1] ?? "", { confirmBy });
  const confirm = () => servers.call("lockout.confirm", { organizationId, guardId, password: goodPassword }, owner);
  return { organizationId, guardId, confirm };
}

/** Undoes it, if its time has come by then. */
const reverting = (organizationId: string, guardId: string, at: Date) => () =>
  servers.here.services.pools.system
    .transaction()
    .execute((db) => revertIfDue(db, organizationId, guardId, { requestId: "test", at }));

test("confirmed twice, on two servers: once it is, the other time it is over", async () => {
  const { organizationId, confirm } = await waiting(new Date(Date.now() + 60_000));
  const replies = await Promise.all([confirm(), confirm()]);
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(await actionsAfter(servers.here, organizationId, 0)).toEqual(["lockout.confirmed"]);
});

test("confirmed as it is undone: one of the two, and the owners are as its event says", async () => {
  await inParallel(times, async () => {
    // Asked in time, and found due by a server that goes on by a minute later.
    const { organizationId, guardId, confirm } = await waiting(new Date(Date.now() + 30_000));
    const revert = reverting(organizationId, guardId, new Date(Date.now() + 60_000));
    const [reply] = await Promise.all([confirm(), revert(), revert()]);
    const confirmed = reply.status === 200;
    const { owners } = await standing(servers.here, organizationId);
    const actions = await actionsAfter(servers.here, organizationId, 0);
    expect({ owners, actions }).toEqual({
      owners: confirmed ? 1 : 2,
      actions: [confirmed ? "lockout.confirmed" : "lockout.reverted"],
    });
  });
});

test("confirmed too late, before and after it is undone: it is undone either way", async () => {
  const { organizationId, guardId, confirm } = await waiting(new Date());
  expect((await confirm()).fault).toMatchObject({ kind: "conflict", code: "guardLate" });
  const revert = reverting(organizationId, guardId, new Date());
  const [reply] = await Promise.all([confirm(), revert(), revert()]);
  expect(reply.status).toBe(409);
  expect((await confirm()).fault).toMatchObject({ kind: "conflict", code: "guardOver" });
  expect(await standing(servers.here, organizationId)).toMatchObject({ owners: 2 });
  expect(await actionsAfter(servers.here, organizationId, 0)).toEqual(["lockout.reverted"]);
});

import { afterAll, beforeAll, expect, test } from "vitest";
import type { Person } from "#test/support/server.ts";
import { furnishTeam } from "../teams.ts";
import { inParallel, startRaceServers, type RaceServers } from "./servers.ts";

let servers: RaceServers;
let owner: Person;

beforeAll(async () => {
  servers = await startRaceServers();
  owner = await servers.here.person("Olivia Owner");
});
afterAll(async () => servers.stop());

const trials = 20;

const statusesOf = (replies: readonly { status: number }[]) =>
  replies.map(({ status }) => status).toSorted((a, b) => a - b);

test("the same slug asked for twice at once is given once", async () => {
  await inParallel(trials, async () => {
    const { organizationId } = await furnishTeam(servers.here, "agency", [{ person: owner, role: "owner" }]);
    const asked = { organizationId, name: "Acme", slug: "acme" };
    const replies = await Promise.all([
      servers.call("workspace.create", asked, owner),
      servers.call("workspace.create", asked, owner),
    ]);
    expect(statusesOf(replies)).toEqual([200, 409]);
  });
});

test("automatic slugs of equal names differ", async () => {
  await inParallel(trials, async () => {
    const { organizationId } = await furnishTeam(servers.here, "agency", [{ person: owner, role: "owner" }]);
    const create = async () => servers.call("workspace.create", { organizationId, name: "Acme" }, owner);
    await Promise.all([create(), create(), create()]);
    const { value } = await servers.here.call("workspace.list", { organizationId }, { as: owner });
    expect(value?.items.map(({ slug }) => slug).sort()).toEqual(["acme", "acme-2", "acme-3"]);
  });
});

test("suspending, archiving and deleting at once leaves one history that fits together", async () => {
  await inParallel(trials, async () => {
    const { organizationId } = await furnishTeam(servers.here, "agency", [{ person: owner, role: "owner" }]);
    const { value } = await servers.here.call("workspace.create", { organizationId, name: "Acme" }, { as: owner });
    const of = { organizationId, workspaceId: value?.id ?? "" };
    const replies = await Promise.all([
      servers.call("workspace.suspend", of, owner),
      servers.call("workspace.archive", of, owner),
      servers.call("workspace.delete", of, owner),
      servers.call("workspace.delete", of, owner),
    ]);
    expect(statusesOf(replies.slice(2))).toEqual([200, 404]);
    const done = replies.filter(({ status }) => status === 200).length;
    const log = await servers.here.call("auditEvent.list", { organizationId }, { as: owner });
    expect(log.value?.total).toBe(1 + done);
    const counted = await servers.here.services.pools.system
      .selectFrom("organizations")
      .select("counted_workspaces")
      .where("id", "=", organizationId)
      .executeTakeFirstOrThrow();
    expect(counted.counted_workspaces).toBe(0);
  });
});

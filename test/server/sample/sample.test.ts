import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { day } from "#domain/calendar/lengths.ts";
import { verifyLog } from "#server/audit/verify.ts";
import { loadSample } from "#server/sample/load.ts";
import { inventAgency } from "#server/sample/agency.ts";
import { inventInvitations } from "#server/sample/invitations.ts";
import { readSampleOptions } from "#server/sample/options.ts";
import { randomOf } from "#server/sample/random.ts";
import { withBulkClient } from "#server/storage/bulk.ts";
import { openPools, type Pools } from "#server/storage/pools.ts";
import { withScope } from "#server/storage/scope.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";

const now = new Date("2026-11-21T12:00:00.000Z");
const options = readSampleOptions(["--organizations", "6", "--members", "60", "--events", "900"], {}, now);

describe("the options", () => {
  it.each([
    ["--organizations", "0"],
    ["--members", "many"],
    ["--until", "yesterday"],
    ["--until", "2026-02-29"],
  ])("refuses %s %s with one sentence", (option, value) => {
    expect(() => readSampleOptions([option, value], {}, now)).toThrow(/^--\w+ takes/);
  });
});

describe("the invented agency", () => {
  it("is the same for the same seed and day, and another for another seed", () => {
    expect(inventAgency(options)).toEqual(inventAgency(options));
    expect(inventAgency({ ...options, seed: 2 }).people[5]).not.toEqual(inventAgency(options).people[5]);
  });

  it("has the members asked for, an owner everywhere, and the manager in every organization", () => {
    const { organizations, manager } = inventAgency(options);
    expect(organizations.flatMap((organization) => organization.members)).toHaveLength(60);
    for (const { members } of organizations) {
      expect(members.some((member) => member.ownerClass && member.status === "active")).toBe(true);
      expect(members.some((member) => member.person.id === manager.id)).toBe(true);
      expect(new Set(members.map((member) => member.person.id)).size).toBe(members.length);
    }
  });

  it("has no invitation that expired already and ends later, and none pending that is over", () => {
    const { organizations } = inventAgency(options);
    const { until } = options;
    const invented = Array.from({ length: 200 }, (_, seed) =>
      organizations.flatMap((one) => inventInvitations(randomOf(seed), one, until)),
    ).flat();
    const of = (state: string) =>
      invented.filter(({ status }) => status === state).map(({ expiresAt }) => expiresAt.getTime());
    expect(Math.max(...of("expired"))).toBeLessThanOrEqual(until.getTime());
    expect(Math.min(...of("pending"))).toBeGreaterThan(until.getTime() + day);
  });
});

describe("the loaded sample", () => {
  let database: TestDatabase;
  let pools: Pools;
  beforeAll(async () => {
    database = await createTestDatabase();
    pools = openPools(database.url);
    await withBulkClient(database.url, (client) => loadSample(client, options, "digest", () => undefined));
  });
  afterAll(async () => {
    await pools.close();
    await database.drop();
  });

  it("holds the events asked for, in chains that verify", async () => {
    const organizations = await pools.system.selectFrom("organizations").select(["id", "revision"]).execute();
    expect(organizations.reduce((sum, { revision }) => sum + revision, 0)).toBe(900);
    for (const { id, revision } of organizations) {
      const report = await withScope(pools, { accountId: null, organizationId: id }, ({ db }) =>
        verifyLog(db, id, now),
      );
      expect(report).toMatchObject({ intact: true, events: revision });
    }
  });

  it("counts members and pending invitations as the tables hold them", async () => {
    const counted = await pools.system
      .selectFrom("organizations")
      .select(["active_members", "pending_invitations"])
      .execute();
    const members = await pools.system.selectFrom("members").where("status", "=", "active").select("id").execute();
    const pending = await pools.system.selectFrom("invitations").where("status", "=", "pending").select("id").execute();
    expect(counted.reduce((sum, row) => sum + row.active_members, 0)).toBe(members.length);
    expect(counted.reduce((sum, row) => sum + row.pending_invitations, 0)).toBe(pending.length);
  });

  it("has workspaces created by events of the log, and members who reach some of them", async () => {
    const workspaces = await pools.system.selectFrom("workspaces").select(["id", "revision"]).execute();
    const created = await pools.system
      .selectFrom("audit_events")
      .select(["target_id as id", "revision"])
      .where("action", "=", "workspace.created")
      .execute();
    expect(new Set(workspaces.map(({ id, revision }) => `${id} ${revision}`))).toEqual(
      new Set(created.map(({ id, revision }) => `${id} ${revision}`)),
    );
    const scopes = await pools.system.selectFrom("members").select("workspace_scope as scope").distinct().execute();
    expect(scopes.map(({ scope }) => scope)).toEqual(expect.arrayContaining(["all", "chosen", "none"]));
  });

  it("has invitations in every state", async () => {
    const states = await pools.system.selectFrom("invitations").select("status").distinct().execute();
    expect(states.map(({ status }) => status).sort()).toEqual([
      "accepted",
      "declined",
      "expired",
      "pending",
      "revoked",
    ]);
  });
});

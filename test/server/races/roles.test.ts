import type { Person } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aCustomRole, furnishTeam, standing } from "../teams.ts";
import { inParallel, startRaceServers, type RaceServers } from "./servers.ts";

/** Roles and presets that change while people are given them: nobody is left with a role that does not exist. */
let servers: RaceServers;
let first: Person;
let second: Person;
let third: Person;
const trials = 40;

beforeAll(async () => {
  servers = await startRaceServers();
  first = await servers.here.person("First Owner");
  second = await servers.here.person("Second Owner");
  third = await servers.here.person("Third Member");
});
afterAll(async () => servers.stop());

async function team() {
  const role = aCustomRole();
  const seats = [
    { person: first, role: "owner" },
    { person: second, role: "owner" },
    { person: third, role: "member" },
  ];
  const { organizationId, memberIds } = await furnishTeam(servers.here, "agency", seats, null, [role]);
  return { organizationId, role, memberIds };
}

/** Roles that somebody has or is invited to, but the organization does not know. */
async function orphans(organizationId: string): Promise<string[]> {
  const { system } = servers.here.services.pools;
  const used = await Promise.all([
    system.selectFrom("members").select("role").where("organization_id", "=", organizationId).execute(),
    system.selectFrom("invitations").select("role").where("organization_id", "=", organizationId).execute(),
  ]);
  const matrix = await servers.call("permission.matrix", { organizationId }, first);
  const { roles } = matrix.value as { roles: { key: string }[] };
  const known = new Set(roles.map(({ key }) => key));
  return used.flat().flatMap(({ role }) => (known.has(role) ? [] : [role]));
}

test("a role is deleted while it is given and invited to", async () => {
  await inParallel(trials, async () => {
    const { organizationId, role, memberIds } = await team();
    const emails = ["guest@example.com"];
    await Promise.all([
      servers.call("role.delete", { organizationId, role: role.key, reassignTo: "member" }, first),
      servers.call("member.changeRole", { organizationId, memberId: memberIds[2] ?? "", role: role.key }, second),
      servers.call("invitation.send", { organizationId, emails, role: role.key }, second),
    ]);
    expect(await orphans(organizationId)).toEqual([]);
  });
});

test("the preset is switched while owners step down and roles change", async () => {
  await inParallel(trials, async () => {
    const { organizationId, role, memberIds } = await team();
    const roles = { owner: "superAdmin", admin: "admin", member: "user", [role.key]: "user" };
    await Promise.all([
      servers.call("organization.switchPreset", { organizationId, preset: "campaigns", roles }, first),
      servers.call("member.changeRole", { organizationId, memberId: memberIds[0] ?? "", role: "member" }, second),
      servers.call("member.changeRole", { organizationId, memberId: memberIds[2] ?? "", role: role.key }, second),
      servers.call("member.leave", { organizationId }, second),
    ]);
    expect((await standing(servers.here, organizationId)).owners).toBeGreaterThanOrEqual(1);
    expect(await orphans(organizationId)).toEqual([]);
  });
});

test("two editors at once: the second is told that the role is another one by now", async () => {
  await inParallel(trials, async () => {
    const { organizationId, role } = await team();
    const { key, ...was } = role;
    const replies = await Promise.all([
      servers.call("role.update", { organizationId, role: key, rank: 6, was }, first),
      servers.call("role.update", { organizationId, role: key, rank: 7, was }, second),
    ]);
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200, 409]));
  });
});

import type { Person } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishRequest } from "../approvals.ts";
import { actionsAfter, furnishTeam } from "../teams.ts";
import { inParallel, startRaceServers, type RaceServers } from "./servers.ts";

let servers: RaceServers;
let owner: Person;
let second: Person;
let admin: Person;
let member: Person;

beforeAll(async () => {
  servers = await startRaceServers();
  [owner, second, admin, member] = await Promise.all([
    servers.here.person("Olivia Owner"),
    servers.here.person("Stella Second"),
    servers.here.person("Adam Admin"),
    servers.here.person("Mona Member"),
  ]);
});
afterAll(async () => servers.stop());

const times = 60;

async function asked() {
  const { organizationId, memberIds } = await furnishTeam(servers.here, "agency", [
    { person: owner, role: "owner" },
    { person: second, role: "owner" },
    { person: admin, role: "admin" },
    { person: member, role: "member" },
  ]);
  const [, , adminId = "", memberId = ""] = memberIds;
  const made = { memberId, requesterId: adminId, from: "member", to: "admin" };
  return { organizationId, adminId, memberId, approvalId: await furnishRequest(servers.here, organizationId, made) };
}

const memberOf = async (organizationId: string, memberId: string) =>
  servers.here.services.pools.system
    .selectFrom("members")
    .select(["role", "status"])
    .where("organization_id", "=", organizationId)
    .where("id", "=", memberId)
    .executeTakeFirstOrThrow();

test("approved twice at once, by two owners on two servers: one change of role", async () => {
  const outcomes: unknown[] = [];
  await inParallel(times, async () => {
    const { organizationId, approvalId } = await asked();
    const replies = await Promise.all(
      [owner, second].map((as) => servers.call("approval.approve", { organizationId, approvalId }, as)),
    );
    const statuses = replies.map(({ status }) => status).toSorted((a, b) => a - b);
    outcomes.push({ statuses, actions: await actionsAfter(servers.here, organizationId, 0) });
  });
  const once = { statuses: [200, 409], actions: ["approval.approved", "member.roleChanged"] };
  expect(outcomes).toEqual(Array.from({ length: times }, () => once));
});

test("asked twice at once: one request", async () => {
  const statuses: number[][] = [];
  await inParallel(times, async () => {
    const { organizationId, memberId, approvalId } = await asked();
    await servers.call("approval.decline", { organizationId, approvalId }, owner);
    const ask = () => servers.call("approval.request", { organizationId, memberId, role: "admin" }, admin);
    statuses.push((await Promise.all([ask(), ask()])).map(({ status }) => status).toSorted((a, b) => a - b));
  });
  // The hourly limit of a person is above this.
  expect(statuses).toEqual(Array.from({ length: times }, () => [200, 409]));
});

test("approved while the member is removed: no removed member ends up as more than before", async () => {
  const broken: unknown[] = [];
  await inParallel(times, async () => {
    const { organizationId, memberId, approvalId } = await asked();
    const [approval] = await Promise.all([
      servers.call("approval.approve", { organizationId, approvalId }, owner),
      servers.call("member.remove", { organizationId, memberId }, second),
    ]);
    const { role, status } = await memberOf(organizationId, memberId);
    const events = await actionsAfter(servers.here, organizationId, 0);
    const approvedFirst = approval.status === 200;
    const right =
      status === "removed" &&
      role === (approvedFirst ? "admin" : "member") &&
      events.includes("approval.overtaken") === !approvedFirst;
    if (!right) broken.push({ role, status, events, approval: approval.status });
  });
  expect(broken).toEqual([]);
});

test("approved while the requester or the approver is demoted: by whoever held the right first", async () => {
  const broken: unknown[] = [];
  await inParallel(times, async (index) => {
    const { organizationId, adminId, memberId, approvalId } = await asked();
    const demoted = index % 2 === 0 ? adminId : await memberIdOf(organizationId, owner);
    const [approval] = await Promise.all([
      servers.call("approval.approve", { organizationId, approvalId }, owner),
      servers.call("member.changeRole", { organizationId, memberId: demoted, role: "member" }, second),
    ]);
    const { role } = await memberOf(organizationId, memberId);
    const events = await actionsAfter(servers.here, organizationId, 0);
    const approvedAt = events.indexOf("approval.approved");
    const demotedAt = events.lastIndexOf("member.roleChanged");
    const given = approval.status === 200 && approvedAt !== -1;
    const right = given ? role === "admin" && approvedAt < demotedAt : role === "member";
    if (!right) broken.push({ role, events, approval: approval.status });
  });
  expect(broken).toEqual([]);
});

async function memberIdOf(organizationId: string, person: Person): Promise<string> {
  const query = servers.here.services.pools.system.selectFrom("members").select("id");
  return (
    await query
      .where("organization_id", "=", organizationId)
      .where("account_id", "=", person.accountId)
      .executeTakeFirstOrThrow()
  ).id;
}

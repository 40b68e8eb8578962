import type { Person } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishTeam } from "../teams.ts";
import { inParallel, startRaceServers, type RaceServers } from "./servers.ts";

/** `performance.md`, 'revocation': of 1,000 requests sent after a removal commits, none succeeds. */
let servers: RaceServers;
let owner: Person;
let member: Person;

beforeAll(async () => {
  servers = await startRaceServers();
  owner = await servers.here.person("Olivia Owner");
  member = await servers.here.person("Max Member");
});
afterAll(async () => servers.stop());

const requests = 1_000;

async function furnish(role: string) {
  const { organizationId, memberIds } = await furnishTeam(servers.here, "agency", [
    { person: owner, role: "owner" },
    { person: member, role },
  ]);
  return { organizationId, memberId: memberIds[1] ?? "" };
}

test("after a removal no request of the removed person succeeds", async () => {
  const { organizationId, memberId } = await furnish("admin");
  const ask = [
    () => servers.call("member.list", { organizationId }, member),
    () => servers.call("organization.get", { organizationId }, member),
    () => servers.call("auditEvent.list", { organizationId }, member),
    () => servers.call("invitation.send", { organizationId, emails: ["a@example.com"], role: "member" }, member),
  ];
  const replies = new Map<number, number>();
  // Requests are under way on both servers while the removal commits; only those sent afterwards count.
  const underWay = inParallel(50, async () => void (await ask[0]?.()));
  const removal = await servers.call("member.remove", { organizationId, memberId }, owner);
  await inParallel(requests, async (index) => {
    const reply = await ask[index % ask.length]?.();
    replies.set(reply?.status ?? 0, (replies.get(reply?.status ?? 0) ?? 0) + 1);
  });
  await underWay;
  expect(removal.status).toBe(200);
  expect([...replies]).toEqual([[404, requests]]);
});

test("after a demotion no request that needed the role succeeds", async () => {
  const { organizationId, memberId } = await furnish("admin");
  const demoted = await servers.call("member.changeRole", { organizationId, memberId, role: "member" }, owner);
  const statuses = new Set<number>();
  await inParallel(100, async () => {
    const input = { organizationId, emails: ["b@example.com"], role: "member" };
    statuses.add((await servers.call("invitation.send", input, member)).status);
    statuses.add((await servers.call("auditEvent.list", { organizationId }, member)).status);
  });
  expect(demoted.status).toBe(200);
  expect([...statuses]).toEqual([403]);
});

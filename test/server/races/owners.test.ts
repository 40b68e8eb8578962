import type { Person } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionsAfter, furnishTeam, seenNow, standing } from "../teams.ts";
import { inParallel, startRaceServers, trials, type RaceServers } from "./servers.ts";

/** Attack case 14: both owners at the same moment. The reference broke this rule in 97 of 100 trials. */
let servers: RaceServers;
let first: Person;
let second: Person;

beforeAll(async () => {
  servers = await startRaceServers();
  first = await servers.here.person("First Owner");
  second = await servers.here.person("Second Owner");
});
afterAll(async () => servers.stop());

async function twoOwners() {
  const owners = [first, second].map((person) => ({ person, role: "owner" }));
  const { organizationId, memberIds } = await furnishTeam(servers.here, "agency", owners);
  await seenNow(servers.here, organizationId);
  const [firstId = "", secondId = ""] = memberIds;
  return { organizationId, firstId, secondId };
}

/** What is left: one owner, one success, one event, and a refusal that says why. */
async function outcomeOf(organizationId: string, replies: readonly { status: number }[]) {
  const { owners, revision } = await standing(servers.here, organizationId);
  const events = await actionsAfter(servers.here, organizationId, 0);
  return { owners, revision, events: events.length, succeeded: replies.filter(({ status }) => status === 200).length };
}

const kept = { owners: 1, revision: 1, events: 1, succeeded: 1 };

test("both owners leave at once: one stays", async () => {
  const outcomes: unknown[] = [];
  await inParallel(trials, async () => {
    const { organizationId } = await twoOwners();
    const replies = await Promise.all(
      [first, second].map((person) => servers.call("member.leave", { organizationId }, person)),
    );
    outcomes.push(await outcomeOf(organizationId, replies));
  });
  expect(outcomes).toEqual(Array.from({ length: trials }, () => kept));
});

test("both owners demote each other at once: one remains an owner", async () => {
  const outcomes: unknown[] = [];
  await inParallel(trials, async () => {
    const { organizationId, firstId, secondId } = await twoOwners();
    const replies = await Promise.all([
      servers.call("member.changeRole", { organizationId, memberId: secondId, role: "member" }, first),
      servers.call("member.changeRole", { organizationId, memberId: firstId, role: "member" }, second),
    ]);
    outcomes.push(await outcomeOf(organizationId, replies));
  });
  expect(outcomes).toEqual(Array.from({ length: trials }, () => kept));
});

test("both owners deactivate each other at once: one stays active", async () => {
  const outcomes: unknown[] = [];
  await inParallel(trials, async () => {
    const { organizationId, firstId, secondId } = await twoOwners();
    const replies = await Promise.all([
      servers.call("member.deactivate", { organizationId, memberId: secondId }, first),
      servers.call("member.deactivate", { organizationId, memberId: firstId }, second),
    ]);
    outcomes.push(await outcomeOf(organizationId, replies));
  });
  expect(outcomes).toEqual(Array.from({ length: trials }, () => kept));
});

test("one owner is removed while leaving, the other steps down: one remains", async () => {
  const owners: number[] = [];
  await inParallel(trials, async () => {
    const { organizationId, firstId, secondId } = await twoOwners();
    await Promise.all([
      servers.call("member.remove", { organizationId, memberId: secondId }, first),
      servers.call("member.leave", { organizationId }, second),
      servers.call("member.changeRole", { organizationId, memberId: firstId, role: "member" }, first),
    ]);
    owners.push((await standing(servers.here, organizationId)).owners);
  });
  expect(owners).toEqual(Array.from({ length: trials }, () => 1));
});

const soon = () => new Date(Date.now() + 3_600_000).toISOString();
type Two = Awaited<ReturnType<typeof twoOwners>>;

/** Each takes one of the two owners whose access has no end. */
const pairs: readonly [string, (two: Two) => Promise<{ status: number }>[]][] = [
  [
    "an owner leaves and gives the other's access an end",
    ({ organizationId, secondId }) => [
      servers.call("member.leave", { organizationId }, first),
      servers.call("member.setAccessUntil", { organizationId, memberId: secondId, accessUntil: soon() }, first),
    ],
  ],
  [
    "both give each other's access an end",
    ({ organizationId, firstId, secondId }) => [
      servers.call("member.setAccessUntil", { organizationId, memberId: secondId, accessUntil: soon() }, first),
      servers.call("member.setAccessUntil", { organizationId, memberId: firstId, accessUntil: soon() }, second),
    ],
  ],
  [
    "one is demoted who gives the other's access an end",
    ({ organizationId, firstId, secondId }) => [
      servers.call("member.changeRole", { organizationId, memberId: secondId, role: "member" }, first),
      servers.call("member.setAccessUntil", { organizationId, memberId: firstId, accessUntil: soon() }, second),
    ],
  ],
];

test.each(pairs)("%s at once: one stays whose access does not end", async (_, acts) => {
  const outcomes: unknown[] = [];
  await inParallel(trials / 4, async () => {
    const two = await twoOwners();
    const replies = await Promise.all(acts(two));
    const lasting = servers.here.services.pools.system.selectFrom("members").select("id");
    const left = await lasting
      .where("organization_id", "=", two.organizationId)
      .where("owner_class", "=", true)
      .where("status", "=", "active")
      .where("access_until", "is", null)
      .execute();
    outcomes.push({ lasting: left.length, succeeded: replies.filter(({ status }) => status === 200).length });
  });
  expect(outcomes).toEqual(Array.from({ length: trials / 4 }, () => ({ lasting: 1, succeeded: 1 })));
});

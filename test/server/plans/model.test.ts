import { presetKeys, type PresetKey } from "#domain/policy/preset.ts";
import { byRank, policyOf } from "#domain/policy/policy.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishInvitation, furnishTeam, standing, type Seat } from "../teams.ts";
import { carriedOut, inShort, valueOf, verdictInShort, type PlanGiven } from "./plans.ts";

/** Random plans over random teams: what the preview says is what the real commands do, to the last count. */
let server: TestServer;
let people: Person[];

const count = 6;

beforeAll(async () => {
  server = await startTestServer();
  people = await Promise.all(Array.from({ length: count }, (_, index) => server.person(`Person ${index}`)));
});
afterAll(async () => server.stop());

const statuses = ["active", "active", "active", "deactivated", "removed"] as const;

/** A team: its preset, the actor's rank, the others' ranks and standing, seats beyond the active, who is invited by whom. */
const team = fc.record({
  preset: fc.constantFrom(...presetKeys),
  actor: fc.nat({ max: 2 }),
  others: fc.array(fc.record({ rank: fc.nat({ max: 2 }), status: fc.constantFrom(...statuses) }), {
    minLength: 2,
    maxLength: count - 1,
  }),
  spare: fc.option(fc.nat({ max: 2 })),
  invited: fc.option(fc.nat({ max: count - 1 })),
  inviter: fc.nat({ max: count - 1 }),
});
type Invented = typeof team extends fc.Arbitrary<infer Value> ? Value : never;

const plan = fc.record({
  kind: fc.constantFrom("add", "changeRole", "remove", "deactivate"),
  ranks: fc.array(fc.nat({ max: 2 }), { minLength: 5, maxLength: 5 }),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 3 }),
  byAddress: fc.boolean(),
});
type Planned = typeof plan extends fc.Arbitrary<infer Value> ? Value : never;

const roleOf = (preset: PresetKey, rank: number): string =>
  byRank(policyOf(preset)).at(rank) ?? byRank(policyOf(preset)).at(-1) ?? "";

/** The first is always an owner, so that a team can exist; the actor is the second. */
async function furnish({ preset, actor, others, spare, invited, inviter }: Invented): Promise<string> {
  const [owner, acting, ...rest] = people;
  if (owner === undefined || acting === undefined) throw new Error("People are missing");
  const seats: Seat[] = [
    { person: owner, role: roleOf(preset, 0) },
    { person: acting, role: roleOf(preset, actor) },
    ...others.flatMap(({ rank, status }, index) => {
      const person = rest[index];
      return person === undefined ? [] : [{ person, role: roleOf(preset, rank), status }];
    }),
  ];
  const active = seats.filter(({ status }) => status === undefined || status === "active").length;
  const { organizationId } = await furnishTeam(server, preset, seats, spare === null ? null : active + spare);
  const guest = invited === null ? undefined : people[invited];
  const isMember = seats.some(({ person, status }) => person === guest && status !== "removed");
  if (guest !== undefined && !isMember) {
    const by = seats[inviter % seats.length]?.person ?? owner;
    const offer = { email: guest.email, role: roleOf(preset, 2), by };
    const { id } = await furnishInvitation(server, organizationId, offer);
    if (spare === 0) await letWait(id, guest);
  }
  return organizationId;
}

/** The invitation was accepted while no seat was free: whoever leaves makes room. */
const letWait = (id: string, { accountId }: Person) =>
  server.services.pools.system
    .updateTable("invitations")
    .set({ waiting_for_seat: true, accepted_at: new Date(), accepted_account_id: accountId })
    .where("id", "=", id)
    .execute();

function given(ids: readonly string[], { kind, ranks, order, byAddress }: Planned): PlanGiven {
  const byPreset = Object.fromEntries(presetKeys.map((preset, index) => [preset, roleOf(preset, ranks[index] ?? 0)]));
  const change = kind === "add" || kind === "changeRole" ? { kind, roles: { byPreset } } : { kind };
  const chosen = order.map((index) => people[index]).filter((person) => person !== undefined);
  return {
    change,
    targets: ids.map((organizationId) => ({
      organizationId,
      ...(kind === "add" && byAddress
        ? { emails: chosen.map(({ email }) => email.toUpperCase()) }
        : { accountIds: chosen.map(({ accountId }) => accountId) }),
    })),
  };
}

/** Carries an invented plan out as the second person, and answers how its items ended. */
async function compared(teams: readonly Invented[], planned: Planned): Promise<string[]> {
  const actor = people[1];
  if (actor === undefined) throw new Error("Nobody acts");
  await server.services.pools.system.deleteFrom("rate_limits").execute();
  const ids: string[] = [];
  for (const invented of teams) ids.push(await furnish(invented));
  const asked = given(ids, planned);
  const preview = valueOf(await server.call("plan.preview", asked, { as: actor }));
  const { items } = await carriedOut(server, actor, asked);
  expect(preview.items.map(verdictInShort)).toEqual(items.map(inShort));
  for (const { organizationId, seats, ownersLeft } of preview.organizations) {
    const now = await standing(server, organizationId);
    expect({ used: seats.after.used, pending: seats.after.pending, owners: ownersLeft }).toEqual({
      used: now.active_members,
      pending: now.pending_invitations,
      owners: now.owners,
    });
  }
  return items.map(inShort);
}

const teams = fc.array(team, { minLength: 1, maxLength: 3 });

test("a preview says what its plan does", async () => {
  await fc.assert(
    fc.asyncProperty(teams, plan, async (invented, planned) => {
      expect(await compared(invented, planned)).not.toEqual([]);
    }),
    { numRuns: 20 },
  );
});

test("the same for plans that are known to reach every ending", async () => {
  const seen = new Set<string>();
  for (const [invented, planned] of fc.sample(fc.tuple(teams, plan), { numRuns: 60, seed: 6 })) {
    for (const ending of await compared(invented, planned)) seen.add(ending);
  }
  for (const ending of ["invite", "reinstate", "changeRole", "remove", "deactivate", "forbidden lastOwner"]) {
    expect([...seen]).toContain(ending);
  }
});

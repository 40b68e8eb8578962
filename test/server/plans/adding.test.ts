import { startTestServer, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { day, furnishTeam, mailedToken, type FurnishedTeam } from "../teams.ts";
import { memberIn, planPeople, planTeams, targets, type PlanPeople, type PlanTeams } from "./agency.ts";
import { carriedOut, inShort, valueOf, verdictInShort, type PlanGiven } from "./plans.ts";

let server: TestServer;
let people: PlanPeople;
let teams: PlanTeams;

beforeAll(async () => {
  server = await startTestServer();
  people = await planPeople(server);
});
afterAll(async () => server.stop());
beforeEach(async () => {
  teams = await planTeams(server, people);
});

test("adding sends an invitation, because nobody joins without consent", async () => {
  const { manager, dana, stranger } = people;
  const { first, second } = teams;
  const given: PlanGiven = {
    change: { kind: "add", roles: { byPreset: { agency: "member", publishing: "member" } }, message: "Welcome" },
    targets: [
      { organizationId: first.organizationId, accountIds: [dana.accountId], emails: ["new@example.com", "no address"] },
      { organizationId: second.organizationId, accountIds: [stranger.accountId], emails: ["NEW@example.com"] },
    ],
  };
  const preview = valueOf(await server.call("plan.preview", given, { as: manager }));
  const expected = ["alreadyMember", "invite", "invalid addressMissing", "invite", "invite"];
  expect(preview.items.map(verdictInShort)).toEqual(expected);
  expect(preview.organizations[1]?.seats.after).toMatchObject({ used: 2, pending: 2 });
  const { items } = await carriedOut(server, manager, given);
  expect(items.map(inShort)).toEqual(expected);
  const token = await mailedToken(server, stranger.email);
  expect(token).not.toBe("");
  expect((await server.call("invitation.accept", { token }, { as: stranger })).status).toBe(200);
  expect(await memberIn(server, second, stranger)).toMatchObject({ role: "member", status: "active" });
  const again = await carriedOut(server, manager, given);
  expect(again.items.map(inShort)).toEqual([
    "alreadyMember",
    "alreadyInvited",
    "invalid addressMissing",
    "alreadyMember",
    "alreadyInvited",
  ]);
});

test("whoever was removed comes back in the planned role within 90 days, and is asked again later", async () => {
  const { manager, dana } = people;
  const { first, second } = teams;
  await carriedOut(server, manager, { change: { kind: "remove" }, targets: targets(dana, first, second) });
  const add = (role: string, team: FurnishedTeam): PlanGiven => ({
    change: { kind: "add", roles: { byOrganization: { [team.organizationId]: role } } },
    targets: targets(dana, team),
  });
  expect((await carriedOut(server, manager, add("member", first))).items.map(inShort)).toEqual(["reinstate"]);
  expect(await memberIn(server, first, dana)).toEqual({ role: "member", status: "active" });
  expect((await carriedOut(server, manager, add("member", second))).items.map(inShort)).toEqual(["reinstate"]);
  expect(await memberIn(server, second, dana)).toEqual({ role: "member", status: "active" });
  await server.services.pools.system
    .updateTable("members")
    .set({ status: "removed", former_role: "member", removed_at: new Date(Date.now() - 91 * day) })
    .where("organization_id", "=", first.organizationId)
    .where("account_id", "=", dana.accountId)
    .execute();
  expect((await carriedOut(server, manager, add("member", first))).items.map(inShort)).toEqual(["invite"]);
});

test("the preview counts seats and money, with the effects of earlier items", async () => {
  const { manager, dana, evan } = people;
  const team = await furnishTeam(
    server,
    "agency",
    [
      { person: manager, role: "owner" },
      { person: dana, role: "member", status: "removed" },
      { person: evan, role: "member", status: "removed" },
    ],
    2,
  );
  const { system } = server.services.pools;
  await system
    .updateTable("organizations")
    .set({ seat_price: 900, currency: "EUR" })
    .where("id", "=", team.organizationId)
    .execute();
  await system.updateTable("members").set({ removed_at: new Date() }).where("status", "=", "removed").execute();
  const given: PlanGiven = {
    change: { kind: "add", roles: { byPreset: { agency: "member" } } },
    targets: [
      { organizationId: team.organizationId, accountIds: [dana.accountId, evan.accountId], emails: ["n@example.com"] },
    ],
  };
  const preview = valueOf(await server.call("plan.preview", given, { as: manager }));
  expect(preview.items.map(verdictInShort)).toEqual(["reinstate", "limitReached", "invite"]);
  expect(preview.organizations[0]).toMatchObject({
    seats: {
      before: { limit: 2, used: 1, pending: 0, free: 1 },
      after: { limit: 2, used: 2, pending: 1, free: 0 },
    },
    cost: { atOnce: { amount: 900, currency: "EUR" }, ifAccepted: { amount: 1800, currency: "EUR" } },
  });
  expect((await carriedOut(server, manager, given)).items.map(inShort)).toEqual([
    "reinstate",
    "limitReached",
    "invite",
  ]);
});

test("whoever left by themselves is asked again, not brought back", async () => {
  const { manager, dana } = people;
  const { first } = teams;
  await server.call("member.leave", { organizationId: first.organizationId }, { as: dana });
  const given: PlanGiven = {
    change: { kind: "add", roles: { byOrganization: { [first.organizationId]: "member" } } },
    targets: targets(dana, first),
  };
  const preview = valueOf(await server.call("plan.preview", given, { as: manager }));
  expect(preview.items.map(verdictInShort)).toEqual(["invite"]);
  expect((await carriedOut(server, manager, given)).items.map(inShort)).toEqual(["invite"]);
  expect(await memberIn(server, first, dana)).toMatchObject({ status: "removed" });
});

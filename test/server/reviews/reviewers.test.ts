import { remindOfReview } from "#server/reviews/remind.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actionsAfter, furnishTeam } from "../teams.ts";
import { furnishSchedule } from "./reviews.ts";
import { reviewPeople, reviewedTeam, type ReviewedTeam } from "./team.ts";

/** Who is reminded of reviews besides the owners: named, told, taken off, and attacked. */
let server: TestServer;
let people: Person[];
let team: ReviewedTeam;

beforeAll(async () => {
  server = await startTestServer();
  people = await reviewPeople(server);
});
afterAll(async () => server.stop());
beforeEach(async () => {
  team = await reviewedTeam(server, people);
  await furnishSchedule(server, team.organizationId);
  await server.services.pools.system.deleteFrom("outbox").execute();
});

interface Change {
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}

const change = ({ add = [], remove = [] }: Change, as = team.person(0), headers: Record<string, string> = {}) =>
  server.call(
    "reviewSchedule.changeReviewers",
    { organizationId: team.organizationId, add: [...add], remove: [...remove] },
    { as, headers },
  );

const promote = async (index: number, role = "admin") => {
  const { organizationId } = team;
  const input = { organizationId, memberId: team.memberId(index), role };
  expect((await server.call("member.changeRole", input, { as: team.person(0) })).fault).toBeUndefined();
};

const named = async () =>
  (await server.call("reviewSchedule.get", { organizationId: team.organizationId }, { as: team.person(0) })).value
    ?.schedule?.reviewers;

async function told(): Promise<string[]> {
  const jobs = await server.services.pools.system.deleteFrom("outbox").returning("payload").execute();
  return jobs
    .map(({ payload }) => payload as { letter: string; to: string; reminder?: string })
    .filter(({ letter }) => letter === "reviewDue")
    .map(({ to, reminder }) => `${reminder} ${people.find(({ email }) => email === to)?.name ?? to}`)
    .toSorted();
}

const remindAt = (instant: string) =>
  server.services.pools.system
    .transaction()
    .execute((db) => remindOfReview(db, team.organizationId, new Date(instant)));

test("reviewers are named and taken off, and the log tells who they were and are", async () => {
  const ada = team.memberId(2);
  const first = await change({ add: [ada] });
  expect(first.value?.schedule?.reviewers).toMatchObject([{ memberId: ada, name: "Ada Admin", state: "reminded" }]);
  await promote(3);
  await change({ add: [team.memberId(3)], remove: [ada] });
  expect(await named()).toMatchObject([{ name: "Mia Member" }]);
  const { value } = await server.call(
    "auditEvent.list",
    { organizationId: team.organizationId, limit: 1 },
    { as: team.person(0) },
  );
  expect(value?.items[0]).toMatchObject({
    action: "review.reviewersChanged",
    actor: { name: "Olivia Owner" },
    before: { reviewers: ["Ada Admin"], reviewerIds: [ada] },
    after: { reviewers: ["Mia Member"], reviewerIds: [team.memberId(3)] },
  });
});

test("the next reminder goes to whoever was named meanwhile, and to nobody who was taken off", async () => {
  await promote(3);
  await change({ add: [team.memberId(2)] });
  await remindAt("2040-01-24T12:00:00.000Z");
  expect(await told()).toEqual(["soon Ada Admin", "soon Olivia Owner", "soon Oscar Owner"]);
  await change({ add: [team.memberId(3)], remove: [team.memberId(2)] });
  expect(await told()).toEqual(["soon Mia Member"]);
  await remindAt("2040-01-31T12:00:00.000Z");
  expect(await told()).toEqual(["due Mia Member", "due Olivia Owner", "due Oscar Owner"]);
});

test("setting the schedule anew keeps the reviewers, and tells nobody of the same day again", async () => {
  await change({ add: [team.memberId(2)] });
  await remindAt("2040-01-24T12:00:00.000Z");
  await told();
  const plan = { rhythm: "monthly", firstDueOn: "2040-01-31", scope: { kind: "admins" } } as const;
  const { organizationId } = team;
  const { value } = await server.call("reviewSchedule.set", { organizationId, plan }, { as: team.person(0) });
  expect(value?.schedule).toMatchObject({ reminded: "soon", reviewers: [{ name: "Ada Admin" }] });
  await remindAt("2040-01-24T13:00:00.000Z");
  expect(await told()).toEqual([]);
});

describe("only whoever may review is named", () => {
  test("no member of lower role, nobody deactivated or removed, nobody of another organization, no invention", async () => {
    const stranger = await server.person("Sam Stranger");
    const foreign = await furnishTeam(server, "agency", [{ person: stranger, role: "owner" }]);
    await promote(4);
    await promote(5);
    const { organizationId } = team;
    const as = team.person(0);
    await server.call("member.deactivate", { organizationId, memberId: team.memberId(4) }, { as });
    await server.call("member.remove", { organizationId, memberId: team.memberId(5) }, { as });
    const before = await actionsAfter(server, organizationId, 0);
    const invented = "01890000-0000-7000-8000-000000000000";
    const wrong = [team.memberId(3), team.memberId(4), team.memberId(5), foreign.memberIds[0] ?? "", invented];
    for (const id of wrong) {
      // One wrong name spoils the whole change.
      const { fault } = await change({ add: [team.memberId(2), id] });
      expect(fault).toMatchObject({ kind: "invalid", issues: [{ path: "add", code: "cannotReview" }] });
    }
    expect(await named()).toEqual([]);
    expect(await actionsAfter(server, organizationId, 0)).toEqual(before);
  });

  test("by whoever may review: an admin, but no member, and nobody from outside", async () => {
    expect((await change({ add: [team.memberId(2)] }, team.person(3))).fault).toMatchObject({ kind: "forbidden" });
    const stranger = await server.person("Sam Stranger");
    expect((await change({ add: [team.memberId(2)] }, stranger)).fault).toMatchObject({ kind: "notFound" });
    expect((await change({ add: [team.memberId(2)] }, team.person(2))).fault).toBeUndefined();
  });

  test("who may review no longer stays named, is said not to be reminded, and is not", async () => {
    await promote(3);
    await promote(4);
    await change({ add: [team.memberId(2), team.memberId(3), team.memberId(4)] });
    const { organizationId } = team;
    const as = team.person(0);
    await promote(2, "member");
    await server.call("member.deactivate", { organizationId, memberId: team.memberId(3) }, { as });
    await server.call("member.remove", { organizationId, memberId: team.memberId(4) }, { as });
    expect((await named())?.toSorted((a, b) => a.name.localeCompare(b.name))).toMatchObject([
      { name: "Ada Admin", state: "mayNotReview" },
      { name: "Mia Member", state: "deactivated" },
    ]);
    await remindAt("2040-01-24T12:00:00.000Z");
    expect(await told()).toEqual(["soon Olivia Owner", "soon Oscar Owner"]);
    // They can be taken off, and who was removed goes with any change.
    expect((await change({ remove: [team.memberId(2)] })).value?.schedule?.reviewers).toMatchObject([
      { name: "Mia Member" },
    ]);
  });
});

describe("changes", () => {
  test("of two at once both hold", async () => {
    await promote(3);
    const replies = await Promise.all([change({ add: [team.memberId(2)] }), change({ add: [team.memberId(3)] })]);
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    expect(await named()).toHaveLength(2);
  });

  test("of the same twice at once, one is made and the other told that it is so", async () => {
    const replies = await Promise.all([1, 2, 3].map(() => change({ add: [team.memberId(2)] })));
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    expect(await actionsAfter(server, team.organizationId, 0)).toEqual(["review.reviewersChanged"]);
  });

  test("replayed under the same key are made once", async () => {
    const headers = { "idempotency-key": "01890000-0000-7000-8000-0000000000aa" };
    const first = await change({ add: [team.memberId(2)] }, team.person(0), headers);
    const again = await change({ add: [team.memberId(2)] }, team.person(0), headers);
    expect(again.value).toEqual(first.value);
    expect(await actionsAfter(server, team.organizationId, 0)).toEqual(["review.reviewersChanged"]);
  });

  test("need a schedule, and something to change", async () => {
    const { organizationId } = team;
    expect((await change({})).fault).toMatchObject({ kind: "conflict", code: "stateMoved" });
    expect((await change({ remove: [team.memberId(2)] })).fault).toMatchObject({ code: "stateMoved" });
    await server.call("reviewSchedule.set", { organizationId, plan: null }, { as: team.person(0) });
    const { fault } = await change({ add: [team.memberId(2)] });
    expect(fault).toMatchObject({ kind: "notFound", what: "reviewSchedule" });
  });

  test("over the most are refused", async () => {
    const ids = Array.from({ length: 21 }, () => team.memberId(2));
    expect((await change({ add: ids })).fault).toMatchObject({ kind: "invalid" });
  });
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { handlers } from "#server/operations/handlers.ts";
import { takeUpStalled } from "#server/jobs/review-job.ts";
import { workOffReview } from "#server/reviews/work.ts";
import { eventually } from "#test/support/eventually.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionsAfter, furnishTeam } from "../teams.ts";
import { reviewPeople, reviewedTeam, type ReviewedTeam } from "./team.ts";

/** A review that is killed, raced or overtaken while it is carried out: every decision once, or not at all. */
let server: TestServer;
let people: Person[];

beforeAll(async () => {
  server = await startTestServer();
  people = await reviewPeople(server);
});
afterAll(async () => server.stop());

const remove = { kind: "remove" } as const;
const program = new URL("workerProcess.ts", import.meta.url).pathname;

/** The people who were removed under a review's id, each as often as the log says. */
async function removedBy(
  { organizationId }: Pick<ReviewedTeam, "organizationId">,
  reviewId: string,
): Promise<string[]> {
  const rows = await server.services.pools.system
    .selectFrom("audit_events")
    .select("target_id")
    .where("organization_id", "=", organizationId)
    .where("action", "=", "member.removed")
    .where("request_id", "=", reviewId)
    .execute();
  return rows.map(({ target_id }) => target_id).toSorted();
}

async function appliedItems(reviewId: string): Promise<number> {
  const { items } = await server.services.pools.system
    .selectFrom("review_items")
    .select((eb) => eb.fn.countAll<number>().as("items"))
    .where("review_id", "=", reviewId)
    .where("state", "=", "applied")
    .executeTakeFirstOrThrow();
  return items;
}

test("killed in the middle and taken up again, each decision is carried out once", async () => {
  const many = await Promise.all(Array.from({ length: 40 }, (_, index) => server.person(`Person ${index}`)));
  const team = await reviewedTeam(server, people);
  const seats = [team.person(0), team.person(1), ...many].map((person, index) => ({
    person,
    role: index < 2 ? "owner" : "member",
  }));
  const { organizationId, memberIds } = await furnishTeam(server, "agency", seats);
  const members = memberIds.slice(2);
  const input = { ...team.review(members.map((memberId) => ({ memberId, role: "member", decision: remove }))) };
  const as = team.person(0);
  await server.call("review.submit", { ...input, organizationId }, { as });
  await server.call("review.apply", { organizationId, reviewId: input.reviewId }, { as });
  for (const reached of [1, 10, 20]) {
    const child = spawn(process.execPath, [program, server.databaseUrl, organizationId, input.reviewId], {
      stdio: "ignore",
    });
    const ended = once(child, "exit");
    await eventually(async () => expect(await appliedItems(input.reviewId)).toBeGreaterThanOrEqual(reached), 60_000);
    child.kill("SIGKILL");
    await ended;
  }
  const { services } = server;
  const named = { organization_id: organizationId, id: input.reviewId };
  await eventually(async () =>
    expect(await workOffReview(services, handlers, named, { budget: 60_000 })).toBe("nothing"),
  );
  expect(await removedBy({ organizationId }, input.reviewId)).toEqual(members.toSorted());
  const { value } = await server.call("review.get", { organizationId, reviewId: input.reviewId }, { as });
  expect(value).toMatchObject({ status: "applied", counts: { applied: 40, waiting: 0 } });
});

test("two workers that both believe to have the review", async () => {
  const team = await reviewedTeam(server, people);
  const as = team.person(0);
  const reviewId = await team.submit(
    as,
    [2, 3, 4, 5].map((index) => ({ ...team.seat(index), decision: remove })),
  );
  await server.call("review.apply", { organizationId: team.organizationId, reviewId }, { as });
  const work = () => team.workOff(reviewId, { budget: 60_000, leaseSeconds: -60 });
  expect(await Promise.all([work(), work(), work()])).toEqual(["nothing", "nothing", "nothing"]);
  expect(await removedBy(team, reviewId)).toEqual([2, 3, 4, 5].map(team.memberId).toSorted());
});

test("carried out twice at once, it begins once", async () => {
  const team = await reviewedTeam(server, people);
  const as = team.person(0);
  const reviewId = await team.submit(as, [{ ...team.seat(3), decision: remove }]);
  const input = { organizationId: team.organizationId, reviewId };
  const replies = await Promise.all([1, 2, 3].map(() => server.call("review.apply", input, { as })));
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
  await team.workOff(reviewId);
  expect(await actionsAfter(server, team.organizationId, 0)).toEqual([
    "review.submitted",
    "review.applied",
    "member.removed",
  ]);
});

test("two reviewers decide about the same people at once: one of each pair is carried out, the other flagged", async () => {
  const team = await reviewedTeam(server, people);
  const { organizationId } = team;
  const decisions = [3, 4, 5].map((index) => ({ ...team.seat(index), decision: remove }));
  const reviewers = [team.person(0), team.person(1)];
  const ids = await Promise.all(reviewers.map((as) => team.submit(as, decisions)));
  await Promise.all(
    reviewers.map((as, index) => server.call("review.apply", { organizationId, reviewId: ids[index] ?? "" }, { as })),
  );
  await Promise.all(ids.map((id) => team.workOff(id, { budget: 60_000 })));
  const [first = [], second = []] = await Promise.all(
    reviewers.map((as, index) => team.outcomes(ids[index] ?? "", as)),
  );
  const pairs = first.map((one, index) =>
    [one, second[index]].toSorted((a, b) => (a === "applied" ? -1 : b === "applied" ? 1 : 0)),
  );
  expect(pairs).toEqual([1, 2, 3].map(() => ["applied", "overtaken"]));
});

test.each([
  ["demoted", "member.changeRole", { role: "member" }],
  ["removed", "member.remove", {}],
  ["deactivated", "member.deactivate", {}],
] as const)(
  "a reviewer who is %s before their decisions are carried out has none of them carried out",
  async (_, name, more) => {
    const team = await reviewedTeam(server, people);
    const { organizationId } = team;
    const as = team.person(2);
    const reviewId = await team.submit(
      as,
      [3, 4].map((index) => ({ ...team.seat(index), decision: remove })),
    );
    await server.call("review.apply", { organizationId, reviewId }, { as });
    const input = { organizationId, memberId: team.memberId(2), ...more };
    const { fault } = await server.call(name, input, { as: team.person(0) });
    expect(fault).toBeUndefined();
    expect(await team.workOff(reviewId)).toBe("nothing");
    expect(await team.outcomes(reviewId, team.person(0))).toEqual(["refused", "refused"]);
    expect(await removedBy(team, reviewId)).toEqual([]);
  },
);

test("a review whose job was given up is taken up again, one that has its job is not", async () => {
  const team = await reviewedTeam(server, people);
  const as = team.person(0);
  const { system } = server.services.pools;
  const reviewId = await team.submit(as, [{ ...team.seat(3), decision: remove }]);
  await server.call("review.apply", { organizationId: team.organizationId, reviewId }, { as });
  const jobs = async () => {
    const rows = await system.selectFrom("outbox").select("payload").where("kind", "=", "review").execute();
    return rows.filter(({ payload }) => JSON.stringify(payload).includes(reviewId)).length;
  };
  await takeUpStalled(system);
  expect(await jobs()).toBe(1);
  await system.deleteFrom("outbox").where("kind", "=", "review").execute();
  await takeUpStalled(system);
  expect(await jobs()).toBe(1);
  await team.workOff(reviewId);
  await system.deleteFrom("outbox").where("kind", "=", "review").execute();
  await takeUpStalled(system);
  expect(await jobs()).toBe(0);
});

test("what was decided again is carried out once, however often the work is killed before and after", async () => {
  const many = await Promise.all(Array.from({ length: 24 }, (_, index) => server.person(`Again ${index}`)));
  const team = await reviewedTeam(server, people);
  const seats = [team.person(0), team.person(1), ...many].map((person, index) => ({
    person,
    role: index < 2 ? "owner" : "member",
  }));
  const { organizationId, memberIds } = await furnishTeam(server, "agency", seats);
  const members = memberIds.slice(2);
  const as = team.person(0);
  const { reviewId, ...review } = team.review(
    members.map((memberId) => ({ memberId, role: "member", decision: remove })),
  );
  const ids = { organizationId, reviewId };
  await server.call("review.submit", { ...review, ...ids }, { as });
  const moved = members.slice(8);
  for (const memberId of moved)
    await server.call("member.changeRole", { organizationId, memberId, role: "admin" }, { as });
  const killedAt = async (reached: number) => {
    const child = spawn(process.execPath, [program, server.databaseUrl, organizationId, reviewId], { stdio: "ignore" });
    const ended = once(child, "exit");
    await eventually(async () => expect(await appliedItems(reviewId)).toBeGreaterThanOrEqual(reached), 60_000);
    child.kill("SIGKILL");
    await ended;
  };
  const named = { organization_id: organizationId, id: reviewId };
  const workedOff = () =>
    eventually(async () =>
      expect(await workOffReview(server.services, handlers, named, { budget: 60_000 })).toBe("nothing"),
    );
  await server.call("review.apply", ids, { as });
  await killedAt(3);
  await workedOff();
  const seen = { role: "admin", status: "active" } as const;
  const items = moved.map((memberId) => ({ memberId, seen, decision: remove }));
  expect((await server.call("review.decideAgain", { ...ids, items }, { as })).value).toMatchObject({
    status: "submitted",
    counts: { applied: 8, waiting: 16, flagged: 0 },
  });
  // The answer was lost, and the same is sent anew.
  expect((await server.call("review.decideAgain", { ...ids, items }, { as })).fault).toMatchObject({
    code: "stateMoved",
  });
  await server.call("review.apply", ids, { as });
  await killedAt(10);
  await killedAt(14);
  await workedOff();
  expect(await removedBy({ organizationId }, reviewId)).toEqual(members.toSorted());
  const { value } = await server.call("review.get", ids, { as });
  expect(value).toMatchObject({ status: "applied", counts: { applied: 24, waiting: 0, flagged: 0 } });
});

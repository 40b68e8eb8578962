import { mailHandler } from "#server/jobs/mail-job.ts";
import { startWorker } from "#server/jobs/worker.ts";
import { openMail } from "#server/mail/transport.ts";
import { remindOfReview } from "#server/reviews/remind.ts";
import { tidy } from "#server/jobs/tidy.ts";
import { eventually } from "#test/support/eventually.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { startSmtp } from "#test/support/smtp.ts";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { furnishTeam } from "../teams.ts";
import { reviewPeople, reviewedTeam, type ReviewedTeam } from "./team.ts";

/** When an organization's access is to be reviewed, and who is reminded of it. */
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
  await server.services.pools.system.deleteFrom("outbox").execute();
});

const plan = { rhythm: "quarterly", firstDueOn: "2040-01-31", scope: { kind: "all" } } as const;

const set = (more: object = {}, as = team.person(0)) =>
  server.call("reviewSchedule.set", { organizationId: team.organizationId, plan: { ...plan, ...more } }, { as });

/** Who was written to, and of what, since the last time. */
async function letters(): Promise<string[]> {
  const jobs = await server.services.pools.system.deleteFrom("outbox").returning("payload").execute();
  return jobs
    .map(({ payload }) => payload as { letter: string; to: string; reminder: string })
    .map(({ letter, to, reminder }) => `${letter} ${reminder} ${people.find(({ email }) => email === to)?.name ?? to}`)
    .toSorted();
}

const at = (instant: string) =>
  server.services.pools.system
    .transaction()
    .execute((db) => remindOfReview(db, team.organizationId, new Date(instant)));

test("a schedule is set, read, changed and ended, and the log tells of each", async () => {
  const { organizationId } = team;
  const as = team.person(0);
  expect((await set({ reviewerIds: [team.memberId(2)] })).value?.schedule).toEqual({
    ...plan,
    reviewers: [{ memberId: team.memberId(2), accountId: expect.any(String), name: "Ada Admin", state: "reminded" }],
    nextDueOn: "2040-01-31",
    reminded: null,
  });
  expect((await set({ rhythm: "monthly" })).value?.schedule).toMatchObject({
    rhythm: "monthly",
    reviewers: [{ name: "Ada Admin" }],
  });
  expect((await set({ reviewerIds: [] })).value?.schedule).toMatchObject({ reviewers: [] });
  const ended = await server.call("reviewSchedule.set", { organizationId, plan: null }, { as });
  expect(ended.value).toEqual({ schedule: null });
  expect((await server.call("reviewSchedule.get", { organizationId }, { as })).value).toEqual({ schedule: null });
  const again = await server.call("reviewSchedule.set", { organizationId, plan: null }, { as });
  expect(again.fault).toMatchObject({ kind: "notFound", what: "reviewSchedule" });
});

test("days that have passed are not caught up with", async () => {
  const { value } = await set({ firstDueOn: "2020-01-31" });
  expect((value?.schedule?.nextDueOn ?? "") > "2026").toBe(true);
});

test("only those who may review are named as reviewers, and no stranger", async () => {
  const stranger = await server.person("Sam Stranger");
  const foreign = await furnishTeam(server, "agency", [{ person: stranger, role: "owner" }]);
  for (const id of [team.memberId(3), foreign.memberIds[0] ?? ""]) {
    expect((await set({ reviewerIds: [id] })).fault).toMatchObject({
      kind: "invalid",
      issues: [{ code: "cannotReview" }],
    });
  }
  expect((await set({}, team.person(3))).fault).toMatchObject({ kind: "forbidden" });
});

test.each(["2026-02-30", "2026-1-1", "tomorrow", "9999-12-31", ""])("no day: %s", async (firstDueOn) => {
  expect((await set({ firstDueOn })).fault).toMatchObject({ kind: "invalid" });
});

test("owners and reviewers are reminded a week before, on the day and a week after, each once", async () => {
  await set({ reviewerIds: [team.memberId(2)] });
  await letters();
  const all = (reminder: string) =>
    ["Ada Admin", "Olivia Owner", "Oscar Owner"].map((name) => `reviewDue ${reminder} ${name}`);
  await at("2040-01-23T12:00:00.000Z");
  expect(await letters()).toEqual([]);
  await at("2040-01-24T07:59:00.000Z");
  expect(await letters()).toEqual([]);
  await Promise.all([at("2040-01-24T08:00:00.000Z"), at("2040-01-24T08:00:01.000Z")]);
  expect(await letters()).toEqual(all("soon"));
  await at("2040-01-31T08:00:00.000Z");
  expect(await letters()).toEqual(all("due"));
  await at("2040-02-01T08:00:00.000Z");
  expect(await letters()).toEqual([]);
  await at("2040-02-07T08:00:00.000Z");
  await at("2040-03-07T08:00:00.000Z");
  expect(await letters()).toEqual(all("overdue"));
});

test("a day begins where the organization is", async () => {
  await server.services.pools.system
    .updateTable("organizations")
    .set({ time_zone: "Pacific/Auckland" })
    .where("id", "=", team.organizationId)
    .execute();
  await set();
  await letters();
  // 8 in the morning of the 24th in Auckland is the evening of the 23rd in UTC.
  await at("2040-01-23T18:59:00.000Z");
  expect(await letters()).toEqual([]);
  await at("2040-01-23T19:00:00.000Z");
  expect(await letters()).toHaveLength(2);
});

test("tidying sends what is due by mail, tells desktops, and lists it for the person", async () => {
  // A server of its own: tidying at another time ends the sessions of the others.
  const own = await startTestServer();
  const team = await reviewedTeam(own, await reviewPeople(own));
  const smtp = await startSmtp();
  const mail = openMail(smtp.url, "orgdesk@example.com");
  const { services } = own;
  const heard: object[] = [];
  const forget = await services.feed.follow(
    { accountId: team.person(1).accountId, sessionId: "session", emailFolded: "" },
    { send: (event) => void heard.push(event), close: () => undefined },
    async () => [{ organizationId: team.organizationId, accessUntil: null }],
  );
  const worker = await startWorker({
    pools: services.pools,
    listener: services.listener,
    jobs: { mail: mailHandler(mail, "http://orgdesk.test") },
    onFailure: vi.fn<() => void>(),
  });
  await own.call("reviewSchedule.set", { organizationId: team.organizationId, plan }, { as: team.person(0) });
  await tidy(services.pools.system, new Date("2040-01-31T12:00:00.000Z"));
  await eventually(() => expect(smtp.received).toHaveLength(2));
  expect(smtp.received.flatMap(({ to }) => to).toSorted()).toEqual(
    [team.person(0).email, team.person(1).email].toSorted(),
  );
  expect(smtp.received[0]?.content).toContain("The access review of Northwind is due today");
  await eventually(() =>
    expect(heard).toContainEqual({
      type: "reviewDue",
      organizationId: team.organizationId,
      organizationName: "Northwind",
      dueOn: "2040-01-31",
      reminder: "due",
    }),
  );
  await worker.stop();
  forget();
  mail.close();
  await smtp.stop();
  await own.stop();
});

test("what is due is listed for owners and named reviewers, the longest overdue first", async () => {
  const listed = async (as: Person) => (await server.call("reviewSchedule.listDue", {}, { as })).value?.items ?? [];
  await set({ reviewerIds: [team.memberId(2)] });
  const mine = (as: Person) =>
    listed(as).then((items) => items.filter(({ organizationId }) => organizationId === team.organizationId));
  expect(await mine(team.person(0))).toEqual([]);
  await server.services.pools.system
    .updateTable("review_schedules")
    .set({ next_due_on: "2020-01-31" })
    .where("organization_id", "=", team.organizationId)
    .execute();
  for (const index of [0, 1, 2]) {
    expect(await mine(team.person(index))).toMatchObject([{ dueOn: "2020-01-31", organizationName: "Northwind" }]);
  }
  expect(await mine(team.person(3))).toEqual([]);
});

test("a finished review of all counts for what is due; one of some does not", async () => {
  const { organizationId } = team;
  const as = team.person(0);
  await set();
  const due = (next_due_on: string) =>
    server.services.pools.system
      .updateTable("review_schedules")
      .set({ next_due_on, first_due_on: next_due_on, reminded: "due" })
      .where("organization_id", "=", organizationId)
      .execute();
  await due("2026-01-31");
  const finish = async (scope: { kind: "all" } | { kind: "admins" }) => {
    const review = team.review([{ ...team.seat(3), decision: { kind: "keep" } }]);
    await server.call("review.submit", { ...review, scope }, { as });
    await server.call("review.apply", { organizationId, reviewId: review.reviewId }, { as });
    await server.call("review.finish", { organizationId, reviewId: review.reviewId }, { as });
    return (await server.call("reviewSchedule.get", { organizationId }, { as })).value?.schedule;
  };
  expect(await finish({ kind: "admins" })).toMatchObject({ nextDueOn: "2026-01-31", reminded: "due" });
  const after = await finish({ kind: "all" });
  expect(after?.reminded).toBeNull();
  expect((after?.nextDueOn ?? "") > new Date().toISOString().slice(0, 10)).toBe(true);
});

import type { ReviewDecision } from "#domain/review/decisions.ts";
import { newId } from "#server/storage/ids.ts";
import { verifyFile } from "#server/reviews/verify-file.ts";
import { evidenceOf } from "#server/storage/queries/reviews.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { reviewPeople, reviewedTeam, type ReviewedTeam } from "./team.ts";

/** Reviewers who decide something else about themselves than to keep: it is flagged, and the review can be finished. */
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
});

const remove: ReviewDecision = { kind: "remove" };
const refused = { state: "flagged", flag: "refused", fault: { kind: "forbidden", refusal: { code: "aboutYourself" } } };
const ids = (reviewId: string, { organizationId } = team) => ({ organizationId, reviewId });

async function outcomes(reviewId: string, as: Person, at = team) {
  const { value } = await server.call("review.items", ids(reviewId, at), { as });
  return value?.items.map(({ own, outcome: { state, flag, fault } }) => ({ own, state, flag, fault }));
}

async function myself(as: Person, index: number, { organizationId, memberId } = team) {
  const { value } = await server.call("member.get", { organizationId, memberId: memberId(index) }, { as });
  return { role: value?.member.role, status: value?.member.status };
}

test.each<[string, number, ReviewDecision]>([
  ["an owner removes themselves", 0, remove],
  ["an owner makes themselves a member", 0, { kind: "changeRole", to: "member" }],
  ["an owner deactivates themselves", 0, { kind: "deactivate" }],
  ["an admin makes themselves an owner", 2, { kind: "changeRole", to: "owner" }],
  ["an admin removes themselves", 2, remove],
])("%s: flagged as it arrives, foreseen, never done, and signed as such", async (_, index, decision) => {
  const as = team.person(index);
  const reviewId = await team.submit(as, [{ ...team.seat(index), decision }]);
  expect(await outcomes(reviewId, as)).toMatchObject([{ own: true, ...refused }]);
  const { value: preview } = await server.call("review.preview", ids(reviewId), { as });
  expect(preview).toMatchObject({
    counts: { will: 0, flagged: 1 },
    verdicts: [{ verdict: { verdict: "flagged", flag: "refused", fault: refused.fault } }],
    ownersLeft: 2,
  });
  expect((await server.call("review.apply", ids(reviewId), { as })).value).toMatchObject({ status: "applied" });
  expect((await server.call("review.finish", ids(reviewId), { as })).value).toMatchObject({
    status: "finished",
    counts: { flagged: 1, applied: 0 },
  });
  const file = (await evidenceOf(server.services.pools.system, team.organizationId, reviewId)) ?? "";
  expect(await verifyFile(Buffer.from(file))).toMatchObject({ ok: true, evidence: { counts: { flagged: 1 } } });
  expect(await myself(as, index)).toEqual({ role: team.seat(index).role, status: "active" });
});

test("among decisions about others, those are carried out and the review can be finished", async () => {
  const as = team.person(0);
  const reviewId = await team.submit(as, [
    { ...team.seat(0), decision: remove },
    { ...team.seat(1), decision: remove },
    { ...team.seat(3), decision: { kind: "changeRole", to: "admin" } },
    { ...team.seat(4), decision: { kind: "keep" } },
  ]);
  await server.call("review.apply", ids(reviewId), { as });
  await team.workOff(reviewId);
  expect(await team.outcomes(reviewId, as)).toEqual(["refused", "applied", "applied", "kept"]);
  expect((await server.call("review.finish", ids(reviewId), { as })).value).toMatchObject({ status: "finished" });
});

test("in each organization of a review it is the membership there that counts, not the one of another", async () => {
  const as = team.person(0);
  const second = await reviewedTeam(server, people);
  const batchId = newId();
  const foreign = { ...team.review([{ ...second.seat(0), decision: remove }]), batchId };
  const { fault } = await server.call("review.submit", foreign, { as });
  expect(fault).toMatchObject({ kind: "invalid", issues: [{ code: "unknownMember" }] });
  for (const at of [team, second]) {
    const part = { ...at.review([0, 3].map((index) => ({ ...at.seat(index), decision: remove }))), batchId };
    await server.call("review.submit", part, { as });
    await server.call("review.apply", ids(part.reviewId, at), { as });
    await at.workOff(part.reviewId);
    expect(await at.outcomes(part.reviewId, as)).toEqual(["refused", "applied"]);
    expect(await myself(as, 0, at)).toEqual({ role: "owner", status: "active" });
  }
});

test("replayed, in a later part, or with its id written in capitals, it is flagged once and never done", async () => {
  const as = team.person(0);
  const whole = team.review([
    { ...team.seat(3), decision: remove },
    { ...team.seat(0), decision: remove },
  ]);
  const part = (offset: number) => ({ ...whole, offset, items: whole.items.slice(offset, offset + 1) });
  await server.call("review.submit", part(0), { as });
  const headers = { "idempotency-key": newId() };
  const first = await server.call("review.submit", part(1), { as, headers });
  expect(first.value).toMatchObject({ status: "submitted", counts: { flagged: 1, waiting: 1 } });
  expect((await server.call("review.submit", part(1), { as, headers })).value).toEqual(first.value);
  expect((await server.call("review.submit", part(1), { as })).fault).toMatchObject({ code: "reviewSubmitted" });
  await server.call("review.apply", ids(whole.reviewId), { as });
  await team.workOff(whole.reviewId);
  expect(await team.outcomes(whole.reviewId, as)).toEqual(["applied", "refused"]);

  const loud = { memberId: team.memberId(0).toUpperCase(), role: "owner", decision: remove };
  const sent = await server.call("review.submit", team.review([loud]), { as });
  expect(sent.value).toMatchObject({ counts: { flagged: 1, waiting: 0 } });
  expect(await myself(as, 0)).toEqual({ role: "owner", status: "active" });
});

test("decided again it can be kept or dropped, and not done anyway", async () => {
  const as = team.person(0);
  const reviewId = await team.submit(as, [{ ...team.seat(0), decision: remove }]);
  const again = (decision: ReviewDecision) =>
    server.call(
      "review.decideAgain",
      {
        ...ids(reviewId),
        items: [{ memberId: team.memberId(0), seen: { role: "owner", status: "active" }, decision }],
      },
      { as },
    );
  expect((await again(remove)).fault).toMatchObject(refused.fault);
  expect((await again({ kind: "keep" })).value).toMatchObject({ status: "submitted", counts: { waiting: 1 } });
  await server.call("review.apply", ids(reviewId), { as });
  expect(await team.outcomes(reviewId, as)).toEqual(["kept"]);
});

test("what an earlier server took in as waiting is refused when its turn comes, and the rest goes on", async () => {
  const as = team.person(0);
  const reviewId = await team.submit(as, [
    { ...team.seat(0), decision: remove },
    { ...team.seat(3), decision: remove },
  ]);
  await server.services.pools.system
    .updateTable("review_items")
    .set({ state: "waiting", flag: null, fault: null, at: null })
    .where("review_id", "=", reviewId)
    .execute();
  const { value: preview } = await server.call("review.preview", ids(reviewId), { as });
  expect(preview?.verdicts.map(({ verdict }) => verdict)).toMatchObject([
    { verdict: "flagged", flag: "refused", fault: refused.fault },
    { verdict: "will" },
  ]);
  await server.call("review.apply", ids(reviewId), { as });
  await team.workOff(reviewId);
  expect(await outcomes(reviewId, as)).toMatchObject([{ own: true, ...refused }, { state: "applied" }]);
  expect((await server.call("review.finish", ids(reviewId), { as })).value).toMatchObject({ status: "finished" });
});

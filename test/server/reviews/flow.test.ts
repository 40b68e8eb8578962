import { reviewHandler } from "#server/jobs/review-job.ts";
import { handlers } from "#server/operations/handlers.ts";
import { verifyFile } from "#server/reviews/verify-file.ts";
import { newId } from "#server/storage/ids.ts";
import { SignedReviewEvidence } from "#contract/entities/reviewEvidence.ts";
import { checkEvidence } from "#contract/reviewEvidence.ts";
import { requestOf, startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { sha256, verifies } from "#test/support/signatures.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { actionsAfter } from "../teams.ts";
import { decided, reviewOf } from "./reviews.ts";
import { reviewPeople, reviewedTeam, type ReviewedTeam } from "./team.ts";

/** A review from the desktop's answer to its signed evidence. */
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

test("a review is sent, previewed, carried out by the commands themselves, and signed", async () => {
  const as = team.person(0);
  const { organizationId } = team;
  const reviewId = await team.submit(as, [
    { ...team.seat(2), decision: { kind: "changeRole", to: "member" }, comment: "No longer runs brands" },
    { ...team.seat(3), decision: { kind: "keep" } },
    { ...team.seat(4), decision: { kind: "remove" } },
    { ...team.seat(5), decision: null },
  ]);
  const preview = await server.call("review.preview", { organizationId, reviewId }, { as });
  expect(preview.value).toMatchObject({
    counts: { keep: 1, will: 2, flagged: 0, undecided: 1 },
    verdicts: [{ verdict: { verdict: "will" } }, { verdict: { verdict: "will" } }],
    ownersLeft: 2,
  });
  const applied = await server.call("review.apply", { organizationId, reviewId }, { as });
  expect(applied.value).toMatchObject({ status: "applying", counts: { waiting: 2, kept: 1, undecided: 1 } });
  expect(await team.workOff(reviewId)).toBe("nothing");
  expect(await team.outcomes(reviewId, as)).toEqual(["applied", "kept", "applied", "undecided"]);
  expect(await actionsAfter(server, organizationId, 0)).toEqual([
    "review.submitted",
    "review.applied",
    "member.roleChanged",
    "member.removed",
  ]);
  const unsaid = await server.call("review.finish", { organizationId, reviewId }, { as });
  expect(unsaid.fault).toMatchObject({ kind: "conflict", code: "reviewUndecided" });
  const finish = { organizationId, reviewId, undecidedReason: "Moe is on leave" };
  const finished = await server.call("review.finish", finish, { as });
  expect(finished.value).toMatchObject({ status: "finished", evidenceDigest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  const file = await evidence(reviewId, as, "json");
  expect(sha256(file.body)).toBe(finished.value?.evidenceDigest);
  const checked = checkEvidence(file.body, { sha256, verify: verifies });
  expect(checked).toMatchObject({
    ok: true,
    evidence: {
      reviewer: { name: "Olivia Owner", roleName: "Owner" },
      counts: { total: 4, applied: 2, kept: 1, undecided: 1 },
      undecidedReason: "Moe is on leave",
      asOf: { revision: 0, at: null },
      receivedAt: expect.stringMatching(/Z$/),
      items: [{ name: "Ada Admin", comment: "No longer runs brands", decidedRoleName: "Member" }, {}, {}, {}],
    },
  });
  const { value: log } = await server.call("auditEvent.list", { organizationId, limit: 1 }, { as });
  expect(log?.items).toMatchObject([{ action: "review.finished", after: { digest: sha256(file.body) } }]);
  const pdf = await evidence(reviewId, as, "pdf");
  expect(await verifyFile(pdf.bytes)).toMatchObject({ ok: true, format: "pdf", evidence: { counts: { total: 4 } } });
});

test("evidence says from when the reviewed state is, and when the review arrived", async () => {
  const as = team.person(0);
  const { organizationId } = team;
  await server.call("organization.update", { organizationId, industry: "Shipping" }, { as });
  const reviewId = newId();
  const begun = Date.now();
  const review = decided(reviewOf(organizationId, reviewId), [{ ...team.seat(3), decision: { kind: "keep" } }]);
  expect((await server.call("review.submit", { ...review, asOf: 1 }, { as })).status).toBe(200);
  await server.call("review.apply", { organizationId, reviewId }, { as });
  expect((await server.call("review.finish", { organizationId, reviewId }, { as })).status).toBe(200);
  const file = await evidence(reviewId, as, "json");
  const { asOf, receivedAt } = SignedReviewEvidence.parse(JSON.parse(file.body)).evidence;
  const { value: log } = await server.call("auditEvent.list", { organizationId }, { as });
  expect(asOf).toMatchObject({ revision: 1, at: log?.items.find(({ revision }) => revision === 1)?.at });
  expect(Date.parse(receivedAt ?? "")).toBeGreaterThanOrEqual(begun);
});

async function evidence(reviewId: string, as: Person, format: "json" | "pdf") {
  const { organizationId } = team;
  const request = requestOf("review.evidence", { organizationId, reviewId, format });
  const reply = await server.app.inject({ ...request, headers: { authorization: `Bearer ${as.token}` } });
  expect(reply.statusCode).toBe(200);
  return { body: reply.body, bytes: reply.rawPayload };
}

test("whoever moved since, is gone, or is beyond the reviewer is flagged and nothing else happens to them", async () => {
  const as = team.person(2);
  const { organizationId } = team;
  const reviewId = await team.submit(as, [
    { ...team.seat(3), decision: { kind: "remove" } },
    { ...team.seat(4), decision: { kind: "keep" } },
    { ...team.seat(5), decision: { kind: "remove" } },
    { ...team.seat(1), decision: { kind: "remove" } },
  ]);
  const owner = { as: team.person(0) };
  await server.call("member.changeRole", { organizationId, memberId: team.memberId(3), role: "admin" }, owner);
  await server.call("member.changeRole", { organizationId, memberId: team.memberId(4), role: "admin" }, owner);
  await server.call("member.remove", { organizationId, memberId: team.memberId(5) }, owner);
  const preview = await server.call("review.preview", { organizationId, reviewId }, { as });
  expect(preview.value?.verdicts.map(({ verdict }) => verdict)).toMatchObject([
    {
      verdict: "flagged",
      flag: "moved",
      fault: null,
      seen: { role: "member", status: "active" },
      present: { role: "admin", status: "active" },
    },
    { verdict: "flagged", flag: "moved", fault: null },
    { verdict: "flagged", flag: "overtaken", fault: null },
    {
      verdict: "flagged",
      flag: "refused",
      fault: expect.objectContaining({
        kind: "forbidden",
        refusal: expect.objectContaining({ code: "targetOutOfReach" }),
      }),
    },
  ]);
  await server.call("review.apply", { organizationId, reviewId }, { as });
  await team.workOff(reviewId);
  expect(await team.outcomes(reviewId, as)).toEqual(["moved", "moved", "overtaken", "refused"]);
  const list = await server.call("member.list", { organizationId, limit: 50 }, owner);
  expect(list.value?.items.map(({ role }) => role).toSorted()).toEqual(["admin", "admin", "admin", "owner", "owner"]);
});

test("the job carries a review out for a while and hands the rest on", async () => {
  const as = team.person(0);
  const { organizationId } = team;
  const reviewId = await team.submit(
    as,
    [3, 4, 5].map((index) => ({ ...team.seat(index), decision: { kind: "deactivate" } })),
  );
  await server.call("review.apply", { organizationId, reviewId }, { as });
  const job = reviewHandler(server.services, handlers);
  await job({ organizationId, reviewId }, { id: "job", kind: "review", payload: null, attempts: 1 });
  const { value } = await server.call("review.get", { organizationId, reviewId }, { as });
  expect(value).toMatchObject({ status: "applied", counts: { applied: 3 } });
});

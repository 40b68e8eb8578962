import type { ReviewDecision } from "#domain/review/decisions.ts";
import { ReviewEvidence } from "#contract/entities/reviewEvidence.ts";
import { verifyFile } from "#server/reviews/verify-file.ts";
import { signedPdf } from "#server/reviews/pdf/signed-pdf.ts";
import { evidenceOf as storedEvidence } from "#server/storage/queries/reviews.ts";
import { newId } from "#server/storage/ids.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actionsAfter } from "../teams.ts";
import { reviewPeople, reviewedTeam, type ReviewedTeam } from "./team.ts";

/** Decisions that no longer fit, taken again: before and after the review was carried out. */
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

const keep: ReviewDecision = { kind: "keep" };
const remove: ReviewDecision = { kind: "remove" };
const asAdmin = { role: "admin", status: "active" } as const;

const owner = () => team.person(0);
const ids = (reviewId: string) => ({ organizationId: team.organizationId, reviewId });

const promote = (index: number, role = "admin") =>
  server.call(
    "member.changeRole",
    { organizationId: team.organizationId, memberId: team.memberId(index), role },
    { as: owner() },
  );

interface Again {
  readonly memberId: string;
  readonly seen: { readonly role: string; readonly status: "active" | "deactivated" } | null;
  readonly decision: ReviewDecision | null;
}
const anyway = (index: number, decision: ReviewDecision = remove): Again => ({
  memberId: team.memberId(index),
  seen: asAdmin,
  decision,
});
const dropped = (index: number): Again => ({ memberId: team.memberId(index), seen: null, decision: null });

const again = (reviewId: string, items: readonly Again[], as = owner(), headers: Record<string, string> = {}) =>
  server.call("review.decideAgain", { ...ids(reviewId), items: [...items] }, { as, headers });

/** A review that removes Mia, Max and Moe; Mia and Max became admins since it was decided. */
async function overtaken(): Promise<string> {
  const reviewId = await team.submit(
    owner(),
    [3, 4, 5].map((index) => ({ ...team.seat(index), decision: remove })),
  );
  await promote(3);
  await promote(4);
  return reviewId;
}

const apply = async (reviewId: string) => {
  await server.call("review.apply", ids(reviewId), { as: owner() });
  await team.workOff(reviewId);
};

const statusOf = async (index: number) =>
  (
    await server.call(
      "member.get",
      { organizationId: team.organizationId, memberId: team.memberId(index) },
      { as: owner() },
    )
  ).value?.member.status;

test("before it is carried out: done anyway, kept and dropped, each on who the person is now", async () => {
  const reviewId = await overtaken();
  const preview = await server.call("review.preview", ids(reviewId), { as: owner() });
  expect(preview.value?.verdicts[0]?.verdict).toEqual({
    verdict: "flagged",
    flag: "moved",
    fault: null,
    seen: { role: "member", status: "active" },
    present: asAdmin,
  });
  const reply = await again(reviewId, [anyway(3), { ...anyway(4), decision: keep }, dropped(5)]);
  expect(reply.value).toMatchObject({ status: "submitted", counts: { waiting: 2, flagged: 1, keep: 1, remove: 2 } });
  await apply(reviewId);
  expect(await team.outcomes(reviewId, owner())).toEqual(["applied", "kept", "withdrawn"]);
  expect([await statusOf(3), await statusOf(4), await statusOf(5)]).toEqual(["removed", "active", "active"]);
});

test("after it was carried out: what was flagged waits once more, and what was done stays done", async () => {
  const reviewId = await overtaken();
  await apply(reviewId);
  expect(await team.outcomes(reviewId, owner())).toEqual(["moved", "moved", "applied"]);
  const left = await server.call("review.preview", ids(reviewId), { as: owner() });
  expect(left.value).toMatchObject({ counts: { flagged: 2, will: 0 }, verdicts: [{ position: 0 }, { position: 1 }] });
  expect((await again(reviewId, [anyway(3)])).value).toMatchObject({ status: "submitted", appliedAt: null });
  await apply(reviewId);
  expect(await team.outcomes(reviewId, owner())).toEqual(["applied", "moved", "applied"]);
  // With nothing left to carry out it stays as it was, ready to be finished.
  expect((await again(reviewId, [dropped(4)])).value).toMatchObject({ status: "applied" });
});

test("whoever moved once more is flagged once more, and can be decided again once more", async () => {
  const reviewId = await overtaken();
  await again(reviewId, [anyway(3), dropped(4), dropped(5)]);
  await promote(3, "member");
  await apply(reviewId);
  expect(await team.outcomes(reviewId, owner())).toEqual(["moved", "withdrawn", "withdrawn"]);
  await again(reviewId, [{ ...anyway(3), seen: { role: "member", status: "active" } }]);
  await apply(reviewId);
  expect(await statusOf(3)).toBe("removed");
});

test("the evidence holds both decisions, in the record and in the PDF that carries it", async () => {
  const reviewId = await overtaken();
  await again(reviewId, [anyway(3), { ...anyway(4), decision: keep }, dropped(5)]);
  await apply(reviewId);
  const { value } = await server.call("review.finish", ids(reviewId), { as: owner() });
  expect(value).toMatchObject({ status: "finished", counts: { applied: 1, kept: 1, flagged: 1, undecided: 0 } });
  const file = (await storedEvidence(server.services.pools.system, team.organizationId, reviewId)) ?? "";
  const verdict = await verifyFile(Buffer.from(file));
  const evidence = verdict.ok ? ReviewEvidence.parse(verdict.evidence) : null;
  expect(
    evidence?.items.map(({ decision, former, outcome: { flag } }) => [decision?.kind, former.length, flag]),
  ).toEqual([
    ["remove", 1, null],
    ["keep", 1, null],
    ["remove", 1, "withdrawn"],
  ]);
  expect(evidence?.items[0]).toMatchObject({
    seen: { role: "admin", roleName: "Admin" },
    former: [{ decision: remove, seen: { role: "member" }, seenRoleName: "Member", flag: "moved" }],
  });
  const pdf = await signedPdf(file, server.services.signingKey.key);
  expect(await verifyFile(pdf)).toMatchObject({ ok: true, samePages: true });
  expect((await again(reviewId, [dropped(5)])).fault).toMatchObject({ kind: "conflict", code: "reviewStatus" });
});

describe("attacked", () => {
  test("it is the reviewer's own: not another owner's, a member's or a stranger's, and of no other organization", async () => {
    const reviewId = await overtaken();
    expect((await again(reviewId, [anyway(3)], team.person(1))).fault).toMatchObject({ code: "reviewOfAnother" });
    expect((await again(reviewId, [anyway(3)], team.person(5))).fault).toMatchObject({ kind: "forbidden" });
    const other = await reviewedTeam(server, people);
    const elsewhere = { organizationId: other.organizationId, reviewId, items: [anyway(3)] };
    const foreign = await server.call("review.decideAgain", elsewhere, { as: owner() });
    expect(foreign.fault).toMatchObject({ kind: "notFound", what: "review" });
    const unknown = [{ ...anyway(3), memberId: other.memberId(3) }];
    expect((await again(reviewId, unknown)).fault).toMatchObject({ issues: [{ code: "unknownMember" }] });
    expect(await team.outcomes(reviewId, owner())).toEqual(["waiting", "waiting", "waiting"]);
  });

  test("nothing new is decided by it, and what was done is not decided about", async () => {
    const reviewId = await overtaken();
    const wrong = await again(reviewId, [anyway(3, { kind: "deactivate" })]);
    expect(wrong.fault).toMatchObject({ kind: "invalid", issues: [{ code: "another" }] });
    await apply(reviewId);
    expect((await again(reviewId, [dropped(5)])).fault).toMatchObject({ kind: "conflict", code: "reviewStatus" });
    const twice = await again(reviewId, [anyway(3), anyway(3)]);
    expect(twice.fault).toMatchObject({ kind: "invalid", issues: [{ code: "twice" }] });
    const bare = [{ ...anyway(3), seen: null }];
    expect((await again(reviewId, bare)).fault).toMatchObject({ kind: "invalid" });
  });

  test("the same answer twice at once, or replayed, counts once", async () => {
    const reviewId = await overtaken();
    const replies = await Promise.all([1, 2, 3].map(() => again(reviewId, [anyway(3), dropped(4)])));
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    const headers = { "idempotency-key": newId() };
    const first = await again(reviewId, [dropped(5)], owner(), headers);
    expect((await again(reviewId, [dropped(5)], owner(), headers)).value).toEqual(first.value);
    const { value } = await server.call("review.items", ids(reviewId), { as: owner() });
    expect(value?.items.map(({ former }) => former.length)).toEqual([1, 1, 1]);
    const written = await actionsAfter(server, team.organizationId, 0);
    expect(written.filter((action) => action === "review.decidedAgain")).toHaveLength(2);
  });

  test("authority that went meanwhile does nothing", async () => {
    const reviewId = await team.submit(team.person(2), [{ ...team.seat(3), decision: remove }]);
    await promote(3);
    await promote(2, "member");
    expect((await again(reviewId, [anyway(3)], team.person(2))).fault).toMatchObject({ kind: "forbidden" });
    expect(await statusOf(3)).toBe("active");
  });
});

import { handlers } from "#server/operations/handlers.ts";
import { workOffReview } from "#server/reviews/work.ts";
import { eventually } from "#test/support/eventually.ts";
import { expect, test } from "vitest";
import { furnishTeam } from "../../server/teams.ts";
import { memoryFiles, type TestDesktop } from "../support/desktop.ts";
import { begun, decide, keep, reviewedTeam, type Reviewed } from "./support/desk.ts";

/** Applies a review whose one part the server has, as it is carried out there, until this desktop knows. */
async function carryOut({ server, organizationId }: Reviewed, desktop: TestDesktop, reviewId: string) {
  const applying = await desktop.call("reviews.apply", { reviewId });
  const id = applying.ok ? (applying.value.parts[0]?.reviewId ?? "") : "";
  // This server runs no jobs of its own.
  await workOffReview(server.services, handlers, { organization_id: organizationId, id }, {});
  await eventually(async () => {
    await desktop.call("reviews.refresh", { reviewId });
    const review = await desktop.call("reviews.get", { reviewId });
    expect(review).toMatchObject({ value: { parts: [{ stage: "applied" }] } });
  });
  return id;
}

test("what was decided is sent, carried out and signed, and the evidence is saved", async () => {
  const team = await reviewedTeam();
  const { server, owner, organizationId, memberIds } = team;
  const files = memoryFiles();
  const desktop = await team.desktop({ options: { exportFiles: files.files } });
  const reviewId = await begun(desktop, organizationId);
  await decide(desktop, reviewId, memberIds, [keep, keep, { kind: "remove" }]);
  expect(await desktop.call("reviews.send", { reviewId })).toMatchObject({
    ok: true,
    value: { parts: [{ stage: "submitted", counts: { keep: 2, remove: 1, undecided: 0 } }], canUndo: false },
  });
  // Sent is sent: nobody decides about these people on this computer any more.
  expect(await decide(desktop, reviewId, memberIds, [keep])).toMatchObject({
    fault: { kind: "conflict", code: "reviewSubmitted" },
  });
  const id = await carryOut(team, desktop, reviewId);
  const member = await server.call("member.get", { organizationId, memberId: memberIds[2] ?? "" }, { as: owner });
  expect(member.value?.member.status).toBe("removed");
  const finished = await desktop.call("reviews.finish", { reviewId, undecidedReason: "" });
  expect(finished).toMatchObject({ ok: true, value: { parts: [{ stage: "finished" }] } });
  const saved = await desktop.call("reviews.saveEvidence", { reviewId: id, organizationId, format: "json" });
  expect(saved.ok).toBe(true);
  const [name = "", content = ""] = [...files.finished].at(-1) ?? [];
  expect(name).toMatch(/^access-review-\d{4}-\d\d-\d\d-[0-9a-f]{8}\.json$/);
  expect(JSON.parse(content)).toMatchObject({
    evidence: { reviewer: { name: "Olivia Owner" }, counts: { applied: 1 } },
  });
});

test("a decision that no longer fits is decided again on who the person is now, and carried out", async () => {
  const team = await reviewedTeam();
  const { server, owner, organizationId, memberIds } = team;
  const desktop = await team.desktop();
  const reviewId = await begun(desktop, organizationId);
  await decide(desktop, reviewId, memberIds, [keep, { kind: "remove" }, { kind: "deactivate" }]);
  const [, adminId = "", memberId = ""] = memberIds;
  await server.call("member.changeRole", { organizationId, memberId, role: "admin" }, { as: owner });
  await server.call("member.changeRole", { organizationId, memberId: adminId, role: "member" }, { as: owner });
  const sent = await desktop.call("reviews.send", { reviewId });
  const serverId = sent.ok ? (sent.value.parts[0]?.reviewId ?? "") : "";
  const preview = await desktop.call("review.preview", { organizationId, reviewId: serverId });
  expect(preview).toMatchObject({
    value: {
      counts: { flagged: 2 },
      verdicts: [
        { verdict: { flag: "moved", seen: { role: "admin" }, present: { role: "member" } } },
        { verdict: { flag: "moved", seen: { role: "member" }, present: { role: "admin" } } },
      ],
    },
  });
  const again = await desktop.call("reviews.decideAgain", {
    reviewId,
    organizationId,
    items: [
      { memberId: adminId, seen: null, decision: null },
      { memberId, seen: { role: "admin", status: "active" }, decision: { kind: "deactivate" } },
    ],
  });
  expect(again).toMatchObject({
    ok: true,
    value: { parts: [{ stage: "submitted", reviewId: serverId, answers: {} }] },
  });
  await carryOut(team, desktop, reviewId);
  const member = await server.call("member.get", { organizationId, memberId }, { as: owner });
  expect(member.value?.member.status).toBe("deactivated");
});

test("sent from two windows at once, it is sent once and neither is told that anything is wrong", async () => {
  const { organizationId, memberIds, ...team } = await reviewedTeam();
  const desktop = await team.desktop();
  const reviewId = await begun(desktop, organizationId);
  await decide(desktop, reviewId, memberIds, [keep, keep, keep]);
  const send = async () => await desktop.call("reviews.send", { reviewId });
  const answers = await Promise.all([send(), send()]);
  const sent = { ok: true, value: { parts: [{ stage: "submitted", counts: { keep: 3 } }] } };
  expect(answers).toMatchObject([sent, sent]);
});

test("nothing is decided again before it was sent, or in an organization that is not in the review", async () => {
  const { organizationId, memberIds, ...team } = await reviewedTeam();
  const desktop = await team.desktop();
  const reviewId = await begun(desktop, organizationId);
  const items = [{ memberId: memberIds[1] ?? "", seen: null, decision: null }];
  expect(await desktop.call("reviews.decideAgain", { reviewId, organizationId, items })).toMatchObject({
    fault: { kind: "conflict", code: "reviewStatus" },
  });
  const elsewhere = "01890000-0000-7000-8000-000000000000";
  expect(await desktop.call("reviews.decideAgain", { reviewId, organizationId: elsewhere, items })).toMatchObject({
    fault: { kind: "notFound" },
  });
});

test("what the server refuses is told with the review, and holds up no other organization", async () => {
  const { server, owner, organizationId, ...team } = await reviewedTeam();
  const boss = await server.person("Bea Boss");
  const other = await furnishTeam(server, "agency", [
    { person: boss, role: "owner" },
    { person: owner, role: "owner" },
  ]);
  const desktop = await team.desktop();
  const reviewId = await begun(desktop, other.organizationId, organizationId);
  const me = { organizationId: other.organizationId, memberId: other.memberIds[1] ?? "" };
  const demoted = await server.call("member.changeRole", { ...me, role: "member" }, { as: boss });
  expect(demoted.status).toBe(200);
  expect(await desktop.call("reviews.send", { reviewId })).toMatchObject({ fault: { kind: "forbidden" } });
  const partOf = async (id: string) => {
    const review = await desktop.call("reviews.get", { reviewId });
    return review.ok ? review.value.parts.find((part) => part.organizationId === id) : undefined;
  };
  expect(await partOf(organizationId)).toMatchObject({ stage: "submitted" });
  expect(await partOf(other.organizationId)).toMatchObject({ stage: "open", refused: { kind: "forbidden" } });
  await server.call("member.changeRole", { ...me, role: "owner" }, { as: boss });
  await desktop.call("reviews.send", { reviewId });
  expect(await partOf(other.organizationId)).toMatchObject({ stage: "submitted", refused: null });
});

test("why somebody was left undecided is told where somebody was, and nowhere else", async () => {
  const { server, owner, organizationId, memberIds, ...team } = await reviewedTeam();
  const alone = await team.alone();
  const desktop = await team.desktop();
  const organizationIds = [organizationId, alone.organizationId];
  const reviewId = await begun(desktop, ...organizationIds);
  await decide(desktop, reviewId, [memberIds[0] ?? "", ...alone.memberIds], [keep, keep]);
  await desktop.call("reviews.send", { reviewId });
  await desktop.call("reviews.apply", { reviewId });
  const finished = await desktop.call("reviews.finish", { reviewId, undecidedReason: "On leave" });
  const parts = finished.ok ? finished.value.parts : [];
  const reasons = await Promise.all(
    organizationIds.map(async (id) => {
      const part = parts.find((each) => each.organizationId === id);
      const input = { organizationId: id, reviewId: part?.reviewId ?? "" };
      return (await server.call("review.get", input, { as: owner })).value?.undecidedReason;
    }),
  );
  expect(reasons).toEqual(["On leave", ""]);
});

test("giving a review up ends it on the server as well", async () => {
  const { server, owner, organizationId, ...team } = await reviewedTeam();
  const desktop = await team.desktop();
  const deskId = await begun(desktop, organizationId);
  const sent = await desktop.call("reviews.send", { reviewId: deskId });
  const reviewId = sent.ok ? (sent.value.parts[0]?.reviewId ?? "") : "";
  expect(await desktop.call("reviews.abandon", { reviewId: deskId })).toMatchObject({ value: { dropped: true } });
  expect(await desktop.call("reviews.list", {})).toMatchObject({ value: { items: [] } });
  expect(await server.call("review.get", { organizationId, reviewId }, { as: owner })).toMatchObject({
    value: { status: "abandoned" },
  });
});

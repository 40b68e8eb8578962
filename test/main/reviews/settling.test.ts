import type { DeskReview } from "#contract/entities/deskReview.ts";
import type { ReviewDecision } from "#contract/entities/review.ts";
import { handlers } from "#server/operations/handlers.ts";
import { workOffReview } from "#server/reviews/work.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { furnishTeam } from "../../server/teams.ts";
import { givePassword, machine, signIn, wholeSnapshot, type Machine } from "../snapshot/support/desktops.ts";
import { gateTo } from "../support/gate.ts";
import { memoryFiles, type TestDesktop } from "../support/desktop.ts";

let server: TestServer;
let url: string;
let owner: Person;
let organizationId: string;
let memberIds: readonly string[];
let desktop: TestDesktop;
let place: Machine;
const files = memoryFiles();

beforeEach(async () => {
  server = await startTestServer();
  url = await server.app.listen({ host: "127.0.0.1", port: 0 });
  owner = await server.person("Olivia Owner");
  const [admin, member] = [await server.person("Adam Admin"), await server.person("Mila Member")];
  ({ organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: admin, role: "admin" },
    { person: member, role: "member" },
  ]));
  place = machine();
  desktop = place.desktop({ exportFiles: files.files });
  await signIn(desktop, url, await givePassword(server, owner.accountId));
  await wholeSnapshot(desktop);
});
afterEach(async () => server.stop());

async function started(): Promise<DeskReview> {
  const answer = await desktop.call("reviews.start", { organizationIds: [organizationId], scope: { kind: "all" } });
  if (!answer.ok) throw new Error(`Not started: ${JSON.stringify(answer.fault)}`);
  return answer.value;
}

const decide = async ({ id }: DeskReview, decisions: readonly ReviewDecision[]) =>
  await desktop.call("reviews.decide", {
    reviewId: id,
    decisions: decisions.map((decision, index) => ({ memberId: memberIds[index] ?? "", decision })),
  });

/** Until the part is at a stage, as the server's word of it comes. */
const reached = async ({ id }: DeskReview, stage: string): Promise<void> =>
  await vi.waitFor(
    async () => {
      await desktop.call("reviews.refresh", { reviewId: id });
      expect(await desktop.call("reviews.get", { reviewId: id })).toMatchObject({ value: { parts: [{ stage }] } });
    },
    { timeout: 20_000, interval: 100 },
  );

const keep = { kind: "keep" } as const;

test("what was decided is sent, carried out and signed, and the evidence is saved", async () => {
  const review = await started();
  await decide(review, [keep, keep, { kind: "remove" }]);
  expect(await desktop.call("reviews.send", { reviewId: review.id })).toMatchObject({
    ok: true,
    value: { parts: [{ stage: "submitted", counts: { keep: 2, remove: 1, undecided: 0 } }], canUndo: false },
  });
  // Sent is sent: nobody decides about these people on this computer any more.
  expect(await decide(review, [keep])).toMatchObject({ fault: { kind: "conflict", code: "reviewSubmitted" } });
  const applying = await desktop.call("reviews.apply", { reviewId: review.id });
  const id = applying.ok ? (applying.value.parts[0]?.reviewId ?? "") : "";
  // This server runs no jobs of its own.
  await workOffReview(server.services, handlers, { organization_id: organizationId, id }, {});
  await reached(review, "applied");
  const member = await server.call("member.get", { organizationId, memberId: memberIds[2] ?? "" }, { as: owner });
  expect(member.value?.member.status).toBe("removed");
  const finished = await desktop.call("reviews.finish", { reviewId: review.id, undecidedReason: "" });
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
  const review = await started();
  await decide(review, [keep, { kind: "remove" }, { kind: "deactivate" }]);
  const [, adminId = "", memberId = ""] = memberIds;
  await server.call("member.changeRole", { organizationId, memberId, role: "admin" }, { as: owner });
  await server.call("member.changeRole", { organizationId, memberId: adminId, role: "member" }, { as: owner });
  const sent = await desktop.call("reviews.send", { reviewId: review.id });
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
    reviewId: review.id,
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
  await desktop.call("reviews.apply", { reviewId: review.id });
  await workOffReview(server.services, handlers, { organization_id: organizationId, id: serverId }, {});
  await reached(review, "applied");
  const member = await server.call("member.get", { organizationId, memberId }, { as: owner });
  expect(member.value?.member.status).toBe("deactivated");
});

test("what was answered outlives a restart without a connection, until it is sent", async () => {
  const review = await started();
  await decide(review, [keep, { kind: "remove" }, keep]);
  const [, adminId = ""] = memberIds;
  const ids = { reviewId: review.id, organizationId };
  expect(await desktop.call("reviews.answer", { ...ids, answers: { [adminId]: "keep" } })).toMatchObject({
    fault: { kind: "conflict", code: "reviewStatus" },
  });
  await desktop.call("reviews.send", { reviewId: review.id });
  const answered = await desktop.call("reviews.answer", { ...ids, answers: { [adminId]: "withdraw" } });
  expect(answered).toMatchObject({ value: { parts: [{ stage: "submitted", answers: { [adminId]: "withdraw" } }] } });
  await server.app.close();
  await desktop.stop();
  desktop = place.desktop();
  await desktop.start();
  expect(await desktop.call("reviews.get", { reviewId: review.id })).toMatchObject({
    value: { parts: [{ stage: "submitted", answers: { [adminId]: "withdraw" } }] },
  });
});

test("nothing is decided again before it was sent, or in an organization that is not in the review", async () => {
  const review = await started();
  const items = [{ memberId: memberIds[1] ?? "", seen: null, decision: null }];
  expect(await desktop.call("reviews.decideAgain", { reviewId: review.id, organizationId, items })).toMatchObject({
    fault: { kind: "conflict", code: "reviewStatus" },
  });
  const elsewhere = "01890000-0000-7000-8000-000000000000";
  expect(
    await desktop.call("reviews.decideAgain", { reviewId: review.id, organizationId: elsewhere, items }),
  ).toMatchObject({ fault: { kind: "notFound" } });
});

test("without a connection a review waits, and can be taken back to deciding", async () => {
  const review = await started();
  await decide(review, [keep, keep, keep]);
  await server.app.close();
  await desktop.call("session.list", {});
  expect(desktop.state().connection).toBe("offline");
  expect(await desktop.call("reviews.send", { reviewId: review.id })).toMatchObject({
    value: { parts: [{ stage: "waiting", counts: { keep: 3, undecided: 0 } }] },
  });
  expect(await desktop.call("reviews.reopen", { reviewId: review.id, organizationId })).toMatchObject({
    value: { parts: [{ stage: "open", counts: { keep: 3 } }] },
  });
});

test("what the server refuses is told with the review, and holds up no other organization", async () => {
  const boss = await server.person("Bea Boss");
  const other = await furnishTeam(server, "agency", [
    { person: boss, role: "owner" },
    { person: owner, role: "owner" },
  ]);
  desktop = machine().desktop();
  await signIn(desktop, url, await givePassword(server, owner.accountId));
  await wholeSnapshot(desktop);
  const organizationIds = [other.organizationId, organizationId];
  const begun = await desktop.call("reviews.start", { organizationIds, scope: { kind: "all" } });
  const reviewId = begun.ok ? begun.value.id : "";
  const me = { organizationId: other.organizationId, memberId: other.memberIds[1] ?? "" };
  const demoted = await server.call("member.changeRole", { ...me, role: "member" }, { as: boss });
  expect(demoted.status).toBe(200);
  expect(await desktop.call("reviews.send", { reviewId })).toMatchObject({ fault: { kind: "forbidden" } });
  const partsNow = async () => {
    const review = await desktop.call("reviews.get", { reviewId });
    return review.ok ? review.value.parts : [];
  };
  const partOf = async (id: string) => (await partsNow()).find((part) => part.organizationId === id);
  expect(await partOf(organizationId)).toMatchObject({ stage: "submitted" });
  expect(await partOf(other.organizationId)).toMatchObject({ stage: "open", refused: { kind: "forbidden" } });
  await server.call("member.changeRole", { ...me, role: "owner" }, { as: boss });
  await desktop.call("reviews.send", { reviewId });
  expect(await partOf(other.organizationId)).toMatchObject({ stage: "submitted", refused: null });
});

test("on reconnection what was taken back to deciding is not sent", async () => {
  const alone = await furnishTeam(server, "agency", [{ person: owner, role: "owner" }]);
  const gate = await gateTo(url);
  desktop = machine().desktop();
  await signIn(desktop, gate.url, await givePassword(server, owner.accountId));
  await wholeSnapshot(desktop);
  const organizationIds = [organizationId, alone.organizationId];
  const begun = await desktop.call("reviews.start", { organizationIds, scope: { kind: "all" } });
  const reviewId = begun.ok ? begun.value.id : "";
  await gate.shut();
  await desktop.call("session.list", {});
  await desktop.call("reviews.send", { reviewId });
  await desktop.call("reviews.reopen", { reviewId, organizationId });
  await gate.open();
  await vi.waitFor(
    async () => {
      const review = await desktop.call("reviews.get", { reviewId });
      const stages = review.ok ? review.value.parts.map(({ stage }) => stage).toSorted() : [];
      expect(stages).toEqual(["open", "submitted"]);
    },
    { timeout: 60_000, interval: 200 },
  );
});

test("why somebody was left undecided is told where somebody was, and nowhere else", async () => {
  const alone = await furnishTeam(server, "agency", [{ person: owner, role: "owner" }]);
  desktop = machine().desktop();
  await signIn(desktop, url, await givePassword(server, owner.accountId));
  await wholeSnapshot(desktop);
  const organizationIds = [organizationId, alone.organizationId];
  const begun = await desktop.call("reviews.start", { organizationIds, scope: { kind: "all" } });
  const reviewId = begun.ok ? begun.value.id : "";
  const decisions = [memberIds[0], alone.memberIds[0]].map((memberId = "") => ({ memberId, decision: keep }));
  await desktop.call("reviews.decide", { reviewId, decisions });
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
  const review = await started();
  const sent = await desktop.call("reviews.send", { reviewId: review.id });
  const reviewId = sent.ok ? (sent.value.parts[0]?.reviewId ?? "") : "";
  expect(await desktop.call("reviews.abandon", { reviewId: review.id })).toMatchObject({ value: { dropped: true } });
  expect(await desktop.call("reviews.list", {})).toMatchObject({ value: { items: [] } });
  expect(await server.call("review.get", { organizationId, reviewId }, { as: owner })).toMatchObject({
    value: { status: "abandoned" },
  });
});

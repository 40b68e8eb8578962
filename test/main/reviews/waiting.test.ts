import { eventually } from "#test/support/eventually.ts";
import { expect, test } from "vitest";
import { machine } from "../snapshot/support/desktops.ts";
import { gateTo } from "../support/gate.ts";
import { begun, decide, keep, reviewedTeam } from "./support/desk.ts";

test("without a connection a review waits, and can be taken back to deciding", async () => {
  const { server, organizationId, memberIds, ...team } = await reviewedTeam();
  const desktop = await team.desktop();
  const reviewId = await begun(desktop, organizationId);
  await decide(desktop, reviewId, memberIds, [keep, keep, keep]);
  await server.app.close();
  await desktop.call("session.list", {});
  expect(desktop.state().connection).toBe("offline");
  expect(await desktop.call("reviews.send", { reviewId })).toMatchObject({
    value: { parts: [{ stage: "waiting", counts: { keep: 3, undecided: 0 } }] },
  });
  expect(await desktop.call("reviews.reopen", { reviewId, organizationId })).toMatchObject({
    value: { parts: [{ stage: "open", counts: { keep: 3 } }] },
  });
});

test("on reconnection what was taken back to deciding is not sent", async () => {
  const { url, organizationId, ...team } = await reviewedTeam();
  const alone = await team.alone();
  const gate = await gateTo(url);
  const desktop = await team.desktop({ url: gate.url });
  const reviewId = await begun(desktop, organizationId, alone.organizationId);
  await gate.shut();
  await desktop.call("session.list", {});
  await desktop.call("reviews.send", { reviewId });
  await desktop.call("reviews.reopen", { reviewId, organizationId });
  await gate.open();
  await eventually(async () => {
    const review = await desktop.call("reviews.get", { reviewId });
    const stages = review.ok ? review.value.parts.map(({ stage }) => stage).toSorted() : [];
    expect(stages).toEqual(["open", "submitted"]);
  }, 60_000);
});

test("what was answered outlives a restart without a connection, until it is sent", async () => {
  const { server, organizationId, memberIds, ...team } = await reviewedTeam();
  const place = machine();
  const first = await team.desktop({ place });
  const reviewId = await begun(first, organizationId);
  await decide(first, reviewId, memberIds, [keep, { kind: "remove" }, keep]);
  const [, adminId = ""] = memberIds;
  const ids = { reviewId, organizationId };
  expect(await first.call("reviews.answer", { ...ids, answers: { [adminId]: "keep" } })).toMatchObject({
    fault: { kind: "conflict", code: "reviewStatus" },
  });
  await first.call("reviews.send", { reviewId });
  const answered = await first.call("reviews.answer", { ...ids, answers: { [adminId]: "withdraw" } });
  expect(answered).toMatchObject({ value: { parts: [{ stage: "submitted", answers: { [adminId]: "withdraw" } }] } });
  await server.app.close();
  await first.stop();
  const next = place.desktop();
  await next.start();
  expect(await next.call("reviews.get", { reviewId })).toMatchObject({
    value: { parts: [{ stage: "submitted", answers: { [adminId]: "withdraw" } }] },
  });
});

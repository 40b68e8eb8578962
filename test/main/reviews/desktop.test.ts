import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { DeskReview, DeskReviewPerson } from "#contract/entities/deskReview.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { furnishTeam } from "../../server/teams.ts";
import { givePassword, machine, signIn, wholeSnapshot, type Machine } from "../snapshot/support/desktops.ts";
import type { TestDesktop } from "../support/desktop.ts";

let server: TestServer;
let url: string;
let owner: Person;
let email: string;
let organizationId: string;
let memberIds: readonly string[];

beforeEach(async () => {
  server = await startTestServer();
  url = await server.app.listen({ host: "127.0.0.1", port: 0 });
  owner = await server.person("Olivia Owner");
  const [admin, member] = [await server.person("Adam Admin"), await server.person("Mila Kilroy")];
  email = await givePassword(server, owner.accountId);
  ({ organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: admin, role: "admin" },
    { person: member, role: "member" },
  ]));
});
afterEach(async () => server.stop());

const files = (place: Machine): string[] => {
  try {
    return readdirSync(join(place.folder, "reviews"));
  } catch {
    return [];
  }
};

async function readyDesktop(place: Machine): Promise<TestDesktop> {
  const desktop = place.desktop();
  await signIn(desktop, url, email);
  await wholeSnapshot(desktop);
  return desktop;
}

async function started(desktop: TestDesktop): Promise<DeskReview> {
  const answer = await desktop.call("reviews.start", { organizationIds: [organizationId], scope: { kind: "all" } });
  if (!answer.ok) throw new Error(`Not started: ${JSON.stringify(answer.fault)}`);
  return answer.value;
}

async function peopleOf(desktop: TestDesktop, { id }: DeskReview): Promise<DeskReviewPerson[]> {
  const answer = await desktop.call("reviews.people", { reviewId: id, from: 0 });
  return answer.ok ? answer.value.items : [];
}

test("a review is started, decided and taken up again after a restart without a server", async () => {
  const place = machine();
  const first = await readyDesktop(place);
  await server.app.close();
  const review = await started(first);
  expect(review.parts).toMatchObject([{ organizationId, stage: "open", counts: { total: 3, undecided: 3 } }]);
  const people = await peopleOf(first, review);
  expect(new Map(people.map(({ name, own }) => [name, own]))).toEqual(
    new Map([
      ["Adam Admin", false],
      ["Mila Kilroy", false],
      ["Olivia Owner", true],
    ]),
  );
  expect(people.find(({ name }) => name === "Mila Kilroy")).toMatchObject({
    seen: { role: "member", twoFactor: false, workspaces: { scope: "none", count: 0 } },
    recommendation: { reasons: [{ code: "neverSignedIn" }, { code: "noTwoFactor", administers: false }] },
    mark: { decision: null, comment: "" },
  });
  const memberId = memberIds[2] ?? "";
  const decided = await first.call("reviews.decide", {
    reviewId: review.id,
    decisions: [{ memberId, decision: { kind: "remove" } }],
  });
  expect(decided).toMatchObject({
    ok: true,
    value: { review: { parts: [{ counts: { undecided: 2, remove: 1 } }], canUndo: true } },
  });
  await first.call("reviews.comment", { reviewId: review.id, memberId, comment: "Left in spring" });
  await first.stop();
  const raw = files(place).map((name) => readFileSync(join(place.folder, "reviews", name)));
  expect(Buffer.concat(raw).includes("Kilroy")).toBe(false);
  expect(Buffer.concat(raw).length).toBeGreaterThan(4_000);

  const second = place.desktop();
  await second.start();
  const again = await peopleOf(second, review);
  expect(again.find((person) => person.memberId === memberId)?.mark).toMatchObject({
    decision: { kind: "remove" },
    comment: "Left in spring",
  });
  expect(await second.call("reviews.undo", { reviewId: review.id })).toMatchObject({
    ok: true,
    value: { marks: [{ memberId, mark: { decision: { kind: "remove" }, comment: "" } }] },
  });
  expect(await second.call("reviews.send", { reviewId: review.id })).toMatchObject({
    ok: true,
    value: { parts: [{ stage: "waiting" }] },
  });
});

test("signing out erases reviews with their key; a sign-in that the server ended leaves them", async () => {
  const place = machine();
  const first = await readyDesktop(place);
  const review = await started(first);
  await server.services.pools.system.deleteFrom("session_tokens").execute();
  await first.call("me.get", {});
  expect(first.state().account).toBeNull();
  expect(await first.call("reviews.get", { reviewId: review.id })).toMatchObject({ ok: false });
  await signIn(first, url, email);
  expect(await first.call("reviews.get", { reviewId: review.id })).toMatchObject({ ok: true });
  await first.call("session.signOut", { everywhere: false });
  expect(files(place)).toEqual([]);
  expect(await place.secrets.read(`reviews:${url}:${owner.accountId}`)).toBeNull();
});

test("what is asked about somebody of no review, or of one that does not exist, is refused and kept nowhere", async () => {
  const desktop = await readyDesktop(machine());
  const review = await started(desktop);
  const decisions = [{ memberId: owner.accountId, decision: { kind: "keep" } as const }];
  expect(await desktop.call("reviews.decide", { reviewId: review.id, decisions })).toMatchObject({ ok: false });
  expect(await desktop.call("reviews.decide", { reviewId: owner.accountId, decisions })).toMatchObject({
    fault: { kind: "notFound", what: "review" },
  });
  expect(await desktop.call("reviews.get", { reviewId: review.id })).toMatchObject({
    value: { canUndo: false, parts: [{ counts: { undecided: 3 } }] },
  });
});

test("losing the membership closes the organization's part and leaves nothing of its people", async () => {
  const place = machine();
  const desktop = await readyDesktop(place);
  const review = await started(desktop);
  await server.services.pools.system
    .updateTable("members")
    .set({ account_id: (await server.person("Nora New")).accountId })
    .where("id", "=", memberIds[0] ?? "")
    .execute();
  await desktop.call("organization.get", { organizationId });
  expect(await desktop.call("reviews.get", { reviewId: review.id })).toMatchObject({
    value: { parts: [{ stage: "ended", organizationName: "Northwind" }] },
  });
  expect(await peopleOf(desktop, review)).toEqual([]);
});

test("a member who may remove nobody cannot review, and is told why", async () => {
  const place = machine();
  const member = await server.person("Max Member");
  const { organizationId: id } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: member, role: "member" },
  ]);
  const desktop = place.desktop();
  await signIn(desktop, url, await givePassword(server, member.accountId));
  await wholeSnapshot(desktop);
  const input = { organizationIds: [id], scope: { kind: "all" } as const };
  expect(await desktop.call("reviews.start", input)).toMatchObject({
    fault: { kind: "forbidden", refusal: { code: "missingPermission" } },
  });
  expect(await desktop.call("reviews.estimate", input)).toMatchObject({
    value: { items: [{ organizationId: id, people: 0, fault: { kind: "forbidden" } }] },
  });
});

import { newId } from "#server/storage/ids.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { actionsAfter, furnishTeam } from "../teams.ts";
import { furnishReview } from "./reviews.ts";
import { reviewPeople, reviewedTeam, type ReviewedTeam } from "./team.ts";

/** Reviews in hands that they are not meant for. */
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

const keep = { kind: "keep" } as const;
const remove = { kind: "remove" } as const;

describe("somebody else's", () => {
  test("review of another organization does not exist, not even its id", async () => {
    const stranger = await server.person("Sam Stranger");
    const foreign = await furnishTeam(server, "agency", [{ person: stranger, role: "owner" }]);
    const target = { memberId: foreign.memberIds[0] ?? "", role: "owner" };
    const reviewer = { person: stranger, memberId: target.memberId };
    const reviewId = await furnishReview(server, foreign.organizationId, { reviewer, target });
    const { organizationId } = team;
    const as = team.person(0);
    for (const name of ["review.get", "review.items", "review.preview", "review.apply", "review.abandon"] as const) {
      const { fault } = await server.call(name, { organizationId, reviewId }, { as });
      expect({ name, fault }).toMatchObject({ name, fault: { kind: "notFound", what: "review" } });
    }
    // The same id is free here: a desktop made it, and two may have made the same.
    const { value } = await server.call("review.submit", team.review([{ ...team.seat(3), decision: keep }], reviewId), {
      as,
    });
    expect(value).toMatchObject({ id: reviewId, organizationId, status: "submitted" });
  });

  test("member is never in a review, and a workspace of theirs has no name here", async () => {
    const stranger = await server.person("Sam Stranger");
    const foreign = await furnishTeam(server, "agency", [{ person: stranger, role: "owner" }]);
    const created = await server.call(
      "workspace.create",
      { organizationId: foreign.organizationId, name: "Secret brand" },
      { as: stranger },
    );
    const as = team.person(0);
    const other = team.review([{ memberId: foreign.memberIds[0] ?? "", role: "owner", decision: remove }]);
    const { fault } = await server.call("review.submit", other, { as });
    expect(fault).toMatchObject({ kind: "invalid", issues: [{ path: "items", code: "unknownMember" }] });
    const own = team.review([{ ...team.seat(3), decision: keep }]);
    const scope = { kind: "workspace", workspaceId: created.value?.id ?? "" } as const;
    await server.call("review.submit", { ...own, scope }, { as });
    const { scope_name } = await server.services.pools.system
      .selectFrom("reviews")
      .select("scope_name")
      .where("id", "=", own.reviewId)
      .executeTakeFirstOrThrow();
    expect(scope_name).toBe("");
  });

  test("review is read by whoever may review, and carried out, continued and finished by its reviewer alone", async () => {
    const { organizationId } = team;
    const reviewId = await team.submit(team.person(2), [{ ...team.seat(3), decision: remove }]);
    const as = team.person(0);
    const seen = await server.call("review.get", { organizationId, reviewId }, { as });
    expect(seen.value).toMatchObject({ mine: false, reviewer: { name: "Ada Admin" } });
    const input = { organizationId, reviewId };
    const replies = [
      await server.call("review.apply", input, { as }),
      await server.call("review.finish", input, { as }),
      await server.call("review.submit", team.review([{ ...team.seat(4), decision: keep }], reviewId), { as }),
      await server.call("review.abandon", input, { as: team.person(3) }),
    ];
    expect(replies.map(({ fault }) => fault)).toMatchObject([
      { kind: "conflict", code: "reviewOfAnother" },
      { kind: "conflict", code: "reviewOfAnother" },
      { kind: "conflict", code: "reviewOfAnother" },
      { kind: "forbidden" },
    ]);
    // An owner gives up what its reviewer left lying.
    expect((await server.call("review.abandon", input, { as })).value).toMatchObject({ status: "abandoned" });
  });
});

describe("sending", () => {
  test("the same part again, in turn or at once, counts once", async () => {
    const as = team.person(0);
    const review = team.review([{ ...team.seat(3), decision: keep }]);
    const replies = await Promise.all([1, 2, 3].map(() => server.call("review.submit", review, { as })));
    expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
    const again = await server.call("review.submit", review, { as });
    expect(again.fault).toMatchObject({ kind: "conflict", code: "reviewSubmitted" });
    expect(await actionsAfter(server, team.organizationId, 0)).toEqual(["review.submitted"]);
  });

  test("parts arrive in order, each once, and only then is it whole", async () => {
    const as = team.person(0);
    const { organizationId } = team;
    const all = team.review([3, 4, 5].map((index) => ({ ...team.seat(index), decision: remove })));
    const part = (offset: number, count: number) => ({
      ...all,
      offset,
      items: (all.items ?? []).slice(offset, offset + count),
    });
    expect((await server.call("review.submit", part(1, 1), { as })).fault).toMatchObject({ code: "reviewSubmitted" });
    const first = await server.call("review.submit", part(0, 2), { as });
    expect(first.value).toMatchObject({ status: "receiving", received: 2, total: 3 });
    const early = await server.call("review.apply", { organizationId, reviewId: all.reviewId }, { as });
    expect(early.fault).toMatchObject({ kind: "conflict", code: "reviewStatus" });
    expect((await server.call("review.submit", part(0, 2), { as })).fault).toMatchObject({ code: "reviewSubmitted" });
    const twice = { ...part(2, 1), items: part(0, 1).items };
    expect((await server.call("review.submit", twice, { as })).fault).toMatchObject({ code: "reviewSubmitted" });
    const last = await server.call("review.submit", part(2, 1), { as });
    expect(last.value).toMatchObject({ status: "submitted", received: 3 });
  });

  test.each<[string, (input: ReturnType<ReviewedTeam["review"]>) => object]>([
    ["more people than a part may have", (review) => ({ ...review, items: Array(2_001).fill(review.items[0]) })],
    ["more people than its total", (review) => ({ ...review, total: 1, items: [...review.items, ...review.items] })],
    ["somebody twice", (review) => ({ ...review, total: 2, items: [...review.items, ...review.items] })],
    ["a revision that has not come", (review) => ({ ...review, asOf: 1_000 })],
    ["nobody", (review) => ({ ...review, items: [] })],
    ["a total beyond all measure", (review) => ({ ...review, total: 1_000_000 })],
    ["a decision without its time", (review) => ({ ...review, items: [{ ...review.items[0], decidedAt: null }] })],
    [
      "a comment that turns the text around",
      (review) => ({ ...review, items: [{ ...review.items[0], comment: "safe \u202e efas" }] }),
    ],
    ["a field of the server's own", (review) => ({ ...review, status: "finished" })],
    [
      "an outcome of its own",
      (review) => ({ ...review, items: [{ ...review.items[0], outcome: { state: "applied" } }] }),
    ],
  ])("refuses %s, and nothing stays", async (_, changed) => {
    const as = team.person(0);
    const review = team.review([{ ...team.seat(3), decision: keep }]);
    const { status, fault } = await server.call("review.submit", changed(review) as typeof review, { as });
    expect({ status, kind: fault?.kind }).toEqual({ status: 400, kind: "invalid" });
    expect(await actionsAfter(server, team.organizationId, 0)).toEqual([]);
    const list = await server.call("review.list", { organizationId: team.organizationId }, { as });
    expect(list.value?.items).toEqual([]);
  });

  test("a body beyond its limit is not read", async () => {
    const as = team.person(0);
    const review = team.review([{ ...team.seat(3), decision: keep }]);
    const bytes = 6 * 1024 * 1024;
    const large = { ...review, items: review.items.map((item) => ({ ...item, comment: "x".repeat(bytes) })) };
    const { fault } = await server.call("review.submit", large, { as });
    expect(fault).toMatchObject({ kind: "limitReached", limit: "size" });
  });
});

describe("afterwards", () => {
  test("a finished review cannot be changed, whoever tries, in the database either", async () => {
    const as = team.person(0);
    const { organizationId } = team;
    const reviewId = await team.submit(as, [{ ...team.seat(3), decision: keep }]);
    const input = { organizationId, reviewId };
    await server.call("review.apply", input, { as });
    await server.call("review.finish", input, { as });
    for (const name of ["review.apply", "review.finish", "review.abandon"] as const) {
      const { fault } = await server.call(name, input, { as });
      expect({ name, fault }).toMatchObject({ name, fault: { kind: "conflict", code: "reviewStatus" } });
    }
    const forged = server.services.pools.system
      .updateTable("reviews")
      .set({ evidence: "{}" })
      .where("id", "=", reviewId)
      .execute();
    await expect(forged).rejects.toThrow(/finished review/);
  });

  test("nothing of a person stands in the events of a review", async () => {
    const as = team.person(0);
    const { organizationId } = team;
    const reviewId = await team.submit(as, [{ ...team.seat(3), decision: keep, comment: "Rude to the cook" }]);
    await server.call("review.apply", { organizationId, reviewId }, { as });
    await server.call("review.finish", { organizationId, reviewId }, { as });
    const log = await server.call("auditEvent.list", { organizationId }, { as });
    expect(JSON.stringify(log.value)).not.toMatch(/Rude|Mia/);
  });

  test("its evidence is for whoever may review, as long as they may", async () => {
    const { organizationId } = team;
    const reviewer = { person: team.person(0), memberId: team.memberId(0) };
    const reviewId = await furnishReview(server, organizationId, { reviewer, target: team.seat(3), to: "finished" });
    const asked = (as: Person) =>
      server.call("review.evidence", { organizationId, reviewId, format: "json" }, { as }).then(({ status }) => status);
    expect(await asked(team.person(2))).toBe(200);
    await server.call(
      "member.changeRole",
      { organizationId, memberId: team.memberId(2), role: "member" },
      { as: team.person(0) },
    );
    expect(await asked(team.person(2))).toBe(403);
    const nowhere = { organizationId, reviewId: newId(), format: "json" } as const;
    expect((await server.call("review.evidence", nowhere, { as: team.person(0) })).status).toBe(404);
  });
});

import type { ReviewDecision } from "#domain/review/decisions.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishTeam } from "../teams.ts";
import { decided, reviewOf } from "./reviews.ts";
import { newId } from "#server/storage/ids.ts";
import { workOffReview } from "#server/reviews/work.ts";
import { handlers } from "#server/operations/handlers.ts";

/** What a preview says becomes of each decision is what becomes of it: many teams, decisions and moves. */
let server: TestServer;
let people: Person[];

beforeAll(async () => {
  server = await startTestServer();
  people = await Promise.all(Array.from({ length: 9 }, (_, index) => server.person(`Person ${index}`)));
});
afterAll(async () => server.stop());

/** The same numbers in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

const roles = ["owner", "admin", "member"] as const;

function decisionOf(draw: (below: number) => number, role: string): ReviewDecision | null {
  const others = roles.filter((one) => one !== role);
  const to = others[draw(others.length)] ?? "member";
  const all: (ReviewDecision | null)[] = [
    { kind: "keep" },
    { kind: "remove" },
    { kind: "deactivate" },
    { kind: "changeRole", to },
    null,
  ];
  return all[draw(all.length)] ?? null;
}

test.each(Array.from({ length: 25 }, (_, index) => index + 1))("team %i", async (seed) => {
  const draw = numbers(seed * 7_919);
  const seats = people.map((person, index) => ({
    person,
    // Whoever reviews is an owner or an admin; somebody else is an owner as well, or nobody is.
    role: index === 0 ? (roles[draw(2)] ?? "owner") : index === 1 ? "owner" : (roles[draw(3)] ?? "member"),
    status: index > 1 && draw(6) === 0 ? ("deactivated" as const) : ("active" as const),
  }));
  const { organizationId, memberIds } = await furnishTeam(server, "agency", seats);
  const [as] = people;
  const mover = people[1];
  if (as === undefined || mover === undefined) throw new Error("People are missing");
  const decisions = seats.map(({ role, status }, index) => ({
    memberId: memberIds[index] ?? "",
    role,
    status,
    decision: decisionOf(draw, role),
  }));
  const reviewId = newId();
  const sent = decided(reviewOf(organizationId, reviewId), decisions);
  const items = sent.items.map((item, index) => ({
    ...item,
    seen: { ...item.seen, status: seats[index]?.status ?? "active" },
  }));
  const submitted = await server.call("review.submit", { ...sent, items }, { as });
  expect(submitted.fault).toBeUndefined();
  for (let moves = draw(4); moves > 0; moves -= 1) {
    const memberId = memberIds[2 + draw(people.length - 2)] ?? "";
    if (draw(2) === 0) await server.call("member.remove", { organizationId, memberId }, { as: mover });
    else
      await server.call("member.changeRole", { organizationId, memberId, role: roles[draw(3)] ?? "" }, { as: mover });
  }
  const preview = await server.call("review.preview", { organizationId, reviewId }, { as });
  await server.call("review.apply", { organizationId, reviewId }, { as });
  await workOffReview(server.services, handlers, { organization_id: organizationId, id: reviewId }, { budget: 60_000 });
  const after = await server.services.pools.system
    .selectFrom("review_items")
    .select(["position", "decision", "state", "flag", "fault"])
    .where("review_id", "=", reviewId)
    .orderBy("position")
    .execute();
  const foreseen = new Map(preview.value?.verdicts.map(({ position, verdict }) => [position, verdict]));
  const said = after.map(({ position, decision }) => {
    const verdict = foreseen.get(position);
    if (decision === null) return { position, state: "undecided", flag: null, kind: null };
    if (verdict?.verdict === "flagged") {
      return { position, state: "flagged", flag: verdict.flag, kind: verdict.fault?.kind ?? null };
    }
    return { position, state: decision === "keep" ? "kept" : "applied", flag: null, kind: null };
  });
  const done = after.map(({ position, state, flag, fault }) => ({ position, state, flag, kind: fault?.kind ?? null }));
  expect(done).toEqual(said);
  const { owners } = await server.services.pools.system
    .selectFrom("organizations")
    .select("owners")
    .where("id", "=", organizationId)
    .executeTakeFirstOrThrow();
  expect(owners).toBe(preview.value?.ownersLeft);
});

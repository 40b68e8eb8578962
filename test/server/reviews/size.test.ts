import { handlers } from "#server/operations/handlers.ts";
import { workOffReview } from "#server/reviews/work.ts";
import { newId } from "#server/storage/ids.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishTeam } from "../teams.ts";
import { decided, reviewOf } from "./reviews.ts";

/** A review of thousands, as nothing but a busy machine may make it slow: every statement has its own time limit. */
const size = 5_000;
let server: TestServer;
let owner: Person;
let organizationId: string;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  ({ organizationId } = await furnishTeam(server, "agency", [{ person: owner, role: "owner" }]));
  await sql`
    with people as (
      insert into accounts (id, email, email_folded, name, password_digest, email_verified_at)
      select gen_random_uuid(), 'p' || i || '@example.com', 'p' || i || '@example.com', 'Person ' || i, 'x', now()
      from generate_series(1, ${size}::int) as i returning id
    )
    insert into members (organization_id, id, account_id, role, owner_class, status)
    select ${organizationId}::uuid, gen_random_uuid(), id, 'member', false, 'active' from people`.execute(
    server.services.pools.system,
  );
});
afterAll(async () => server.stop());

test("thousands are sent in parts, previewed, carried out and signed", { timeout: 300_000 }, async () => {
  const as = owner;
  const { system } = server.services.pools;
  const rows = await system.selectFrom("members").select("id").where("role", "=", "member").orderBy("id").execute();
  const decisions = rows.map(({ id: memberId }, index) => ({
    memberId,
    role: "member",
    decision: { kind: index % 50 === 0 ? ("remove" as const) : ("keep" as const) },
  }));
  const reviewId = newId();
  const review = decided(reviewOf(organizationId, reviewId), decisions);
  for (let offset = 0; offset < size; offset += 2_000) {
    const part = { ...review, offset, items: review.items.slice(offset, offset + 2_000) };
    expect((await server.call("review.submit", part, { as })).fault).toBeUndefined();
  }
  const input = { organizationId, reviewId };
  const preview = await server.call("review.preview", input, { as });
  expect(preview.value).toMatchObject({ counts: { keep: 4_900, will: 100, flagged: 0, undecided: 0 } });
  const applied = await server.call("review.apply", input, { as });
  expect(applied.value?.counts).toMatchObject({ kept: 4_900, waiting: 100 });
  const named = { organization_id: organizationId, id: reviewId };
  expect(await workOffReview(server.services, handlers, named, { budget: 60_000 })).toBe("nothing");
  const finished = await server.call("review.finish", input, { as });
  expect(finished.value).toMatchObject({ status: "finished", counts: { kept: 4_900, applied: 100, flagged: 0 } });
});

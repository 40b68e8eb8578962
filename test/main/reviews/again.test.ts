import type { DecidedAgain } from "#contract/entities/review.ts";
import { eventually } from "#test/support/eventually.ts";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { gateTo } from "../support/gate.ts";
import type { TestDesktop } from "../support/desktop.ts";
import { begun, reviewedTeam, type Reviewed } from "./support/desk.ts";

/** More than are told to the server at once, twice over. */
const size = 2_300;

/** So many more members of the team, as a sample would write them. */
async function grow({ server, organizationId }: Reviewed): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with people as (
      insert into accounts (id, email, email_folded, name, password_digest, email_verified_at)
      select gen_random_uuid(), 'p' || i || '@example.com', 'p' || i || '@example.com', 'Person ' || i, 'x', now()
      from generate_series(1, ${size}::int) as i returning id
    )
    insert into members (organization_id, id, account_id, role, owner_class, status)
    select ${organizationId}::uuid, gen_random_uuid(), id, 'member', false, 'active' from people returning id`.execute(
    server.services.pools.system,
  );
  return rows.map(({ id }) => id).toSorted();
}

/** A review that deactivates everybody, sent; since it was decided, all of them became admins. */
async function overtaken(team: Reviewed, desktop: TestDesktop, memberIds: readonly string[]) {
  const { server, organizationId } = team;
  const reviewId = await begun(desktop, organizationId);
  const decision = { kind: "deactivate" } as const;
  await desktop.call("reviews.decide", { reviewId, decisions: memberIds.map((memberId) => ({ memberId, decision })) });
  const sent = await desktop.call("reviews.send", { reviewId });
  expect(sent).toMatchObject({ value: { parts: [{ stage: "submitted", counts: { deactivate: size } }] } });
  await sql`update members set role = 'admin' where organization_id = ${organizationId} and role = 'member'`.execute(
    server.services.pools.system,
  );
  return { reviewId, serverId: sent.ok ? (sent.value.parts[0]?.reviewId ?? "") : "" };
}

/** What can still be answered, as the page offers it. */
async function unanswered(desktop: TestDesktop, organizationId: string, reviewId: string): Promise<string[]> {
  const preview = await desktop.call("review.preview", { organizationId, reviewId });
  if (!preview.ok) throw new Error(preview.fault.kind);
  return preview.value.verdicts.flatMap(({ memberId, verdict }) =>
    verdict.verdict === "flagged" && verdict.flag !== "withdrawn" ? [memberId] : [],
  );
}

const anyway = (memberId: string): DecidedAgain => ({
  memberId,
  seen: { role: "admin", status: "active" },
  decision: { kind: "deactivate" },
});
const withdrawn = (memberId: string): DecidedAgain => ({ memberId, seen: null, decision: null });

test("thousands are decided again, in one act of the person", { timeout: 120_000 }, async () => {
  const team = await reviewedTeam();
  const { organizationId } = team;
  const memberIds = await grow(team);
  const desktop = await team.desktop();
  const { reviewId, serverId } = await overtaken(team, desktop, memberIds);
  expect((await unanswered(desktop, organizationId, serverId)).toSorted()).toEqual(memberIds.toSorted());
  const answers = Object.fromEntries(
    memberIds.map((id, place) => [id, place % 2 === 0 ? ("anyway" as const) : ("withdraw" as const)]),
  );
  expect(await desktop.call("reviews.answer", { reviewId, organizationId, answers })).toMatchObject({ ok: true });
  const items = memberIds.map((id, place) => (place % 2 === 0 ? anyway(id) : withdrawn(id)));
  expect(await desktop.call("reviews.decideAgain", { reviewId, organizationId, items })).toMatchObject({
    ok: true,
    value: { parts: [{ stage: "submitted", answers: {} }] },
  });
  const preview = await desktop.call("review.preview", { organizationId, reviewId: serverId });
  expect(preview).toMatchObject({ value: { counts: { will: size / 2, flagged: size / 2 } } });
  expect(await unanswered(desktop, organizationId, serverId)).toEqual([]);
});

test(
  "a connection that breaks between them loses no answer, and the rest is told afterwards",
  { timeout: 120_000 },
  async () => {
    const team = await reviewedTeam();
    const { server, organizationId } = team;
    const memberIds = await grow(team);
    const gate = await gateTo(team.url);
    const desktop = await team.desktop({ url: gate.url });
    const { reviewId, serverId } = await overtaken(team, desktop, memberIds);
    const answers = Object.fromEntries(memberIds.map((id) => [id, "withdraw" as const]));
    await desktop.call("reviews.answer", { reviewId, organizationId, answers });
    let told = 0;
    server.app.server.on("request", ({ url = "" }: { url?: string }) => {
      if (url.endsWith("/decide-again") && ++told === 2) void gate.shut();
    });
    const items = memberIds.map(withdrawn);
    expect(await desktop.call("reviews.decideAgain", { reviewId, organizationId, items })).toMatchObject({
      fault: { kind: "offline" },
    });
    const review = await desktop.call("reviews.get", { reviewId });
    const left = review.ok ? Object.keys(review.value.parts[0]?.answers ?? {}) : [];
    expect(left).toEqual(memberIds.slice(1_000));
    await gate.open();
    // What broke off may still arrive meanwhile: then the page learns it, and offers the others.
    await eventually(async () => {
      const rest = await unanswered(desktop, organizationId, serverId);
      expect(rest.length).toBeOneOf([size - 1_000, size - 2_000]);
      const retold = { reviewId, organizationId, items: rest.map(withdrawn) };
      expect(await desktop.call("reviews.decideAgain", retold)).toMatchObject({ value: { parts: [{ answers: {} }] } });
    });
    expect(await unanswered(desktop, organizationId, serverId)).toEqual([]);
  },
);

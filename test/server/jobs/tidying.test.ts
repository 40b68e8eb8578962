import { sql } from "kysely";
import { eventually } from "#test/support/eventually.ts";
import { expect, test, vi } from "vitest";
import { expireRequests } from "#server/approvals/expire.ts";
import { expireSome } from "#server/invitations/expire.ts";
import { startTidying } from "#server/jobs/tidying.ts";
import { revertIfDue } from "#server/lockout/revert.ts";
import { expireAccess } from "#server/members/expire.ts";
import { expireTransfer } from "#server/ownership/expire.ts";
import { remindOfReview } from "#server/reviews/remind.ts";
import { newId } from "#server/storage/ids.ts";
import { openPools } from "#server/storage/pools.ts";
import { tidy } from "#server/jobs/tidy.ts";
import { createTestDatabase } from "#test/support/database.ts";
import { insertAccount, insertInvitation, insertMember, insertOrganization, insertSession } from "../storage/rows.ts";

test("what has expired is ended or forgotten, what lives stays", async () => {
  const database = await createTestDatabase();
  const pools = openPools(database.url);
  const db = pools.system;
  const owner = await insertAccount(db, "dana@example.com");
  const { id } = await insertOrganization(db, owner);
  const late = await insertInvitation(db, id, "late@example.com");
  await insertInvitation(db, id, "early@example.com");
  await db
    .updateTable("invitations")
    .set({ expires_at: new Date(0) })
    .where("id", "=", late)
    .execute();
  const live = await insertSession(db, owner, "live");
  const old = await insertSession(db, owner, "old");
  await db
    .updateTable("sessions")
    .set({ expires_at: new Date(0) })
    .where("id", "=", old)
    .execute();
  const key = { account_id: owner, operation: "o", request_digest: Buffer.from("d") };
  await db
    .insertInto("idempotency_keys")
    .values({ ...key, key: "old", created_at: new Date(0) })
    .execute();
  await db
    .insertInto("idempotency_keys")
    .values({ ...key, key: "new" })
    .execute();
  await db
    .insertInto("rate_limits")
    .values({ key: "a", window_start: new Date(0), hits: 1 })
    .execute();

  await Promise.all([tidy(db, new Date()), tidy(db, new Date())]);

  const statuses = await db.selectFrom("invitations").select("status").orderBy("status").execute();
  expect(statuses.map(({ status }) => status)).toEqual(["expired", "pending"]);
  const { pending_invitations } = await db
    .selectFrom("organizations")
    .select("pending_invitations")
    .executeTakeFirstOrThrow();
  expect(pending_invitations).toBe(1);
  const events = await db.selectFrom("audit_events").select(["action", "target_id", "revision"]).execute();
  expect(events).toEqual([{ action: "invitation.expired", target_id: late, revision: 1 }]);
  expect(await db.selectFrom("sessions").select("id").execute()).toEqual([{ id: live }]);
  expect(await db.selectFrom("session_tokens").select("session_id").execute()).toEqual([{ session_id: live }]);
  expect(await db.selectFrom("idempotency_keys").select("key").execute()).toEqual([{ key: "new" }]);
  expect(await db.selectFrom("rate_limits").select("key").execute()).toEqual([]);
  await pools.close();
  await database.drop();
});

test("it runs at the start and again, and a failure is told instead of ending it", async () => {
  const database = await createTestDatabase();
  const pools = openPools(database.url);
  const onFailure = vi.fn<(error: unknown) => void>();
  await pools.system.schema.alterTable("rate_limits").renameTo("moved").execute();
  const tidying = startTidying(pools, onFailure, 50);
  await eventually(() => expect(onFailure.mock.calls.length).toBeGreaterThan(1));
  await tidying.stop();
  await pools.close();
  await database.drop();
});

test("more invitations expire at once than one statement can write events for", async () => {
  const database = await createTestDatabase();
  const pools = openPools(database.url);
  const db = pools.system;
  const owner = await insertAccount(db, "dana@example.com");
  const { id } = await insertOrganization(db, owner);
  await sql`insert into invitations (organization_id, id, email, email_folded, role, token_digest,
      invited_by_account_id, invited_by_name, expires_at)
    select ${id}, gen_random_uuid(), number || '@example.com', number || '@example.com', 'member',
      sha256(number::text::bytea), ${owner}, 'Dana Reyes', now() - interval '1 day'
    from generate_series(1, 5000) as number`.execute(db);

  await tidy(db, new Date());

  const left = await db.selectFrom("invitations").select("id").where("status", "=", "pending").execute();
  expect(left).toEqual([]);
  const { revision } = await db.selectFrom("organizations").select("revision").executeTakeFirstOrThrow();
  expect(revision).toBe(5000);
  await pools.close();
  await database.drop();
});

test("plans that were over 90 days ago are forgotten with their items, others stay", async () => {
  const database = await createTestDatabase();
  const pools = openPools(database.url);
  const db = pools.system;
  const owner = await insertAccount(db, "dana@example.com");
  const { id: organizationId } = await insertOrganization(db, owner);
  const now = new Date("2026-11-22T12:00:00.000Z");
  const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
  const plans = [
    ["finished", ago(91)],
    ["cancelled", ago(91)],
    ["finished", ago(89)],
    ["running", null],
  ] as const;
  for (const [status, finished] of plans) {
    const id = newId();
    const plan = { account_id: owner, change: JSON.stringify({ kind: "remove" }), status, created_at: ago(400) };
    await db
      .insertInto("plans")
      .values({ ...plan, id, finished_at: finished })
      .execute();
    const item = { organization_id: organizationId, plan_id: id, position: 0, account_id: owner };
    await db.insertInto("plan_items").values(item).execute();
  }
  await tidy(db, now);
  const left = await db.selectFrom("plans").select(["id", "status"]).orderBy("status").execute();
  expect(left.map(({ status }) => status)).toEqual(["finished", "running"]);
  const items = await db.selectFrom("plan_items").select("plan_id").execute();
  expect(new Set(items.map(({ plan_id }) => plan_id))).toEqual(new Set(left.map(({ id }) => id)));
  await pools.close();
  await database.drop();
});

test("an organization that cannot be tidied holds up no other, and is told of", async () => {
  const database = await createTestDatabase();
  const pools = openPools(database.url);
  const db = pools.system;
  const owner = await insertAccount(db, "dana@example.com");
  const foreign = await insertOrganization(db, owner);
  const sound = await insertOrganization(db, await insertAccount(db, "lee@example.com"));
  // A newer server on the same database may know presets that this one does not.
  await db.updateTable("organizations").set({ preset: "tomorrow" }).where("id", "=", foreign.id).execute();
  const { ownerMemberId: memberId } = foreign;
  const people = { organization_id: foreign.id, member_id: memberId, requester_id: memberId };
  await db
    .insertInto("role_requests")
    .values({ ...people, id: newId(), from_role: "member", to_role: "admin", expires_at: new Date(0) })
    .execute();
  const reminded = { rhythm: "quarterly", first_due_on: "2020-01-01", next_due_on: "2020-01-01" } as const;
  const schedule = { ...reminded, scope: JSON.stringify({ kind: "all" }), reviewer_ids: [] };
  await db
    .insertInto("review_schedules")
    .values({ ...schedule, organization_id: sound.id })
    .execute();

  await expect(tidy(db, new Date())).rejects.toThrow("Unknown role preset 'tomorrow'");

  expect(await db.selectFrom("review_schedules").select("reminded").execute()).toEqual([{ reminded: "overdue" }]);
  await pools.close();
  await database.drop();
});

test("nothing is written about an organization that is being purged, nor about one that is gone", async () => {
  const database = await createTestDatabase();
  const pools = openPools(database.url);
  const db = pools.system;
  const { id } = await insertOrganization(db, await insertAccount(db, "dana@example.com"));
  const memberId = await insertMember(db, id, await insertAccount(db, "max@example.com"));
  const invitation = await insertInvitation(db, id, "late@example.com");
  const past = new Date(0);
  await db.updateTable("invitations").set({ expires_at: past }).where("id", "=", invitation).execute();
  await db.updateTable("members").set({ access_until: past }).where("id", "=", memberId).execute();
  const guard = { organization_id: id, id: newId(), member_id: memberId, former_role: "owner", by_name: "Dana" };
  await db
    .insertInto("lockout_guards")
    .values({ ...guard, confirm_by: past })
    .execute();
  const people = { organization_id: id, member_id: memberId, requester_id: memberId };
  await db
    .insertInto("role_requests")
    .values({ ...people, id: newId(), from_role: "member", to_role: "admin", expires_at: past })
    .execute();
  const scope = JSON.stringify({ kind: "all" });
  const due = { rhythm: "quarterly", first_due_on: "2020-01-01", next_due_on: "2020-01-01", scope } as const;
  await db
    .insertInto("review_schedules")
    .values({ ...due, organization_id: id, reviewer_ids: [] })
    .execute();
  const organization = db.updateTable("organizations").where("id", "=", id);
  await organization.set({ status: "held", held_at: past, held_by: "Dana", purge_at: past }).execute();
  await organization.set({ status: "purging" }).execute();

  await tidy(db, new Date());

  const { revision } = await db.selectFrom("organizations").select("revision").executeTakeFirstOrThrow();
  expect(revision).toBe(0);
  expect(await db.selectFrom("audit_events").select("action").execute()).toEqual([]);
  const letters = await db.selectFrom("outbox").select("payload").where("kind", "=", "mail").execute();
  expect(letters).toEqual([]);
  const moment = { requestId: "test", at: new Date() };
  await db.transaction().execute(async (at) => {
    const gone = newId();
    expect(await expireSome(at, gone, moment)).toBe(false);
    expect(await expireAccess(at, gone, moment)).toBe(false);
    await revertIfDue(at, gone, newId(), moment);
    await expireTransfer(at, gone, moment);
    await expireRequests(at, gone, moment);
    await remindOfReview(at, id, moment.at);
  });
  expect(await db.selectFrom("outbox").select("payload").where("kind", "=", "mail").execute()).toEqual([]);
  await pools.close();
  await database.drop();
});

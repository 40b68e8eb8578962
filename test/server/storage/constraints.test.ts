import type { Updateable } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#server/storage/ids.ts";
import { openPools, type Pools } from "#server/storage/pools.ts";
import type { MembersTable } from "#server/storage/tables/organization.ts";
import { createTestDatabase, type TestDatabase } from "#test/support/database.ts";
import { insertAccount, insertEvent, insertInvitation, insertMember, insertOrganization } from "./rows.ts";

let database: TestDatabase;
let pools: Pools;

beforeAll(async () => {
  database = await createTestDatabase();
  pools = openPools(database.url);
});

afterAll(async () => {
  await pools.close();
  await database.drop();
});

async function newOwner(): Promise<string> {
  return insertAccount(pools.system, `${newId()}@example.com`);
}

async function countersOf(id: string) {
  return pools.system
    .selectFrom("organizations")
    .select(["owners", "lasting_owners", "active_members", "pending_invitations"])
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
}

test("an organization never commits without an owner", async () => {
  const { id, ownerMemberId } = await insertOrganization(pools.system, await newOwner());
  const owner = pools.system.updateTable("members").where("id", "=", ownerMemberId).where("organization_id", "=", id);
  const violation = { constraint: "members_lasting_owner", code: "23514" };
  await expect(owner.set({ owner_class: false }).execute()).rejects.toMatchObject(violation);
  await expect(owner.set({ status: "removed" }).execute()).rejects.toMatchObject(violation);
  await expect(owner.set({ status: "deactivated" }).execute()).rejects.toMatchObject(violation);
  await expect(pools.system.deleteFrom("members").where("id", "=", ownerMemberId).execute()).rejects.toMatchObject(
    violation,
  );
  const alone = { id: newId(), slug: newId(), name: "Nobody's", preset: "agency" };
  await expect(pools.system.insertInto("organizations").values(alone).execute()).rejects.toMatchObject({
    constraint: "organizations_owner",
  });
});

test("ownership can change hands inside one transaction, and an organization can be deleted", async () => {
  const { id, ownerMemberId } = await insertOrganization(pools.system, await newOwner());
  const heir = await insertMember(pools.system, id, await newOwner());
  await pools.system.transaction().execute(async (at) => {
    const member = at.updateTable("members").where("organization_id", "=", id);
    await member.set({ owner_class: false }).where("id", "=", ownerMemberId).execute();
    await member.set({ owner_class: true }).where("id", "=", heir).execute();
  });
  expect(await countersOf(id)).toMatchObject({ owners: 1, active_members: 2 });
  await pools.system.deleteFrom("organizations").where("id", "=", id).execute();
});

test("owners whose access has no end are counted apart, whatever takes or gives them that", async () => {
  const { id } = await insertOrganization(pools.system, await newOwner());
  const second = await insertMember(pools.system, id, await newOwner());
  const set = async (change: Updateable<MembersTable>) => {
    await pools.system.updateTable("members").set(change).where("id", "=", second).execute();
    const { owners, lasting_owners: lasting } = await countersOf(id);
    return [owners, lasting];
  };
  expect(await set({ access_until: new Date() })).toEqual([1, 1]);
  expect(await set({ owner_class: true })).toEqual([2, 1]);
  expect(await set({ access_until: null })).toEqual([2, 2]);
  expect(await set({ status: "deactivated" })).toEqual([1, 1]);
  expect(await set({ status: "active", access_until: new Date() })).toEqual([2, 1]);
  expect(await set({ access_until: null, owner_class: false })).toEqual([1, 1]);
  expect(await set({ owner_class: true })).toEqual([2, 2]);
  await pools.system.deleteFrom("members").where("id", "=", second).execute();
  expect(await countersOf(id)).toMatchObject({ owners: 1, lasting_owners: 1 });
});

test("of two owners who leave at the same moment one stays", async () => {
  for (let round = 0; round < 20; round++) {
    const { id, ownerMemberId } = await insertOrganization(pools.system, await newOwner());
    const second = await insertMember(pools.system, id, await newOwner());
    await pools.system.updateTable("members").set({ owner_class: true }).where("id", "=", second).execute();
    const leave = async (member: string) =>
      pools.system.updateTable("members").set({ status: "removed" }).where("id", "=", member).execute();
    await Promise.allSettled([leave(ownerMemberId), leave(second)]);
    expect(await countersOf(id)).toMatchObject({ owners: 1 });
  }
});

test("of two owners whose access is to end, set at the same moment, one keeps it without an end", async () => {
  for (let round = 0; round < 20; round++) {
    const { id, ownerMemberId } = await insertOrganization(pools.system, await newOwner());
    const second = await insertMember(pools.system, id, await newOwner());
    await pools.system.updateTable("members").set({ owner_class: true }).where("id", "=", second).execute();
    const end = async (member: string) =>
      pools.system.updateTable("members").set({ access_until: new Date() }).where("id", "=", member).execute();
    const ended = await Promise.allSettled([end(ownerMemberId), end(second)]);
    expect(ended.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  }
});

test("seats are never overrun, however many join at once", async () => {
  const { id } = await insertOrganization(pools.system, await newOwner(), { seats_limit: 3 });
  const people = await Promise.all(Array.from({ length: 8 }, newOwner));
  const joined = await Promise.allSettled(people.map(async (person) => insertMember(pools.system, id, person)));
  expect(joined.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  expect(joined.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { constraint: "organizations_seats" },
  });
  expect(await countersOf(id)).toMatchObject({ active_members: 3 });
});

test("a person is a member once, and an address has one pending invitation", async () => {
  const owner = await newOwner();
  const { id } = await insertOrganization(pools.system, owner);
  await expect(insertMember(pools.system, id, owner)).rejects.toMatchObject({ constraint: "members_once" });
  const first = await insertInvitation(pools.system, id, "Kim@example.com");
  await expect(insertInvitation(pools.system, id, "kim@example.com")).rejects.toMatchObject({
    constraint: "invitations_one_pending",
  });
  expect(await countersOf(id)).toMatchObject({ pending_invitations: 1 });
  await pools.system.updateTable("invitations").set({ status: "revoked" }).where("id", "=", first).execute();
  await insertInvitation(pools.system, id, "kim@example.com");
  expect(await countersOf(id)).toMatchObject({ pending_invitations: 1 });
});

test("audit events are never changed nor removed, not even by the owner of the database", async () => {
  const { id } = await insertOrganization(pools.system, await newOwner());
  await insertEvent(pools.system, id, 1);
  const refused = { constraint: "audit_events_append_only" };
  const change = pools.system.updateTable("audit_events").set({ actor_name: "Somebody else" });
  await expect(change.execute()).rejects.toMatchObject(refused);
  await expect(pools.system.deleteFrom("audit_events").execute()).rejects.toMatchObject(refused);
  await expect(pools.systemPool.query("truncate audit_events")).rejects.toMatchObject(refused);
  await expect(insertEvent(pools.system, id, 1)).rejects.toMatchObject({ constraint: "audit_events_pkey" });
});

test("a person's new name reaches their memberships and its search, without accents and case", async () => {
  const account = await newOwner();
  const { id } = await insertOrganization(pools.system, account);
  await pools.system.updateTable("accounts").set({ name: "Élodie Ångström" }).where("id", "=", account).execute();
  const member = await pools.system.selectFrom("members").selectAll().where("organization_id", "=", id).execute();
  expect(member[0]).toMatchObject({ name: "Élodie Ångström", name_key: "elodie angstrom" });
});

import { newId } from "#server/storage/ids.ts";
import type { Person } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionsAfter, furnishInvitation, furnishTeam, standing } from "../teams.ts";
import { untilWaiting } from "../waiting.ts";
import { inParallel, startRaceServers, type RaceServers } from "./servers.ts";

let servers: RaceServers;
let owner: Person;
let organizationId: string;

beforeAll(async () => {
  servers = await startRaceServers();
  owner = await servers.here.person("Olivia Owner");
  ({ organizationId } = await furnishTeam(servers.here, "agency", [{ person: owner, role: "owner" }]));
});
afterAll(async () => servers.stop());

const keyed = () => ({ "idempotency-key": newId() });

const invite = (email: string, headers: Record<string, string>) =>
  servers.call("invitation.send", { organizationId, emails: [email], role: "member" }, owner, headers);

test("a retry gets the first answer and leaves one event", async () => {
  const key = keyed();
  const before = await standing(servers.here, organizationId);
  const first = await invite("ada@example.com", key);
  const second = await invite("ada@example.com", key);
  expect(first.status).toBe(200);
  expect(second).toEqual(first);
  expect(await actionsAfter(servers.here, organizationId, before.revision)).toEqual(["invitation.sent"]);
});

test("duplicates sent at once to two servers run once and answer alike", async () => {
  await inParallel(
    50,
    async (index) => {
      const key = keyed();
      const replies = await Promise.all([1, 2, 3].map(() => invite(`guest.${index}@example.com`, key)));
      expect(replies.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(new Set(replies.map(({ value }) => JSON.stringify(value))).size).toBe(1);
    },
    5,
  );
  const { pending_invitations: pending, revision } = await standing(servers.here, organizationId);
  expect({ pending, revision }).toEqual({ pending: 51, revision: 51 });
});

test("creating an organization twice under one key makes one", async () => {
  const founder = await servers.here.person("Fatima Founder");
  const key = keyed();
  const replies = await Promise.all(
    [1, 2].map(() => servers.call("organization.create", { name: "Once" }, founder, key)),
  );
  const list = await servers.here.call("organization.list", {}, { as: founder });
  expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  expect(list.value?.total).toBe(1);
});

test("a key used for something else is refused", async () => {
  const key = keyed();
  await invite("grace@example.com", key);
  const other = await invite("hedy@example.com", key);
  expect(other).toMatchObject({ status: 409, fault: { kind: "conflict", code: "idempotencyKeyReused" } });
});

test("a key used for another invitation's link is refused, not answered with the first one's", async () => {
  const key = keyed();
  const guest = await servers.here.person("Gwen Guest");
  const first = await furnishInvitation(servers.here, organizationId, { email: guest.email, role: "member" });
  const elsewhere = await furnishTeam(servers.here, "agency", [{ person: owner, role: "owner" }]);
  const offer = { email: guest.email, role: "member" };
  const second = await furnishInvitation(servers.here, elsewhere.organizationId, offer);
  const accept = (token: string) => servers.call("invitation.accept", { token }, guest, key);
  expect((await accept(first.token)).status).toBe(200);
  expect((await accept(first.token)).status).toBe(200);
  expect((await accept(second.token)).fault).toMatchObject({ kind: "conflict", code: "idempotencyKeyReused" });
});

test("a key used at once for an organization's command and for an account's serves one and is refused to the other", async () => {
  const { here } = servers;
  const { pools } = here.services;
  const admin = await here.person("Ada Admin");
  const { organizationId: at } = await furnishTeam(here, "agency", [
    { person: owner, role: "owner" },
    { person: admin, role: "admin" },
  ]);
  const { id: invitationId } = await furnishInvitation(here, at, { email: admin.email, role: "member" });
  const key = keyed();
  // Both wait for the organization, the one with the key behind the one that still needs it.
  const replies = await pools.system.transaction().execute(async (db) => {
    await db.selectFrom("organizations").select("id").where("id", "=", at).forUpdate().execute();
    const updating = servers.call("organization.update", { organizationId: at, industry: "Shipping" }, admin, key);
    await untilWaiting(pools, 1);
    const declining = servers.call("invitation.declineReceived", { invitationId }, admin, key);
    await untilWaiting(pools, 2);
    return [updating, declining] as const;
  });
  const [updated, declined] = [await replies[0], await replies[1]];
  expect(updated.status).toBe(200);
  expect(declined.fault).toMatchObject({ kind: "conflict", code: "idempotencyKeyReused" });
});

test("a refused command keeps no key: it may succeed later", async () => {
  const key = keyed();
  const taken = await invite("ada@example.com", key);
  expect(taken.status).toBe(400);
  const again = await invite("ada@example.com", key);
  expect(again.fault).toMatchObject({ kind: "invalid", issues: [{ code: "alreadyInvited" }] });
});

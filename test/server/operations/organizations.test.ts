import { topics } from "#contract/auditActions.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";
import { authenticatedTogether } from "#server/dispatch/authenticated.ts";
import { organizationContext } from "#server/dispatch/organization-context.ts";
import { organizationHandlers } from "#server/operations/organizations.ts";
import { newId } from "#server/storage/ids.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishTeam } from "../teams.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.stop());

test("a new organization belongs to its creator, under a slug of its name", async () => {
  const dana = await server.person("Dana Reyes");
  const created = await server.call("organization.create", { name: "  Näxt Wörks " }, { as: dana });
  expect(created.fault).toBeUndefined();
  expect(created.value).toMatchObject({
    name: "Näxt Wörks",
    preset: "agency",
    owners: 1,
    memberCount: 1,
    revision: 1,
    seatsLimit: null,
    personal: false,
    me: { role: "owner" },
  });
  const again = await server.call("organization.create", { name: "Näxt Wörks" }, { as: dana });
  expect(again.value?.slug).toBe(`${created.value?.slug}-2`);
});

test("organizations are listed by name, page after page", async () => {
  const ravi = await server.person("Ravi Shah");
  const names = ["beta", "Alpha", "Émile", "delta", "Echo"];
  for (const name of names) await server.call("organization.create", { name }, { as: ravi });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await server.call("organization.list", { limit: 2, ...(cursor ? { cursor } : {}) }, { as: ravi });
    expect(page.value?.total).toBe(5);
    expect(page.value?.matching).toBe(cursor === undefined ? 5 : null);
    seen.push(...(page.value?.items ?? []).map(({ name }) => name));
    cursor = page.value?.next ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(["Alpha", "beta", "delta", "Echo", "Émile"]);
});

test("what is chosen is checked: slug, time zone, currency, language and texts", async () => {
  const dana = await server.person("Dana Reyes");
  const named = { name: "Chosen", slug: "chosen-one", timeZone: "Asia/Kolkata", currency: "INR", language: "EN-in" };
  const made = await server.call("organization.create", named, { as: dana });
  expect(made.value).toMatchObject({ ...named, language: "en-IN" });
  const taken = await server.call("organization.create", named, { as: dana });
  expect(taken.fault).toMatchObject({ kind: "conflict", code: "slugTaken" });
  const wrong = {
    name: "a\u202eb",
    slug: "admin",
    timeZone: "+02:00",
    currency: "XYZ",
    language: "no such tag",
    industry: "a\u0007b",
  };
  const refused = await server.call("organization.create", wrong, { as: dana });
  const issues = refused.fault?.kind === "invalid" ? refused.fault.issues : [];
  expect(issues.map(({ path }) => path).toSorted((a, b) => a.localeCompare(b))).toEqual(
    Object.keys(wrong).toSorted((a, b) => a.localeCompare(b)),
  );
});

test("an update records the fields that changed, and no others", async () => {
  const dana = await server.person("Dana Reyes");
  const made = await server.call("organization.create", { name: "Before", industry: "Tea" }, { as: dana });
  const organizationId = made.value?.id ?? "";
  const change = { organizationId, name: "After", industry: "Tea", timeZone: "Europe/Berlin" };
  const updated = await server.call("organization.update", change, { as: dana });
  expect(updated.value).toMatchObject({ name: "After", timeZone: "Europe/Berlin", revision: 2 });
  const event = await server.call("auditEvent.get", { organizationId, revision: 2 }, { as: dana });
  expect(event.value).toMatchObject({
    action: "organization.updated",
    before: { name: "Before", timeZone: "UTC" },
    after: { name: "After", timeZone: "Europe/Berlin" },
  });
  expect(Object.keys(event.value?.after ?? {})).toHaveLength(2);
  const same = await server.call("organization.update", change, { as: dana });
  expect(same.fault).toMatchObject({ kind: "invalid", issues: [{ code: "nothingToChange" }] });
});

test("a desktop learns which topics changed after the revision it has seen", async () => {
  const dana = await server.person("Dana Reyes");
  const made = await server.call("organization.create", { name: "Watched" }, { as: dana });
  const organizationId = made.value?.id ?? "";
  const invite = { organizationId, emails: ["ada@example.com"], role: "member" };
  await server.call("invitation.send", invite, { as: dana });
  const since = async (revision: number) => {
    const reply = await server.call("organization.changes", { organizationId, since: revision }, { as: dana });
    return { revision: reply.value?.revision, topics: new Set(reply.value?.topics) };
  };
  expect(await since(1)).toEqual({ revision: 2, topics: new Set(["invitations", "organization", "audit"]) });
  expect(await since(2)).toEqual({ revision: 2, topics: new Set() });
  expect((await since(9)).topics).toEqual(new Set(topics));
});

test("owners read refused commands and their members' sign-ins since they joined, page by page", async () => {
  const dana = await server.person("Dana Reyes");
  const mila = await server.person("Mila Member");
  const { organizationId } = await furnishTeam(server, "agency", [
    { person: dana, role: "owner" },
    { person: mila, role: "member" },
  ]);
  const { system } = server.services.pools;
  const earlier = { id: newId(), account_id: mila.accountId, kind: "session.signedIn", at: new Date(0) };
  const signedIn = { ...earlier, id: newId(), at: new Date(Date.now() + 1) };
  const own = { id: newId(), account_id: mila.accountId, kind: "account.passwordChanged" };
  await system.insertInto("security_events").values([earlier, signedIn, own]).execute();
  await server.call("organization.update", { organizationId, name: "Mine" }, { as: mila });
  const first = await server.call("organization.listSecurityEvents", { organizationId, limit: 1 }, { as: dana });
  expect(first.value).toMatchObject({
    total: 2,
    items: [{ kind: "command.refused", accountName: "Mila Member", detail: { operation: "organization.update" } }],
  });
  const cursor = first.value?.next ?? "";
  const rest = await server.call("organization.listSecurityEvents", { organizationId, cursor }, { as: dana });
  expect(rest.value).toMatchObject({ next: null, items: [{ id: signedIn.id }] });
});

test("what somebody did while they had no access is not told when they come back", async () => {
  const owner = await server.person("Olivia Owner");
  const person = await server.person("Rita Returned");
  const { organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person, role: "member" },
  ]);
  const { system } = server.services.pools;
  const memberId = memberIds[1] ?? "";
  /** Events are kept to the millisecond: a little away from the moment, so that rounding does not decide. */
  const signIn = async (milliseconds: 2 | -2) => {
    const { rows } = await sql<{ id: string }>`
      insert into security_events (id, account_id, kind, at)
      values (${newId()}, ${person.accountId}, 'session.signedIn', clock_timestamp() + ${milliseconds}::int * interval '1 ms')
      returning id`.execute(system);
    return rows[0]?.id;
  };
  const told = async () => {
    const { value } = await server.call("organization.listSecurityEvents", { organizationId }, { as: owner });
    return value?.items.map(({ id }) => id);
  };
  const before = await signIn(2);
  expect(await told()).toEqual([before]);
  for (const [leaves, returns] of [
    ["member.remove", "member.reinstate"],
    ["member.deactivate", "member.reactivate"],
  ] as const) {
    expect((await server.call(leaves, { organizationId, memberId }, { as: owner })).status).toBe(200);
    await signIn(-2);
    expect((await server.call(returns, { organizationId, memberId }, { as: owner })).status).toBe(200);
    expect(await told()).toEqual([]);
    const after = await signIn(2);
    expect(await told()).toEqual([after]);
  }
});

test.each([
  ["access ended", { status: "deactivated" as const }, { kind: "forbidden", refusal: { code: "deactivated" } }],
  ["removed", { status: "removed" as const, removed_at: new Date() }, { kind: "notFound", what: "organization" }],
])(
  "a read whose caller lost access after they were let in is refused as it would be now: %s",
  async (_, set, fault) => {
    const [owner, member] = [await server.person("Olivia Owner"), await server.person("Max Member")];
    const { organizationId, memberIds } = await furnishTeam(server, "agency", [
      { person: owner, role: "owner" },
      { person: member, role: "member" },
    ]);
    const { services } = server;
    const { token } = member;
    const caller = { requestId: "", address: "", userAgent: "", token, idempotencyKey: null, basis: null };
    const now = { ...caller, now: new Date() };
    const authentication = await authenticatedTogether(services.pools, now, organizationId);
    const context = organizationContext({ services, caller: now, authentication }, { db: services.pools.system });
    const read = () => organizationHandlers["organization.get"](context);
    expect(await read()).toMatchObject({ id: organizationId });
    const row = services.pools.system.updateTable("members").where("id", "=", memberIds[1] ?? "");
    await row.set(set).execute();
    await expect(read()).rejects.toMatchObject({ fault });
  },
);

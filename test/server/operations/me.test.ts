import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newAddress, personOf, signUp } from "#test/support/journeys.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { insertInvitation, insertMember, insertOrganization } from "../storage/rows.ts";

let server: TestServer;
let person: Person;
beforeAll(async () => {
  server = await startTestServer();
  person = personOf(await signUp(server, { email: "me@example.com", name: "Mei Tanaka" }));
});
afterAll(async () => server.stop());

const update = async (change: Parameters<typeof server.call<"me.update">>[1]) =>
  server.call("me.update", change, { as: person });

describe("the profile", () => {
  test("changes, canonical and at once", async () => {
    const change = { name: "  Mei Tanaka-Olsen ", locale: "EN-gb", timeZone: "europe/berlin" };
    const reply = await update(change);
    expect(reply.value).toMatchObject({ name: "Mei Tanaka-Olsen", locale: "en-GB", timeZone: "Europe/Berlin" });
    expect((await server.call("me.get", {}, { as: person })).value).toEqual(reply.value);
    expect((await update({})).value).toEqual(reply.value);
  });

  test.each([
    ["name", { name: "a\u0000b" }],
    ["name", { name: "\u2066x" }],
    ["name", { name: "\u2060" }],
    ["name", { name: "x".repeat(10_240) }],
    ["locale", { locale: "not a locale" }],
    ["locale", { locale: "en\u0000" }],
    ["locale", { locale: "🍳🍳" }],
    ["timeZone", { timeZone: "Mars/Olympus" }],
    ["timeZone", { timeZone: "+02:00" }],
    ["timeZone", { timeZone: "Europe/Berlin\u0000" }],
    ["lastOrganizationId", { lastOrganizationId: "not an id" }],
  ])("refuses this %s: %j", async (path, change) => {
    const reply = await update(change);
    expect(reply.fault).toMatchObject({ kind: "invalid", issues: [{ path }] });
  });

  test("keeps emoji and markup in a name as they are", async () => {
    for (const name of ["Mei 👩‍🚀", "<b>Mei</b>", "=1+1", "مي"]) expect((await update({ name })).value?.name).toBe(name);
  });

  test("remembers only an organization in which the person is active", async () => {
    const { system } = server.services.pools;
    const other = await server.person("Other Owner");
    const theirs = await insertOrganization(system, other.accountId);
    expect((await update({ lastOrganizationId: theirs.id })).fault).toMatchObject({ kind: "notFound" });
    const member = await insertMember(system, theirs.id, person.accountId);
    expect((await update({ lastOrganizationId: theirs.id })).value?.lastOrganizationId).toBe(theirs.id);
    await system.updateTable("members").set({ status: "removed" }).where("id", "=", member).execute();
    expect((await update({ lastOrganizationId: theirs.id })).fault).toMatchObject({ kind: "notFound" });
  });
});

describe("the inbox", () => {
  test("names a role of the organization's own and says what it is about", async () => {
    const invited = await server.person("Ira Invited");
    const owner = await server.person("Role Owner");
    const { value: organization } = await server.call("organization.create", { name: "Fabrikam" }, { as: owner });
    const organizationId = organization?.id ?? "";
    const role = {
      name: "Brand lead",
      description: "Edits briefs.",
      rank: 15,
      permissions: ["workspace.edit" as const],
    };
    const { value: made } = await server.call("role.create", { organizationId, ...role }, { as: owner });
    const invitation = { organizationId, emails: [invited.email], role: made?.key ?? "" };
    await server.call("invitation.send", invitation, { as: owner });
    const inbox = await server.call("me.listInvitations", {}, { as: invited });
    const received = { roleName: "Brand lead", roleDescription: "About this role: Edits briefs." };
    expect(inbox.value?.items).toMatchObject([received]);
  });

  test("holds open invitations for the person's address alone", async () => {
    const { system } = server.services.pools;
    const owner = await server.person("Inbox Owner");
    const open = await insertOrganization(system, owner.accountId, { name: "Contoso" });
    const late = await insertOrganization(system, owner.accountId);
    const revoked = await insertOrganization(system, owner.accountId);
    const id = await insertInvitation(system, open.id, "ME@example.com");
    await insertInvitation(system, open.id, "somebody.else@example.com");
    const lateId = await insertInvitation(system, late.id, "me@example.com");
    await system.updateTable("invitations").set({ expires_at: new Date() }).where("id", "=", lateId).execute();
    const revokedId = await insertInvitation(system, revoked.id, "me@example.com");
    await system.updateTable("invitations").set({ status: "revoked" }).where("id", "=", revokedId).execute();
    const inbox = await server.call("me.listInvitations", {}, { as: person });
    expect(inbox.value?.items).toMatchObject([
      {
        id,
        organizationName: "Contoso",
        preset: "agency",
        role: "member",
        roleName: "Member",
        roleDescription: "You have standard access to the brands that you are assigned to.",
        email: "ME@example.com",
      },
    ]);
  });
});

describe("the security log", () => {
  test("is paged, newest first, without gaps or repetitions, and holds nobody else's entries", async () => {
    const other = personOf(await signUp(server, { email: "log@example.com" }));
    for (let time = 0; time < 6; time += 1) {
      await server.call("me.update", { name: `Name ${time}` }, { as: other, headers: newAddress() });
    }
    const all = await server.call("me.listSecurityEvents", { limit: 200 }, { as: other });
    const ids = all.value?.items.map(({ id }) => id);
    expect(all.value).toMatchObject({ total: 7, matching: 7, next: null });
    expect(all.value?.items.at(-1)?.kind).toBe("account.created");
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await server.call(
        "me.listSecurityEvents",
        { limit: 3, ...(typeof cursor === "string" ? { cursor } : {}) },
        { as: other },
      );
      expect(page.value?.matching).toBe(cursor === undefined ? 7 : null);
      seen.push(...(page.value?.items.map(({ id }) => id) ?? []));
      cursor = page.value?.next;
    } while (typeof cursor === "string");
    expect(seen).toEqual(ids);
  });

  test.each(["x", "🍳", "WzEsIm90aGVyIixbIngiXV0", "\u0000", "a".repeat(599)])(
    "refuses the cursor %j",
    async (cursor) => {
      const reply = await server.call("me.listSecurityEvents", { cursor }, { as: person });
      expect(reply.fault).toMatchObject({ kind: "invalid", issues: [{ path: "cursor" }] });
    },
  );
});

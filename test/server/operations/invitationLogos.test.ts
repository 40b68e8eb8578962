import { hash } from "node:crypto";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { saveLogo } from "#server/storage/queries/logos.ts";
import { day, furnishInvitation, furnishTeam } from "../teams.ts";

let server: TestServer;
let owner: Person;
let guest: Person;
let stranger: Person;
let organizationId: string;
let digest: string;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  guest = await server.person("Gina Guest");
  stranger = await server.person("Sam Stranger");
});
beforeEach(async () => {
  ({ organizationId } = await furnishTeam(server, "agency", [{ person: owner, role: "owner" }]));
  digest = await furnishLogo(organizationId);
});
afterAll(async () => server.stop());

async function furnishLogo(of: string): Promise<string> {
  const bytes = Buffer.from(`logo of ${of}`);
  const made = hash("sha256", bytes);
  await saveLogo(server.services.pools.system, of, { digest: made, type: "image/webp", bytes });
  return made;
}

const logoOf = (of: string) => ({ type: "image/webp", base64: Buffer.from(`logo of ${of}`).toString("base64") });
const received = (invitationId: string, as: Person, named = digest) =>
  server.call("invitation.receivedLogo", { invitationId, digest: named }, { as });
const linked = (token: string) => server.call("invitation.previewLogo", { token });
const invite = async (more: { status?: "revoked" | "declined" | "expired" | "accepted"; expiresAt?: Date } = {}) =>
  furnishInvitation(server, organizationId, { email: guest.email, role: "member", ...more });
const noLogo = { kind: "notFound", what: "logo" };

describe("who is invited", () => {
  test("sees the logo that the invitation names, in the inbox and behind the link", async () => {
    const { id, token } = await invite();
    const { value: inbox } = await server.call("me.listInvitations", {}, { as: guest });
    expect(inbox?.items.find((each) => each.id === id)).toMatchObject({ logo: digest });
    expect((await server.call("invitation.preview", { token })).value).toMatchObject({ id, logo: digest });
    expect((await received(id, guest)).value).toEqual(logoOf(organizationId));
    expect((await linked(token)).value).toEqual(logoOf(organizationId));
  });

  test("gets nothing where the organization has none, or has another since", async () => {
    const { id, token } = await invite();
    expect((await received(id, guest, "0".repeat(64))).fault).toMatchObject(noLogo);
    await server.call("organization.removeLogo", { organizationId }, { as: owner });
    expect((await server.call("invitation.preview", { token })).value?.logo).toBeNull();
    expect((await received(id, guest)).fault).toMatchObject(noLogo);
    expect((await linked(token)).fault).toMatchObject(noLogo);
  });

  test("sees no other organization's logo by naming its digest", async () => {
    const { id } = await invite();
    const elsewhere = await furnishTeam(server, "agency", [{ person: owner, role: "owner" }]);
    const other = await furnishLogo(elsewhere.organizationId);
    expect((await received(id, guest, other)).fault).toMatchObject(noLogo);
    const direct = await server.call("organization.logo", { organizationId, digest }, { as: guest });
    expect(direct.status).toBe(404);
  });

  test.each(["revoked", "declined", "expired", "accepted"] as const)("sees it no more once %s", async (status) => {
    const { id, token } = await invite({ status });
    expect((await received(id, guest)).fault).toMatchObject(noLogo);
    expect((await linked(token)).fault).toMatchObject(noLogo);
  });

  test("sees it no more once its time is over", async () => {
    const { id, token } = await invite({ expiresAt: new Date(Date.now() - day) });
    expect((await received(id, guest)).fault).toMatchObject(noLogo);
    expect((await linked(token)).fault).toMatchObject(noLogo);
  });
});

describe("a stranger", () => {
  test("does not see it by the invitation's id, which is as unknown as none", async () => {
    const { id } = await invite();
    const unknown = { kind: "notFound", what: "invitation" };
    expect((await received(id, stranger)).fault).toMatchObject(unknown);
    expect((await received(organizationId, stranger)).fault).toMatchObject(unknown);
    const anonymous = await server.call("invitation.receivedLogo", { invitationId: id, digest });
    expect(anonymous.status).toBe(401);
  });

  test("does not see it by another link's token", async () => {
    await invite();
    expect((await linked("a".repeat(43))).fault).toMatchObject({ kind: "notFound", what: "invitation" });
  });

  test("does not see it with the invited address unverified", async () => {
    const { id } = await invite();
    const { system } = server.services.pools;
    await system.updateTable("accounts").set({ email_verified_at: null }).where("id", "=", guest.accountId).execute();
    try {
      expect((await received(id, guest)).fault).toMatchObject({ kind: "notFound", what: "invitation" });
    } finally {
      const verified = { email_verified_at: new Date() };
      await system.updateTable("accounts").set(verified).where("id", "=", guest.accountId).execute();
    }
  });
});

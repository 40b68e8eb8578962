import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tidy } from "#server/jobs/tidy.ts";
import {
  codeTo,
  goodPassword,
  lettersTo,
  newAddress,
  otherCode,
  personOf,
  signIn,
  signUp,
} from "#test/support/journeys.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.stop());

const start = async (email: string, change: { name?: string; password?: string } = {}) =>
  server.call(
    "account.signUp",
    { email, name: "Dana Reyes", password: goodPassword, ...change },
    { headers: newAddress() },
  );

async function started(email: string): Promise<string> {
  const reply = await start(email);
  if (reply.fault) throw new Error(JSON.stringify(reply.fault));
  return reply.value.signUpId;
}

const verify = async (signUpId: string, code: string) =>
  server.call("account.verify", { signUpId, code }, { headers: newAddress() });

const accounts = async (email: string) =>
  server.services.pools.system.selectFrom("accounts").selectAll().where("email_folded", "=", email).execute();

describe("signing up", () => {
  test("leads from the mailed code to a session, and from there to signing in and refreshing", async () => {
    const signedUp = await signUp(server, { email: "Dana@Example.com", name: "Dana Reyes" });
    expect(signedUp.account).toMatchObject({ email: "Dana@Example.com", name: "Dana Reyes", locale: "en" });
    const me = await server.call("me.get", {}, { as: personOf(signedUp) });
    expect(me.value).toEqual(signedUp.account);

    const signedIn = await signIn(server, " dana@example.COM ");
    const refreshed = await server.call("session.refresh", { refreshToken: signedIn.refreshToken });
    if (refreshed.fault) throw new Error(JSON.stringify(refreshed.fault));
    expect(refreshed.value).toMatchObject({ sessionId: signedIn.sessionId, account: { id: signedUp.account.id } });
    expect(refreshed.value.accessToken).not.toBe(signedIn.accessToken);
    expect((await server.call("me.get", {}, { as: personOf(refreshed.value) })).status).toBe(200);
  });

  test("gives the person an organization of their own, with its first audit event", async () => {
    const { account } = await signUp(server, { email: "own@example.com", name: "Olu Adeyemi" });
    const { system } = server.services.pools;
    const own = await system
      .selectFrom("organizations")
      .select(["id", "name", "preset", "revision", "owners"])
      .where("personal_of", "=", account.id)
      .executeTakeFirstOrThrow();
    expect(own).toMatchObject({ name: "Olu Adeyemi's organization", preset: "agency", revision: 1, owners: 1 });
    expect(account.lastOrganizationId).toBe(own.id);
    const events = await system
      .selectFrom("audit_events")
      .select(["action", "actor_account_id"])
      .where("organization_id", "=", own.id)
      .execute();
    expect(events).toEqual([{ action: "organization.created", actor_account_id: account.id }]);
  });

  test("creates nothing before the code is known", async () => {
    await started("early@example.com");
    expect(await accounts("early@example.com")).toEqual([]);
    const input = { email: "early@example.com", password: goodPassword };
    expect((await server.call("session.signIn", input, { headers: newAddress() })).fault).toMatchObject({
      kind: "unauthenticated",
      reason: "badCredentials",
    });
  });

  test("answers the same for an address that has an account, and tells its person by mail", async () => {
    await signUp(server, { email: "taken@example.com", name: "Tove Lund" });
    const known = await start("TAKEN@example.com", { name: "Somebody Else" });
    const unknown = await start("free@example.com", { name: "Somebody Else" });
    expect(known.status).toBe(unknown.status);
    expect(Object.keys(known.value ?? {})).toEqual(Object.keys(unknown.value ?? {}));
    expect((await lettersTo(server, "taken@example.com")).at(-1)).toEqual({
      letter: "addressInUse",
      to: "taken@example.com",
      name: "Tove Lund",
    });
    const { signUpId } = known.value ?? { signUpId: "" };
    expect((await verify(signUpId, "000000")).fault).toMatchObject({ kind: "unauthenticated", reason: "badCode" });
    expect((await server.call("account.resendCode", { signUpId }, { headers: newAddress() })).value).toEqual({
      signUpId,
    });
    expect((await lettersTo(server, "taken@example.com")).at(-1)).toMatchObject({ letter: "addressInUse" });
  });

  test("repeats in its mail only a name that carries no address to visit", async () => {
    await start("bait@example.com", { name: "Claim a prize at evil.example" });
    await start("saint@example.com", { name: "Anne-Marie O'Neil St. Claire" });
    expect((await lettersTo(server, "bait@example.com")).at(-1)).toMatchObject({ name: "there" });
    expect((await lettersTo(server, "saint@example.com")).at(-1)).toMatchObject({
      name: "Anne-Marie O'Neil St. Claire",
    });
  });

  test.each([
    ["password", "tooShort", { password: "short" }],
    ["password", "common", { password: "password1234" }],
    ["password", "containsEmail", { password: "weakling-password-containsemail" }],
    ["password", "containsName", { password: "DanaReyes2026" }],
    ["name", "control", { name: "Dana\u0000Reyes" }],
    ["name", "direction", { name: "Dana\u202eseyeR" }],
    ["name", "empty", { name: "\u200b\u200b" }],
    ["name", "malformed", { name: "Dana \ud800" }],
    ["name", "too_big", { name: "x".repeat(10_240) }],
    ["email", "control", { email: "weak\u0000ling@example.com" }],
    ["email", "direction", { email: "weak\u202eling@example.com" }],
    ["email", "ambiguous", { email: "weakling\uff20example.com" }],
    ["email", "too_big", { email: `${"x".repeat(10_240)}@example.com` }],
    ["email", "missingAt", { email: "=cmd|' /C calc'!A0" }],
    ["invitationToken", "too_big", { invitationToken: "x".repeat(10_240) }],
  ])("refuses a %s that is %s", async (path, code, change) => {
    // Wrong ones count for the limit as well, so each comes for an address of its own.
    const email = `weakling-${path}-${code}@example.com`.toLowerCase();
    const input = { email, name: "Dana Reyes", password: goodPassword, ...change };
    const reply = await server.call("account.signUp", input, { headers: newAddress() });
    expect(reply.status).toBe(400);
    expect(reply.fault).toMatchObject({ kind: "invalid" });
    const issues = reply.fault?.kind === "invalid" ? reply.fault.issues : [];
    expect(issues).toContainEqual(expect.objectContaining({ path, code }));
  });

  test.each(["Zoë 👩‍🚀 Ōta", "<script>alert(1)</script>", "=HYPERLINK(1)", "'; drop table accounts; --", "محمد علی"])(
    "keeps the name %s as it is",
    async (name) => {
      const email = `name${Buffer.from(name).toString("hex").slice(0, 40)}@example.com`;
      expect((await signUp(server, { email, name })).account.name).toBe(name);
    },
  );

  test("takes a password in any Unicode form of the same characters", async () => {
    await signUp(server, { email: "form@example.com", password: "crème brûlée ångström".normalize("NFD") });
    const signedIn = await signIn(server, "form@example.com", "crème brûlée ångström".normalize("NFC"));
    expect(signedIn.account.email).toBe("form@example.com");
  });
});

describe("the code of a sign-up", () => {
  test("is worth five tries, counted also when they come at once", async () => {
    const signUpId = await started("guess@example.com");
    const right = await codeTo(server, "guess@example.com");
    const wrong = otherCode(right);
    const replies = await Promise.all(Array.from({ length: 9 }, async () => verify(signUpId, wrong)));
    expect(replies.filter(({ fault }) => fault?.kind === "unauthenticated")).toHaveLength(5);
    expect(replies.filter(({ fault }) => fault?.kind === "limitReached")).toHaveLength(4);
    const late = await server.call("account.verify", { signUpId, code: right }, { headers: newAddress() });
    expect(late.fault).toMatchObject({ kind: "limitReached", limit: "attempts" });
    const resent = await server.call("account.resendCode", { signUpId }, { headers: newAddress() });
    expect(resent.fault).toMatchObject({ kind: "limitReached", limit: "attempts" });
    expect(await accounts("guess@example.com")).toEqual([]);
  });

  test("finishes its own attempt once, whoever is first", async () => {
    const signUpId = await started("twice@example.com");
    const code = await codeTo(server, "twice@example.com");
    const replies = await Promise.all(Array.from({ length: 4 }, async () => verify(signUpId, code)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.filter(({ fault }) => fault?.kind === "conflict")).toHaveLength(3);
    expect(await accounts("twice@example.com")).toHaveLength(1);
  });

  test("does not finish somebody else's attempt for the same address", async () => {
    const stranger = await start("both@example.com", { password: "a stranger chose this one" });
    const strangersCode = await codeTo(server, "both@example.com");
    const own = await started("both@example.com");
    const ownCode = await codeTo(server, "both@example.com");
    expect((await verify(own, strangersCode === ownCode ? otherCode(ownCode) : strangersCode)).status).toBe(401);
    expect((await verify(own, ownCode)).status).toBe(200);
    const late = await verify(stranger.value?.signUpId ?? "", strangersCode);
    expect(late.fault).toMatchObject({ kind: "conflict", code: "codeSpent" });
    await signIn(server, "both@example.com");
  });

  test("stops working when another is asked for, and after 15 minutes", async () => {
    const signUpId = await started("slow@example.com");
    const first = await codeTo(server, "slow@example.com");
    await server.call("account.resendCode", { signUpId }, { headers: newAddress() });
    const second = await codeTo(server, "slow@example.com");
    // One time in a million both are the same.
    const earlier = first === second ? otherCode(second) : first;
    expect((await verify(signUpId, earlier)).status).toBe(401);
    const { system } = server.services.pools;
    await system.updateTable("sign_ups").set({ expires_at: new Date() }).where("id", "=", signUpId).execute();
    expect((await verify(signUpId, second)).fault).toMatchObject({ kind: "unauthenticated", reason: "expired" });
  });

  test("is forgotten with its attempt a day after it expired", async () => {
    const signUpId = await started("forgotten@example.com");
    const { system } = server.services.pools;
    const kept = async () => system.selectFrom("sign_ups").select("id").where("id", "=", signUpId).execute();
    await tidy(system, new Date());
    expect(await kept()).toHaveLength(1);
    await tidy(system, new Date(Date.now() + 86_400_000 + 16 * 60_000));
    expect(await kept()).toEqual([]);
  });

  test.each(["12345", "1234567", "12345a", "１２３４５６", "123456\u0000", ""])(
    "is six digits, not %j",
    async (code) => {
      const signUpId = "01990000-0000-7000-8000-000000000001";
      expect((await verify(signUpId, code)).fault).toMatchObject({ kind: "invalid" });
    },
  );
});

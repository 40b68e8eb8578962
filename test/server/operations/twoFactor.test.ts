import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeOf } from "#test/support/authenticator.ts";
import { eventually } from "#test/support/eventually.ts";
import { goodPassword, lettersTo, newAddress, personOf, signIn, signUp } from "#test/support/journeys.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";
import { challengeOf, complete, guarded, wrongCode, type Guarded } from "../twoFactor.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.stop());

const as = ({ session }: Guarded) => personOf(session);
const password = goodPassword;

describe("turning it on", () => {
  test("takes the password and a code of the app, and gives ten recovery codes", async () => {
    const session = await signUp(server, { email: "on@example.com" });
    const me = personOf(session);
    const begun = await server.call("twoFactor.begin", { password }, { as: me });
    const { secret = "", uri = "" } = begun.value ?? {};
    expect(secret).toMatch(/^[A-Z2-7]{32}$/);
    expect(Object.fromEntries(new URL(uri).searchParams)).toMatchObject({ issuer: "Orgdesk", secret });
    // Nothing is asked for until a code was right.
    await signIn(server, "on@example.com");
    expect((await server.call("twoFactor.get", {}, { as: me })).value).toEqual({ since: null, recoveryCodesLeft: 0 });
    const wrong = await server.call("twoFactor.confirm", { code: wrongCode(secret) }, { as: me });
    expect(wrong.fault).toMatchObject({ kind: "unauthenticated", reason: "badCode" });
    const done = await server.call("twoFactor.confirm", { code: codeOf(secret) }, { as: me });
    expect(new Set(done.value?.recoveryCodes).size).toBe(10);
    const after = await server.call("twoFactor.get", {}, { as: me });
    expect(after.value).toEqual({ since: expect.any(String), recoveryCodesLeft: 10 });
    const letters = await lettersTo(server, "on@example.com");
    expect(letters.at(-1)).toMatchObject({ letter: "twoFactorChanged", what: "turnedOn" });
    const log = await server.call("me.listSecurityEvents", {}, { as: me });
    const kinds = log.value?.items.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["twoFactor.begun", "twoFactor.turnedOn"]));
  });

  test("is refused with a wrong password, which the log keeps", async () => {
    const me = personOf(await signUp(server, { email: "wrong@example.com" }));
    const reply = await server.call("twoFactor.begin", { password: "not the right password" }, { as: me });
    expect(reply.fault).toMatchObject({ kind: "unauthenticated", reason: "badCredentials" });
    const logged = async () => (await server.call("me.listSecurityEvents", {}, { as: me })).value?.items[0];
    await eventually(async () =>
      expect(await logged()).toMatchObject({ kind: "session.signInFailed", detail: { operation: "twoFactor.begin" } }),
    );
  });

  test("is refused without a beginning, too late, and twice", async () => {
    const session = await signUp(server, { email: "order@example.com" });
    const me = personOf(session);
    const confirm = (code: string) => server.call("twoFactor.confirm", { code }, { as: me, headers: newAddress() });
    expect((await confirm("123456")).fault).toMatchObject({ reason: "expired" });
    const begun = await server.call("twoFactor.begin", { password }, { as: me });
    const secret = begun.value?.secret ?? "";
    const { system } = server.services.pools;
    const started = (at: Date) =>
      system.updateTable("two_factors").set({ started_at: at }).where("account_id", "=", session.account.id).execute();
    await started(new Date(Date.now() - 3_601_000));
    expect((await confirm(codeOf(secret))).fault).toMatchObject({ reason: "expired" });
    await started(new Date());
    // Of two at once one turns it on; its recovery codes are the ones that count.
    const both = await Promise.all([confirm(codeOf(secret)), confirm(codeOf(secret))]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const again = await server.call("twoFactor.begin", { password }, { as: me });
    expect(again.fault).toMatchObject({ kind: "conflict", code: "twoFactorOn" });
  });

  test("a secret of another beginning is the one that counts", async () => {
    const me = personOf(await signUp(server, { email: "twice@example.com" }));
    const first = await server.call("twoFactor.begin", { password }, { as: me });
    const second = await server.call("twoFactor.begin", { password }, { as: me });
    const old = await server.call("twoFactor.confirm", { code: codeOf(first.value?.secret ?? "") }, { as: me });
    expect(old.fault).toMatchObject({ reason: "badCode" });
    const right = await server.call("twoFactor.confirm", { code: codeOf(second.value?.secret ?? "") }, { as: me });
    expect(right.status).toBe(200);
  });
});

describe("turning it off and new codes", () => {
  test("turning it off takes the password and forgets everything", async () => {
    const person = await guarded(server, "off@example.com");
    const wrong = await server.call("twoFactor.disable", { password: "not the right one" }, { as: as(person) });
    expect(wrong.fault).toMatchObject({ reason: "badCredentials" });
    const off = await server.call("twoFactor.disable", { password }, { as: as(person) });
    expect(off.value).toEqual({ since: null, recoveryCodesLeft: 0 });
    await signIn(server, "off@example.com");
    const again = await server.call("twoFactor.disable", { password }, { as: as(person) });
    expect(again.fault).toMatchObject({ kind: "conflict", code: "twoFactorOff" });
    const renew = await server.call("twoFactor.renewRecoveryCodes", { password }, { as: as(person) });
    expect(renew.fault).toMatchObject({ kind: "conflict", code: "twoFactorOff" });
    const letters = await lettersTo(server, "off@example.com");
    expect(letters.at(-1)).toMatchObject({ letter: "twoFactorChanged", what: "turnedOff" });
  });

  test("new recovery codes end the earlier ones, and the count goes down with use", async () => {
    const person = await guarded(server, "renew@example.com");
    const [old = ""] = person.recoveryCodes;
    const renewed = await server.call("twoFactor.renewRecoveryCodes", { password }, { as: as(person) });
    const [fresh = ""] = renewed.value?.recoveryCodes ?? [];
    const refused = await complete(server, await challengeOf(server, person.email), old);
    expect(refused.fault).toMatchObject({ reason: "badCode" });
    const done = await complete(server, await challengeOf(server, person.email), fresh.toUpperCase());
    expect(done.status).toBe(200);
    const left = await server.call("twoFactor.get", {}, { as: as(person) });
    expect(left.value?.recoveryCodesLeft).toBe(9);
  });

  test("an idempotency key keeps no secret: the same request runs again", async () => {
    const me = personOf(await signUp(server, { email: "key@example.com" }));
    const headers = { "idempotency-key": "a-key-for-a-secret" };
    const first = await server.call("twoFactor.begin", { password }, { as: me, headers });
    const second = await server.call("twoFactor.begin", { password }, { as: me, headers });
    expect(second.value?.secret).not.toBe(first.value?.secret);
    const stored = await server.services.pools.system.selectFrom("idempotency_keys").selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(first.value?.secret);
  });
});

test("nobody reads another's secret or codes: not the colleagues, not the requests' role", async () => {
  const person = await guarded(server, "wall@example.com");
  const { appPool } = server.services.pools;
  const client = await appPool.connect();
  try {
    await expect(client.query("select secret from two_factors")).rejects.toThrow("permission denied");
    await expect(client.query("select digest from recovery_codes")).rejects.toThrow("permission denied");
    await expect(client.query("select digest from sign_in_challenges")).rejects.toThrow("permission denied");
  } finally {
    client.release();
  }
  const { rows } = await sql<{ row: string }>`
    select t::text as row from two_factors t where account_id = ${person.session.account.id}`.execute(
    server.services.pools.system,
  );
  expect(rows[0]?.row).not.toContain(person.secret);
});

test("members carry it", async () => {
  const person = await guarded(server, "member@example.com");
  const { system } = server.services.pools;
  const stored = () =>
    system.selectFrom("members").select("two_factor").where("account_id", "=", person.session.account.id).execute();
  expect(await stored()).toEqual([{ two_factor: true }]);
  const organization = await server.call("organization.create", { name: "Second" }, { as: as(person) });
  expect(organization.status).toBe(200);
  expect(await stored()).toEqual([{ two_factor: true }, { two_factor: true }]);
  await server.call("twoFactor.disable", { password }, { as: as(person) });
  expect(await stored()).toEqual([{ two_factor: false }, { two_factor: false }]);
});

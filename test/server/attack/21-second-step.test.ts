import { afterAll, beforeAll, expect, test } from "vitest";
import { codeOf } from "#test/support/authenticator.ts";
import { codeTo, goodPassword, newAddress, personOf } from "#test/support/journeys.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";
import { holdClock } from "../heldClock.ts";
import { age, challengeOf, complete, guarded, wrongCode } from "../twoFactor.ts";

const newPassword = "marigold-tunnel-48-cinder";
let one: TestServer;
let two: TestServer;
beforeAll(async () => {
  one = await startTestServer();
  two = await startTestServer({ databaseUrl: one.databaseUrl });
});
afterAll(async () => {
  await two.stop();
  await one.stop();
});

const badCode = { kind: "unauthenticated", reason: "badCode" };
const expired = { kind: "unauthenticated", reason: "expired" };
const okOf = (replies: readonly { readonly status: number }[]) => replies.filter(({ status }) => status === 200).length;

test("the password alone starts no session, and a wrong one says the same as ever", async () => {
  const { email, session } = await guarded(one, "alone@example.com");
  const signIn = (password: string) => one.call("session.signIn", { email, password }, { headers: newAddress() });
  const right = await signIn(goodPassword);
  expect(Object.keys(right.value ?? {}).toSorted()).toEqual(["challenge", "expiresAt"]);
  expect((await signIn("not the right password")).fault).toMatchObject({ reason: "badCredentials" });
  const list = await one.call("session.list", {}, { as: personOf(session) });
  expect(list.value?.items).toHaveLength(1);
});

test("a code signs in once: replayed, and the one before it, are refused", async () => {
  const { email, secret } = await guarded(one, "replay@example.com");
  const code = codeOf(secret, 1);
  expect((await complete(one, await challengeOf(one, email), code)).status).toBe(200);
  const replayed = await complete(one, await challengeOf(one, email), code);
  expect(replayed.fault).toMatchObject(badCode);
  const earlier = await complete(one, await challengeOf(one, email), codeOf(secret, 0));
  expect(earlier.fault).toMatchObject(badCode);
});

test("the code of the step before is right while it is the newest; older and later ones are not", async () => {
  const { email, secret, session } = await guarded(one, "step@example.com");
  const challenge = await challengeOf(one, email);
  expect((await complete(one, challenge, codeOf(secret, -3))).fault).toMatchObject(badCode);
  expect((await complete(one, challenge, codeOf(secret, 3))).fault).toMatchObject(badCode);
  const { system } = one.services.pools;
  await system.updateTable("two_factors").set({ last_step: 0 }).where("account_id", "=", session.account.id).execute();
  expect((await complete(one, challenge, codeOf(secret, -1))).status).toBe(200);
});

test("the code that turned it on is used up", async () => {
  const { email, secret } = await guarded(one, "first@example.com");
  expect((await complete(one, await challengeOf(one, email), codeOf(secret, -1))).fault).toMatchObject(badCode);
});

test("one code at once on two servers, with two challenges, signs in once", async () => {
  const { email, secret } = await guarded(one, "race@example.com");
  const challenges = [await challengeOf(one, email), await challengeOf(two, email)];
  const code = codeOf(secret);
  const replies = await Promise.all(
    challenges.flatMap((challenge) => [complete(one, challenge, code), complete(two, challenge, code)]),
  );
  expect(okOf(replies)).toBe(1);
});

test("a challenge signs in once, also with two right codes at once", async () => {
  const { email, secret, recoveryCodes } = await guarded(one, "once@example.com");
  const challenge = await challengeOf(one, email);
  const replies = await Promise.all([
    complete(one, challenge, codeOf(secret)),
    complete(two, challenge, recoveryCodes[0] ?? ""),
    complete(one, challenge, recoveryCodes[1] ?? ""),
  ]);
  expect(okOf(replies)).toBe(1);
  expect((await complete(one, challenge, recoveryCodes[2] ?? "")).fault).toMatchObject(expired);
  // What the losers gave was not used up by it.
  expect((await complete(one, await challengeOf(one, email), recoveryCodes[2] ?? "")).status).toBe(200);
});

test("a recovery code works once, also at once", async () => {
  const { email, recoveryCodes } = await guarded(one, "recovery@example.com");
  const [code = ""] = recoveryCodes;
  const challenges = [await challengeOf(one, email), await challengeOf(two, email)];
  const replies = await Promise.all(challenges.map((challenge) => complete(one, challenge, code)));
  expect(okOf(replies)).toBe(1);
  expect((await complete(one, await challengeOf(one, email), code)).fault).toMatchObject(badCode);
});

test("guessing in parallel gets five tries of a challenge, whatever comes after", async () => {
  const { email, secret } = await guarded(one, "guess@example.com");
  const challenge = await challengeOf(one, email);
  const wrong = wrongCode(secret);
  const replies = await Promise.all(
    Array.from({ length: 10 }, (_, index) => complete(index % 2 === 0 ? one : two, challenge, wrong)),
  );
  expect(replies.filter(({ fault }) => fault?.kind === "unauthenticated")).toHaveLength(5);
  expect(replies.filter(({ fault }) => fault?.kind === "limitReached")).toHaveLength(5);
  expect((await complete(one, challenge, codeOf(secret))).status).toBe(429);
});

test("new challenges give a person no more than ten tries in a quarter of an hour", async () => {
  holdClock();
  const { email, secret } = await guarded(one, "many@example.com");
  const wrong = wrongCode(secret);
  let judged = 0;
  for (let round = 0; round < 4; round += 1) {
    const challenge = await challengeOf(one, email);
    const replies = await Promise.all(Array.from({ length: 5 }, () => complete(one, challenge, wrong)));
    judged += replies.filter(({ fault }) => fault?.kind === "unauthenticated").length;
  }
  expect(judged).toBe(10);
  const right = await complete(one, await challengeOf(one, email), codeOf(secret));
  expect(right.fault).toMatchObject({ kind: "limitReached", limit: "rate" });
});

test("a challenge belongs to one account: another's code and recovery code do not fit it", async () => {
  const victim = await guarded(one, "victim@example.com");
  const thief = await guarded(one, "thief@example.com");
  const challenge = await challengeOf(one, victim.email);
  expect((await complete(one, challenge, codeOf(thief.secret))).fault).toMatchObject(badCode);
  expect((await complete(one, challenge, thief.recoveryCodes[0] ?? "")).fault).toMatchObject(badCode);
  const own = await complete(one, await challengeOf(one, thief.email), thief.recoveryCodes[0] ?? "");
  expect(own.value?.account.id).toBe(thief.session.account.id);
});

test("an unknown, an old and a withdrawn challenge start again", async () => {
  const { email, secret, session } = await guarded(one, "old@example.com");
  expect((await complete(one, "a-challenge-that-nobody-gave", codeOf(secret))).fault).toMatchObject(expired);
  const old = await challengeOf(one, email);
  await age(one, session.account.id);
  expect((await complete(one, old, codeOf(secret))).fault).toMatchObject(expired);
  const withdrawn = await challengeOf(one, email);
  const as = personOf(session);
  await one.call("twoFactor.disable", { password: goodPassword }, { as });
  expect((await complete(one, withdrawn, codeOf(secret))).fault).toMatchObject(expired);
});

test("resetting the password keeps the second step and ends what waited with the earlier one", async () => {
  const { email, secret } = await guarded(one, "reset@example.com");
  const waiting = await challengeOf(one, email);
  const asked = await one.call("account.requestPasswordReset", { email }, { headers: newAddress() });
  const input = { resetId: asked.value?.resetId ?? "", code: await codeTo(one, email), password: newPassword };
  expect((await one.call("account.resetPassword", input, { headers: newAddress() })).status).toBe(200);
  expect((await complete(one, waiting, codeOf(secret))).fault).toMatchObject(expired);
  expect((await complete(one, await challengeOf(one, email, newPassword), codeOf(secret))).status).toBe(200);
});

test("changing the password keeps it too", async () => {
  const { email, secret, session } = await guarded(one, "changed@example.com");
  const waiting = await challengeOf(one, email);
  const input = { currentPassword: goodPassword, newPassword };
  await one.call("me.changePassword", input, { as: personOf(session), headers: newAddress() });
  expect((await complete(one, waiting, codeOf(secret))).fault).toMatchObject(expired);
  expect((await complete(one, await challengeOf(one, email, newPassword), codeOf(secret))).status).toBe(200);
});

test.each(["00000", "abcdef", "1".repeat(41), "k3fd-9q2m-x7ta-0bzu", "１２３４５６"])("%j is no code", async (code) => {
  const { email } = await guarded(one, `no-${code.length}-${code.charCodeAt(0)}@example.com`);
  const reply = await complete(one, await challengeOf(one, email), code);
  expect([400, 401]).toContain(reply.status);
});

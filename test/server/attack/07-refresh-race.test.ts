import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SignedIn } from "#contract/entities/account.ts";
import { digestOf } from "#server/dispatch/token.ts";
import { newAddress, personOf, signIn, signUp } from "#test/support/journeys.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";

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

const system = () => one.services.pools.system;
const refresh = async (server: TestServer, refreshToken: string, headers: Record<string, string>) =>
  server.call("session.refresh", { refreshToken }, { headers });
const statusOf = async (session: SignedIn) => (await two.call("me.get", {}, { as: personOf(session) })).status;

/** Signs in and refreshes once from the same place, so that the session remembers that place. */
async function signedInFrom(email: string, headers: Record<string, string>): Promise<SignedIn> {
  const { refreshToken } = await signUp(one, { email });
  const reply = await refresh(one, refreshToken, headers);
  if (reply.fault) throw new Error(JSON.stringify(reply.fault));
  return reply.value;
}

describe("case 7: the refresh race", () => {
  test("200 parallel refreshes with one token on two servers leave one lineage", async () => {
    const headers = newAddress();
    const before = await signedInFrom("race@example.com", headers);
    const replies = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => refresh(index % 2 ? one : two, before.refreshToken, headers)),
    );
    const winners = replies.flatMap(({ value }) => (value === undefined ? [] : [value]));
    expect(winners).toHaveLength(1);
    const losers = replies.filter(({ fault }) => fault?.kind === "unauthenticated" && fault.reason === "expired");
    expect(losers).toHaveLength(199);
    const tokens = await system()
      .selectFrom("session_tokens")
      .select(["digest", "generation", "used_at"])
      .where("session_id", "=", before.sessionId)
      .where("kind", "=", "refresh")
      .orderBy("generation")
      .execute();
    expect(tokens.map(({ generation }) => generation)).toEqual([0, 1, 2]);
    expect(tokens.filter(({ used_at }) => used_at === null)).toHaveLength(1);
    const [winner] = winners;
    if (winner === undefined) throw new Error("nobody won");
    expect(tokens.at(-1)?.digest).toEqual(digestOf(winner.refreshToken));
    expect(await statusOf(winner)).toBe(200);
    expect((await refresh(two, winner.refreshToken, headers)).status).toBe(200);
  });

  test("a used token from elsewhere ends the session, and says so in the log", async () => {
    const headers = newAddress();
    const before = await signedInFrom("stolen@example.com", headers);
    const thief = await refresh(two, before.refreshToken, { ...newAddress(), "user-agent": "thief" });
    if (thief.fault) throw new Error(JSON.stringify(thief.fault));
    expect((await refresh(one, before.refreshToken, headers)).fault).toMatchObject({ reason: "expired" });
    expect(await statusOf(thief.value)).toBe(401);
    expect(await statusOf(before)).toBe(401);
    expect((await refresh(one, thief.value.refreshToken, newAddress())).status).toBe(401);
    const again = await signIn(one, "stolen@example.com");
    const log = await one.call("me.listSecurityEvents", {}, { as: personOf(again) });
    expect(log.value?.items.filter(({ kind }) => kind === "session.tokenReused")).toHaveLength(1);
  });

  test("a used token from the same place ends the session after a moment of grace", async () => {
    const headers = newAddress();
    const before = await signedInFrom("grace@example.com", headers);
    const after = await refresh(one, before.refreshToken, headers);
    if (after.fault) throw new Error(JSON.stringify(after.fault));
    expect((await refresh(one, before.refreshToken, headers)).status).toBe(401);
    expect(await statusOf(after.value)).toBe(200);
    await system()
      .updateTable("session_tokens")
      .set({ used_at: new Date(Date.now() - 11_000) })
      .where("digest", "=", digestOf(before.refreshToken))
      .execute();
    expect((await refresh(one, before.refreshToken, headers)).status).toBe(401);
    expect(await statusOf(after.value)).toBe(401);
  });

  test("earlier access tokens end within 30 seconds of a refresh", async () => {
    const headers = newAddress();
    const before = await signedInFrom("overlap@example.com", headers);
    await refresh(one, before.refreshToken, headers);
    const { expires_at } = await system()
      .selectFrom("session_tokens")
      .select("expires_at")
      .where("digest", "=", digestOf(before.accessToken))
      .executeTakeFirstOrThrow();
    expect(expires_at.getTime() - Date.now()).toBeLessThanOrEqual(30_000);
    expect(await statusOf(before)).toBe(200);
    const now = new Date();
    const digest = digestOf(before.accessToken);
    await system().updateTable("session_tokens").set({ expires_at: now }).where("digest", "=", digest).execute();
    expect(await statusOf(before)).toBe(401);
  });

  test("an access token is no refresh token, nor the other way round", async () => {
    const before = await signedInFrom("kinds@example.com", newAddress());
    expect((await refresh(one, before.accessToken, newAddress())).status).toBe(401);
    const as = { ...personOf(before), token: before.refreshToken };
    expect((await one.call("me.get", {}, { as })).status).toBe(401);
    expect(await statusOf(before)).toBe(200);
  });
});

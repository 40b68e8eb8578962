import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Fault } from "#contract/fault.ts";
import { operations } from "#contract/operations.ts";
import { newId } from "#server/storage/ids.ts";
import { goodPassword, newAddress, signUp } from "#test/support/journeys.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";
import { holdClock } from "../heldClock.ts";

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
beforeEach(holdClock);

const servers = (index: number) => (index % 2 === 0 ? one : two);
const limited = (replies: readonly { fault?: Fault | undefined }[]) =>
  replies.filter(({ fault }) => fault?.kind === "limitReached" && fault.limit === "rate");

/** Tries codes of attempts that do not exist, each another, from one address each. */
const fromAddresses = async (addresses: readonly string[], server: (index: number) => TestServer = servers) =>
  Promise.all(
    addresses.map(async (address, index) => {
      const headers = { "x-forwarded-for": address };
      return server(index).call("account.verify", { signUpId: newId(), code: "000000" }, { headers });
    }),
  );

const perAddress = operations["account.verify"].limit.perAddress;

describe("case 5: limits", () => {
  test("of an account hold under parallel requests, from many addresses, on two servers", async () => {
    await signUp(one, { email: "target@example.com" });
    const { perSubject } = operations["session.signIn"].limit;
    const replies = await Promise.all(
      Array.from({ length: 40 }, async (_, index) => {
        const email = index % 3 === 0 ? "TARGET@example.com" : " target@example.com";
        const input = { email, password: "not the right password" };
        return servers(index).call("session.signIn", input, { headers: newAddress() });
      }),
    );
    expect(replies.filter(({ status }) => status === 401)).toHaveLength(perSubject);
    expect(limited(replies)).toHaveLength(40 - perSubject);
    // The right password is refused as well until the time is over.
    const right = { email: "target@example.com", password: goodPassword };
    const reply = await one.call("session.signIn", right, { headers: newAddress() });
    expect(reply.fault).toMatchObject({ kind: "limitReached", limit: "rate", retryAfter: expect.any(Number) });
  });

  test("of an address hold under parallel requests on two servers", async () => {
    const replies = await fromAddresses(Array.from({ length: perAddress + 30 }, () => "198.51.100.7"));
    expect(limited(replies)).toHaveLength(30);
  });

  test("of an address keep it from using up those of any number of persons", async () => {
    const headers = { "x-forwarded-for": "198.51.100.99" };
    const email = "bystander@example.com";
    await signUp(one, { email });
    const { perAddress: most, perSubject } = operations["session.signIn"].limit;
    const guess = async (address: string) =>
      one.call("session.signIn", { email: address, password: "not the right password" }, { headers });
    for (let index = 0; index < most; index += 1) await guess(`somebody-${index}@example.com`);
    for (let index = 0; index < perSubject + 1; index += 1) expect((await guess(email)).status).toBe(429);
    const right = await one.call("session.signIn", { email, password: goodPassword }, { headers: newAddress() });
    expect(right.status).toBe(200);
  });

  test("of an IPv6 address hold for its whole /64", async () => {
    const addresses = Array.from({ length: perAddress + 30 }, (_, index) => `2001:db8:1:2::${index.toString(16)}`);
    expect(limited(await fromAddresses(addresses))).toHaveLength(30);
    expect(limited(await fromAddresses(["2001:db8:1:3::1"]))).toEqual([]);
  });

  test("are the same for an IPv4 address written as IPv6", async () => {
    const addresses = Array.from({ length: perAddress + 10 }, (_, index) =>
      index % 2 === 0 ? "203.0.113.9" : "::ffff:203.0.113.9",
    );
    expect(limited(await fromAddresses(addresses))).toHaveLength(10);
  });

  test("are not escaped by an address that the client itself writes", async () => {
    const spoofed = Array.from({ length: perAddress + 10 }, (_, index) => `192.0.2.${index}, 203.0.113.77`);
    expect(limited(await fromAddresses(spoofed))).toHaveLength(10);
    const nonsense = Array.from({ length: perAddress + 10 }, (_, index) => `unknown-${"x".repeat(3000)}-${index}`);
    expect(limited(await fromAddresses(nonsense, () => one))).toHaveLength(10);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { goodPassword, lettersTo, newAddress, signIn, signUp } from "#test/support/journeys.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await signUp(server, { email: "kate@example.com", name: "Kate Kelvin" });
});
afterAll(async () => server.stop());

/** Full-width letters, a Kelvin sign, capitals, blanks: one address all the same. */
const spellings = ["KATE@EXAMPLE.COM", "\u212aate@example.com", "ｋａｔｅ@example.com", "  kate@example.com\t"];

describe("case 8: one address in several spellings", () => {
  test.each(spellings)("%j makes no second account, and mails only the stored address", async (email) => {
    const before = await lettersTo(server, "kate@example.com");
    const input = { email, name: "Mallory", password: goodPassword };
    expect((await server.call("account.signUp", input, { headers: newAddress() })).status).toBe(200);
    const after = await lettersTo(server, "kate@example.com");
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)).toMatchObject({ letter: "addressInUse" });
  });

  test.each(spellings)("%j signs the same person in", async (email) => {
    expect((await signIn(server, email)).account.email).toBe("kate@example.com");
  });

  test("a reset code goes to the stored address, never to what was typed", async () => {
    const before = await lettersTo(server, "kate@example.com");
    const input = { email: "\u212aATE@example.com" };
    expect((await server.call("account.requestPasswordReset", input, { headers: newAddress() })).status).toBe(200);
    expect(await lettersTo(server, "kate@example.com")).toHaveLength(before.length + 1);
  });

  test.each(["kate＠example.com", "kate@example.com\u0000", "kate@example\u3002com\u202e", "kate@exam\u2100ple.com"])(
    "%j is refused, not repaired",
    async (email) => {
      const input = { email, password: goodPassword };
      const reply = await server.call("session.signIn", input, { headers: newAddress() });
      expect(reply.fault).toMatchObject({ kind: "invalid", issues: [{ path: "email" }] });
    },
  );
});

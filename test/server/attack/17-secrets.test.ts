import { Writable } from "node:stream";
import { sql } from "kysely";
import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codeTo, goodPassword, newAddress, otherCode, personOf, signIn, signUp } from "#test/support/journeys.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";

const newPassword = "marigold-tunnel-48-cinder";
const wrongPassword = "not-the-right-password-77";
let server: TestServer;
const logged: string[] = [];
const sent: string[] = [];

beforeAll(async () => {
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      logged.push(chunk.toString());
      done();
    },
  });
  // Everything is logged, and nothing is redacted: the code itself must keep quiet.
  server = await startTestServer({ log: pino({ level: "trace" }, stream) });
});
afterAll(async () => server.stop());

/** Every row of every table but the outbox, where letters wait with their codes until they are sent. */
async function storedText(): Promise<string> {
  const tables = await sql<{ name: string }>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
      and relname <> 'outbox'`.execute(server.services.pools.system);
  const parts: string[] = [];
  for (const { name } of tables.rows) {
    const rows = await sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(
      server.services.pools.system,
    );
    parts.push(...rows.rows.map(({ row }) => row));
  }
  return parts.join("\n");
}

const call: TestServer["call"] = async (name, input, options) => {
  const reply = await server.call(name, input, options);
  if (reply.fault) sent.push(JSON.stringify(reply.fault));
  return reply;
};

test("case 17: no password, code or token in logs, errors or the database", async () => {
  const email = "secrets@example.com";
  const first = await signUp(server, { email });
  const codes = [await codeTo(server, email)];
  const second = await signIn(server, email);
  const headers = newAddress();
  await call("session.signIn", { email, password: wrongPassword }, { headers });
  const refreshed = await call("session.refresh", { refreshToken: second.refreshToken }, { headers });
  await call("session.refresh", { refreshToken: second.refreshToken }, { headers: newAddress() });
  const change = { currentPassword: wrongPassword, newPassword };
  const key = { ...headers, "idempotency-key": "a-key-for-this-test" };
  await call("me.changePassword", change, { as: personOf(first), headers });
  await call(
    "me.changePassword",
    { currentPassword: goodPassword, newPassword },
    { as: personOf(first), headers: key },
  );
  const reset = await call("account.requestPasswordReset", { email }, { headers });
  const resetId = reset.value?.resetId ?? "";
  const resetCode = await codeTo(server, email);
  codes.push(resetCode, otherCode(resetCode));
  await call("account.resetPassword", { resetId, code: otherCode(resetCode), password: newPassword }, { headers });
  await call("account.resetPassword", { resetId, code: resetCode, password: newPassword }, { headers });
  await call("invitation.preview", { token: "an-invitation-secret-12345" }, { headers });
  const malformed = await server.app.inject({
    method: "POST",
    url: "/v1/sessions",
    headers: { ...headers, "content-type": "application/json" },
    payload: `{"email":"${email}","password":"${goodPassword}"`,
  });
  sent.push(malformed.body);
  const unknownField = { email, password: goodPassword, [wrongPassword]: 1, extra: newPassword };
  const unknown = await server.app.inject({ method: "POST", url: "/v1/sessions", headers, payload: unknownField });
  sent.push(unknown.body);
  // A defect of ours, in the middle of a request that carries secrets.
  await server.services.pools.system.schema.alterTable("sign_ups").renameTo("sign_ups_gone").execute();
  const broken = { email: "broken@example.com", name: "Dana", password: goodPassword, invitationToken: wrongPassword };
  expect((await call("account.signUp", broken, { headers })).status).toBe(500);
  await server.services.pools.system.schema.alterTable("sign_ups_gone").renameTo("sign_ups").execute();

  expect(logged.join("")).toContain("operation failed");
  expect(sent.length).toBeGreaterThanOrEqual(6);
  const tokens = [first, second, refreshed.value ?? first].flatMap((one) => [one.accessToken, one.refreshToken]);
  const secrets = [goodPassword, newPassword, ...tokens, "an-invitation-secret-12345"];
  const everywhere = { logs: logged.join("\n"), errors: sent.join("\n"), database: await storedText() };
  for (const [where, text] of Object.entries(everywhere)) {
    for (const secret of secrets) expect(text.includes(secret), `${secret} in ${where}`).toBe(false);
    for (const code of codes) {
      expect(new RegExp(`(?<![\\w.-])${code}(?!\\w)`).test(text), `${code} in ${where}`).toBe(false);
    }
  }
});

import { codeOf } from "#test/support/authenticator.ts";
import { goodPassword } from "#test/support/journeys.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { guarded, wrongCode } from "../../server/twoFactor.ts";
import { testDesktop } from "../support/desktop.ts";

let server: TestServer;
let url: string;

beforeAll(async () => {
  server = await startTestServer();
  url = await server.app.listen({ host: "127.0.0.1", port: 0 });
});
afterAll(async () => server.stop());

/** A desktop whose person has given the right password and is asked for their code. */
async function asked(email: string) {
  const person = await guarded(server, email);
  const desktop = testDesktop();
  await desktop.call("server.choose", { choice: { kind: "remote", url } });
  const begun = await desktop.call("session.signIn", { email, password: goodPassword });
  expect(begun).toMatchObject({ ok: true, value: { account: null, secondStep: { expiresAt: expect.any(String) } } });
  return { ...person, desktop };
}

const complete = ({ desktop }: Awaited<ReturnType<typeof asked>>, code: string) =>
  desktop.call("session.completeSignIn", { code });
const badCode = { ok: false, fault: { kind: "unauthenticated", reason: "badCode" } };
const expired = { ok: false, fault: { kind: "unauthenticated", reason: "expired" } };

test("a wrong code can be corrected, and nobody is signed in before", async () => {
  const at = await asked("wrong@example.com");
  expect(await complete(at, wrongCode(at.secret))).toMatchObject(badCode);
  expect(at.desktop.state()).toMatchObject({ account: null, secondStep: {} });
  expect(await at.desktop.call("me.get", {})).toMatchObject({ ok: false, fault: { kind: "unauthenticated" } });
  expect(await complete(at, codeOf(at.secret))).toMatchObject({
    ok: true,
    value: { account: { email: at.email }, secondStep: null },
  });
  expect(await at.desktop.call("me.get", {})).toMatchObject({ ok: true, value: { email: at.email } });
});

test("a recovery code signs in as well, once", async () => {
  const at = await asked("recovery@example.com");
  const [code = ""] = at.recoveryCodes;
  expect(await complete(at, code)).toMatchObject({ ok: true, value: { account: { email: at.email } } });
  await at.desktop.call("session.signOut", { everywhere: false });
  await at.desktop.call("session.signIn", { email: at.email, password: goodPassword });
  expect(await complete(at, code)).toMatchObject(badCode);
});

test("whoever goes back to the password starts again, and the challenge is never shown", async () => {
  const at = await asked("back@example.com");
  expect(await at.desktop.call("session.abandonSignIn", {})).toMatchObject({ ok: true, value: { secondStep: null } });
  expect(await complete(at, codeOf(at.secret))).toMatchObject(expired);
  expect(JSON.stringify([at.desktop.events, at.desktop.log.entries, at.desktop.state()])).not.toContain("challenge");
});

test("a challenge whose time is over ends on the server, and here", async () => {
  const at = await asked("late@example.com");
  await server.services.pools.system
    .updateTable("sign_in_challenges")
    .set({ expires_at: new Date(0) })
    .where("account_id", "=", at.session.account.id)
    .execute();
  expect(await complete(at, codeOf(at.secret))).toMatchObject(expired);
  expect(at.desktop.state().secondStep).toBeNull();
});

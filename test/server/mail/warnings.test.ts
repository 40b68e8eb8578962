import { mailHandler } from "#server/jobs/mail-job.ts";
import { openMail } from "#server/mail/transport.ts";
import { tidy } from "#server/jobs/tidy.ts";
import { goodPassword, lettersTo, newAddress, personOf } from "#test/support/journeys.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";
import { startSmtp, type Smtp } from "#test/support/smtp.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishTeam } from "../teams.ts";
import { guarded } from "../twoFactor.ts";

/** Letters that warn somebody, from the command to the mail server. */
let server: TestServer;
let smtp: Smtp;

beforeAll(async () => {
  [server, smtp] = await Promise.all([startTestServer(), startSmtp()]);
});
afterAll(async () => {
  await server.stop();
  await smtp.stop();
});

/** Sends what waits for an address; the newest as it arrived, with its lines unfolded. */
async function arrived(address: string): Promise<string> {
  const transport = openMail(smtp.url, "Orgdesk <no-reply@orgdesk.example.com>");
  const send = mailHandler(transport, "https://orgdesk.example.com");
  for (const letter of await lettersTo(server, address)) {
    await send(letter, { id: "", kind: "mail", payload: letter, attempts: 1 });
  }
  transport.close();
  const content = smtp.received.findLast(({ to }) => to.includes(address))?.content ?? "";
  return content.replace(/=?\r\n/g, " ").replaceAll(/ +/g, " ");
}

test("turning the second step on, and off, is told to the person", async () => {
  const { email, session } = await guarded(server, "warned@example.com");
  const on = await arrived(email);
  expect(on).toContain("Subject: Two-factor authentication is on");
  expect(on).toContain("If it was not you, reset your password");
  const as = personOf(session);
  const off = await server.call("twoFactor.disable", { password: goodPassword }, { as, headers: newAddress() });
  expect(off.status).toBe(200);
  expect(await arrived(email)).toContain("Subject: Two-factor authentication is off");
});

test("who is left in charge is asked to confirm it, and who is an owner again is told", async () => {
  const owner = await server.person("Olivia Owner");
  const former = await server.person("Frida Former");
  const { organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: former, role: "owner" },
  ]);
  const { system } = server.services.pools;
  await system.updateTable("members").set({ last_seen_at: new Date() }).execute();
  const removed = await server.call("member.remove", { organizationId, memberId: memberIds[1] ?? "" }, { as: owner });
  expect(removed.status).toBe(200);
  const asked = await arrived(owner.email);
  expect(asked).toContain("Subject: Confirm that you can administer Northwind");
  expect(asked).toContain("Frida Former is no owner of Northwind any more");
  await system.updateTable("lockout_guards").set({ confirm_by: new Date() }).execute();
  await tidy(system, new Date());
  expect(await arrived(former.email)).toContain("Subject: You are an owner of Northwind again");
});

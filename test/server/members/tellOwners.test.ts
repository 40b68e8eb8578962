import { mailHandler } from "#server/jobs/mail-job.ts";
import { openMail } from "#server/mail/transport.ts";
import { lettersTo } from "#test/support/journeys.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { startSmtp, type Smtp } from "#test/support/smtp.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishTeam, type FurnishedTeam } from "../teams.ts";

let server: TestServer;
let smtp: Smtp;
let owner: Person;
let second: Person;
let admin: Person;
let other: Person;

beforeAll(async () => {
  [server, smtp] = await Promise.all([startTestServer(), startSmtp()]);
  owner = await server.person("Olivia Owner");
  second = await server.person("Stella Second");
  admin = await server.person("Adam Admin");
  other = await server.person("Ana Admin");
});
afterAll(async () => {
  await server.stop();
  await smtp.stop();
});

async function teamWith(adminsDemoteAdmins: boolean): Promise<FurnishedTeam> {
  await server.services.pools.system.deleteFrom("outbox").execute();
  const team = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: second, role: "owner" },
    { person: admin, role: "admin" },
    { person: other, role: "admin" },
  ]);
  if (!adminsDemoteAdmins) return team;
  const { organizationId } = team;
  const set = await server.call("organization.setRules", { organizationId, adminsDemoteAdmins }, { as: owner });
  expect(set.status).toBe(200);
  return team;
}

const demote = async (as: Person, { organizationId, memberIds }: FurnishedTeam) =>
  server.call("member.changeRole", { organizationId, memberId: memberIds[3] ?? "", role: "member" }, { as });

const kindsTo = async ({ email }: Person) => (await lettersTo(server, email)).map(({ letter }) => letter);

test("an Admin who demotes another is told to every owner, whose mail server gets the letter", async () => {
  const team = await teamWith(true);
  expect((await demote(admin, team)).status).toBe(200);
  expect(await kindsTo(admin)).toEqual([]);
  expect(await kindsTo(other)).toEqual(["roleChanged"]);
  const transport = openMail(smtp.url, "Orgdesk <no-reply@orgdesk.example.com>");
  const send = mailHandler(transport, "https://orgdesk.example.com");
  for (const person of [owner, second]) {
    const letters = await lettersTo(server, person.email);
    expect(letters).toMatchObject([
      {
        letter: "adminDemoted",
        byName: "Adam Admin",
        memberName: "Ana Admin",
        fromRoleName: "Admin",
        toRoleName: "Member",
      },
    ]);
    for (const letter of letters) await send(letter, { id: "", kind: "mail", payload: letter, attempts: 1 });
  }
  transport.close();
  expect(smtp.received.map(({ to }) => to)).toEqual([[owner.email], [second.email]]);
  for (const { content } of smtp.received) {
    expect(content).toContain("Subject: Ana Admin is now Member in Northwind");
    expect(content.replace(/=?\r\n/g, " ")).toMatch(/Adam Admin changed the role/);
  }
});

test("nobody else is told, nor of what needs no switch, nor of what is refused or only previewed", async () => {
  const team = await teamWith(true);
  const input = { memberId: team.memberIds[3] ?? "", role: "member" };
  const { organizationId } = team;
  const change = { operation: "member.changeRole", input };
  expect((await server.call("change.preview", { organizationId, change }, { as: admin })).value?.verdict).toEqual({
    allowed: true,
  });
  expect(await kindsTo(owner)).toEqual([]);
  expect((await demote(owner, team)).status).toBe(200);
  expect(await kindsTo(second)).toEqual([]);
  const off = await teamWith(false);
  expect((await demote(admin, off)).status).toBe(403);
  expect([...(await kindsTo(owner)), ...(await kindsTo(second))]).toEqual([]);
});

import { lettersTo } from "#test/support/journeys.ts";
import { requestOf, startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { furnishTeam } from "../teams.ts";

/** Hostile texts that are legal: they come back as they were written, everywhere, and do nothing. */
let server: TestServer;
let owner: Person;
let organizationId: string;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  ({ organizationId } = await furnishTeam(server, "agency", [{ person: owner, role: "owner" }]));
});
afterAll(async () => server.stop());

const legal = [
  "👩‍👩‍👧‍👦 & 🏳️‍🌈 Ltd",
  "שלום עולם \u200f(1)",
  "<script>alert(document.cookie)</script>",
  '"><img src=x onerror=alert(1)>',
  "'; drop table organizations; --",
  '=HYPERLINK("http://example.com";"x")',
  "+1+1",
  "-2+3",
  "@SUM(A1)",
  "＝1＋1",
  "{{7*7}} ${7*7} %s %n <%= 1 %>",
  "\\u0000 \\x00 %00",
  "../../etc/passwd",
  'a,b;"c""d"',
  "a\u0301".repeat(100),
  "ﷺ".repeat(100),
  "𝒳".repeat(100),
  "ǅ İ ı ß ﬁ Å",
  "null",
  "constructor",
];

const stored = (text: string): string => text.normalize("NFC").trim();

async function exported(format: "csv" | "json"): Promise<string> {
  const headers = { authorization: `Bearer ${owner.token}` };
  const reply = await server.app.inject({ ...requestOf("auditEvent.export", { organizationId, format }), headers });
  expect(reply.statusCode).toBe(200);
  return reply.body;
}

describe.each(legal)("the name %j", (given) => {
  const name = stored(given);

  test("comes back from every read of the organization, and from its log", async () => {
    const options = { as: owner };
    const updated = await server.call("organization.update", { organizationId, name: `  ${given} ` }, options);
    expect(updated.value?.name).toBe(name);
    const read = await server.call("organization.get", { organizationId }, options);
    const list = await server.call("organization.list", {}, options);
    const log = await server.call("auditEvent.list", { organizationId, limit: 1 }, options);
    expect(read.value?.name).toBe(name);
    expect(list.value?.items[0]?.name).toBe(name);
    expect(log.value?.items[0]).toMatchObject({ target: { name }, after: { name } });
    const found = await server.call("auditEvent.list", { organizationId, text: name, limit: 1 }, options);
    expect(found.value?.items[0]?.target.name).toBe(name);
  });

  test("is a person's as well: in the team, in searches, in invitations and their mail", async () => {
    const options = { as: owner };
    expect((await server.call("me.update", { name: given }, options)).value?.name).toBe(name);
    const found = await server.call("member.list", { organizationId, search: name }, options);
    expect(found.value?.items[0]?.name).toBe(name);
    const email = `guest.${legal.indexOf(given)}@example.com`;
    const input = { organizationId, emails: [email], role: "member", message: given };
    const sent = await server.call("invitation.send", input, options);
    const invitation = { message: name, invitedBy: { name } };
    expect(sent.value?.outcomes[0]).toMatchObject({ result: "sent", invitation });
    const log = await server.call("auditEvent.list", { organizationId, limit: 1 }, options);
    expect(log.value?.items[0]?.actor.name).toBe(name);
    expect(await lettersTo(server, email)).toMatchObject([{ inviterName: name, message: name }]);
  });
});

test("the chain holds over all of it", async () => {
  const report = await server.call("auditEvent.verify", { organizationId }, { as: owner });
  expect(report.value).toMatchObject({ intact: true, problem: null });
  expect(report.value?.events).toBeGreaterThanOrEqual(legal.length * 2);
});

/** The cells of a CSV file. */
function cellsOf(csv: string): string[] {
  return [...csv.replace("\ufeff", "").matchAll(/(?:^|[,\n])(?:"((?:[^"]|"")*)"|([^",\n]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
}

test("no cell of a CSV export starts a formula (case 18), and none is lost", async () => {
  const cells = cellsOf(await exported("csv"));
  expect(cells.length).toBeGreaterThan(legal.length * 13);
  expect(cells.filter((cell) => /^[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([]);
  for (const name of legal.map(stored)) expect(cells.some((cell) => cell.endsWith(name))).toBe(true);
});

test("a JSON export gives every name as it is", async () => {
  const events = JSON.parse(await exported("json")) as { target: { name: string } }[];
  const names = events.map(({ target }) => target.name);
  expect(names).toEqual(expect.arrayContaining(legal.map(stored)));
});

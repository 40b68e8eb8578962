import type { ImportLine } from "#contract/entities/invitationImport.ts";
import { takeJobs } from "#server/storage/outbox.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { furnishInvitation, furnishTeam, standing } from "../teams.ts";
import { furnishWorkspace } from "../workspaces.ts";

let server: TestServer;
let owner: Person;
let admin: Person;
let member: Person;
let organizationId: string;
let elsewhereId: string;
let brand: string;
let foreignBrand: string;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  admin = await server.person("Ada Admin");
  member = await server.person("Mila Member");
  ({ organizationId: elsewhereId } = await furnishTeam(server, "agency", [{ person: member, role: "owner" }]));
  foreignBrand = await furnishWorkspace(server, elsewhereId, { name: "Globex" });
});
beforeEach(async () => {
  const seats = [
    { person: owner, role: "owner" },
    { person: admin, role: "admin" },
    { person: member, role: "member" },
  ];
  ({ organizationId } = await furnishTeam(server, "agency", seats));
  brand = await furnishWorkspace(server, organizationId, { name: "Acme Tea" });
  await furnishInvitation(server, organizationId, { email: "pending@example.com", role: "member" });
});
afterAll(async () => server.stop());

const line = (number: number, email: string, role = "member", more: Partial<ImportLine> = {}): ImportLine => ({
  line: number,
  email,
  role,
  ...more,
});
const run = (lines: ImportLine[], as = owner, headers: Record<string, string> = {}) =>
  server.call("invitation.import", { organizationId, lines }, { as, headers });
const check = (lines: ImportLine[], as = owner) =>
  server.call("invitation.checkImport", { organizationId, lines }, { as });
const many = (count: number) => Array.from({ length: count }, (_, i) => line(i + 2, `person${i}@example.com`));

async function pendingEmails(): Promise<string[]> {
  const rows = await server.services.pools.system
    .selectFrom("invitations")
    .select("email_folded")
    .where("organization_id", "=", organizationId)
    .where("status", "=", "pending")
    .orderBy("email_folded")
    .execute();
  return rows.map((row) => row.email_folded);
}

describe("what is wrong", () => {
  const mixed = () => [
    line(2, "New@Example.com", "Member", { workspaces: ["acme tea"], message: "Welcome" }),
    line(3, "not an address"),
    line(4, "new@example.com"),
    line(5, member.email),
    line(6, "PENDING@example.com"),
    line(7, "boss@example.com", "Boss"),
    line(8, "lead@example.com", "admin", { workspaces: ["Acme Tea"] }),
    line(9, "far@example.com", "member", { workspaces: ["Globex"] }),
    line(10, "id@example.com", "member", { workspaces: [brand] }),
    line(11, "forged@example.com", "member", { workspaces: [foreignBrand] }),
    line(12, ""),
    line(13, "evil@example.com\r\nBcc: all@example.com"),
    line(14, "said@example.com", "member", { message: "a\u202eb" }),
  ];
  const problems = [
    { line: 3, why: "invalid" },
    { line: 4, why: "repeated" },
    { line: 5, why: "alreadyMember" },
    { line: 6, why: "alreadyInvited" },
    { line: 7, why: "unknownRole" },
    { line: 8, why: "roleSeesAll" },
    { line: 9, why: "unknownWorkspace" },
    { line: 11, why: "unknownWorkspace" },
    { line: 12, why: "invalid" },
    { line: 13, why: "invalid" },
    { line: 14, why: "message" },
  ];

  test("is said line by line before anything happens, and again by what happens", async () => {
    const before = await standing(server, organizationId);
    expect((await check(mixed())).value).toMatchObject({ problems, good: 2, seatsFree: null });
    expect(await standing(server, organizationId)).toEqual(before);
    const { value } = await run(mixed());
    expect(value?.invited).toBe(2);
    expect(value?.outcomes.filter(({ result }) => result === "skipped")).toMatchObject(problems);
    expect(await pendingEmails()).toEqual(["id@example.com", "new@example.com", "pending@example.com"]);
    const sent = value?.outcomes.find((outcome) => outcome.result === "sent");
    const invitationId = sent?.result === "sent" ? sent.invitationId : "";
    const { value: details } = await server.call("invitation.get", { organizationId, invitationId }, { as: owner });
    expect(details).toMatchObject({
      email: "New@Example.com",
      message: "Welcome",
      workspaceAccess: { scope: "chosen", workspaceIds: [brand], future: false },
    });
  });

  test("a list without one good line changes nothing", async () => {
    const before = await standing(server, organizationId);
    expect((await run([line(2, "nobody")])).fault).toMatchObject({ kind: "invalid", issues: [{ code: "invalid" }] });
    expect(await standing(server, organizationId)).toEqual(before);
  });
});

test("each line has its own end, a day by the organization's calendar", async () => {
  const { system } = server.services.pools;
  await system
    .updateTable("organizations")
    .set({ time_zone: "Asia/Kathmandu" })
    .where("id", "=", organizationId)
    .execute();
  const year = new Date().getUTCFullYear() + 1;
  const lines = [
    line(2, "day@example.com", "member", { accessUntil: `${year}-06-30` }),
    line(3, "instant@example.com", "member", { accessUntil: `${year}-06-30T12:00:00Z` }),
    line(4, "never@example.com"),
    line(5, "past@example.com", "member", { accessUntil: "2020-01-01" }),
    line(6, "far@example.com", "member", { accessUntil: `${year + 11}-01-01` }),
    line(7, "odd@example.com", "member", { accessUntil: "30.06." }),
  ];
  const problems = [
    { line: 5, why: "pastEnd" },
    { line: 6, why: "tooFarEnd" },
    { line: 7, why: "unreadableEnd" },
  ];
  expect((await check(lines)).value).toMatchObject({ problems, good: 3 });
  const { value } = await run(lines);
  expect(value?.outcomes.filter(({ result }) => result === "skipped")).toMatchObject(problems);
  const { value: list } = await server.call("invitation.list", { organizationId }, { as: owner });
  const ends = new Map(list?.items.map(({ email, accessUntil }) => [email, accessUntil]));
  expect(ends.get("day@example.com")).toBe(`${year}-06-30T18:15:00.000Z`);
  expect(ends.get("instant@example.com")).toBe(`${year}-06-30T12:00:00.000Z`);
  expect(ends.get("never@example.com")).toBeNull();
  const { value: log } = await server.call("auditEvent.list", { organizationId }, { as: owner });
  const sent = log?.items.find(({ after }) => after?.["email"] === "day@example.com");
  expect(sent?.after).toMatchObject({ accessUntil: `${year}-06-30T18:15:00.000Z` });
});

describe("attacks", () => {
  test("no line carries a role above the importer's (CVE-2026-11577)", async () => {
    const lines = [
      line(2, "a@example.com", "owner"),
      line(3, "b@example.com", "Owner"),
      line(4, "c@example.com", "admin"),
    ];
    const { value } = await run([...lines, line(5, "d@example.com")], admin);
    expect(value?.outcomes).toMatchObject([
      { line: 2, why: "roleOutOfReach" },
      { line: 3, why: "roleOutOfReach" },
      { line: 4, why: "roleOutOfReach" },
      { line: 5, result: "sent" },
    ]);
    expect(await pendingEmails()).toEqual(["d@example.com", "pending@example.com"]);
  });

  test("a member imports nothing, a stranger not even that", async () => {
    expect((await run(many(2), member)).status).toBe(403);
    expect((await check(many(2), member)).status).toBe(403);
    const stranger = await server.person("Sam Stranger");
    expect((await run(many(2), stranger)).status).toBe(404);
  });

  test("nothing at all once the right is gone meanwhile", async () => {
    const removing = server.services.pools.system
      .updateTable("members")
      .set({ role: "member" })
      .where("organization_id", "=", organizationId)
      .where("account_id", "=", admin.accountId)
      .execute();
    const [, imported] = await Promise.all([removing, removing.then(async () => run(many(5), admin))]);
    expect(imported.status).toBe(403);
    expect(await pendingEmails()).toEqual(["pending@example.com"]);
  });

  test("5,001 lines are refused", async () => {
    expect((await run(many(5001))).fault).toMatchObject({ kind: "invalid", issues: [{ path: "lines" }] });
  });

  test("a replay answers as the first time and invites nobody twice", async () => {
    const headers = { "idempotency-key": `import-${organizationId}` };
    const first = await run(many(40), owner, headers);
    const again = await run(many(40), owner, headers);
    expect(again.value).toEqual(first.value);
    expect(await pendingEmails()).toHaveLength(41);
  });

  test("two imports of the same people at once leave one invitation for each", async () => {
    const both = await Promise.all([run(many(60), owner), run(many(60), admin)]);
    const invited = both.map(({ value }) => value?.invited ?? 0);
    expect(invited.reduce((sum, count) => sum + count, 0)).toBe(60);
    expect(await pendingEmails()).toHaveLength(61);
  });
});

test("5,000 people are invited within seconds, in one chain, and other mail passes theirs", async () => {
  const { system } = server.services.pools;
  await system.deleteFrom("outbox").execute();
  const start = performance.now();
  const { value } = await run(many(5000));
  const seconds = (performance.now() - start) / 1000;
  expect(value?.invited).toBe(5000);
  expect(seconds).toBeLessThan(20);
  const verified = await server.call("auditEvent.verify", { organizationId }, { as: owner });
  expect(verified.value).toMatchObject({ intact: true });
  const stored = await system
    .selectFrom("outbox")
    .select((eb) => eb.fn.countAll<number>().as("rows"))
    .executeTakeFirst();
  expect(stored?.rows).toBe(5000);
  await server.call(
    "invitation.send",
    { organizationId, emails: ["urgent@example.com"], role: "member" },
    { as: owner },
  );
  const jobs = await takeJobs(system, 10, 60);
  expect(jobs.some(({ kind }) => kind === "mail")).toBe(true);
}, 60_000);

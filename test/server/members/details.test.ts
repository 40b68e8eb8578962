import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishTeam } from "../teams.ts";

let server: TestServer;
let owner: Person;
let admin: Person;
let member: Person;
let stranger: Person;
let organizationId: string;
let foreignId: string;
let ids: readonly string[];

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  admin = await server.person("Adam Admin");
  member = await server.person("Max Member");
  stranger = await server.person("Sam Stranger");
  const team = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: admin, role: "admin" },
    { person: member, role: "member" },
  ]);
  organizationId = team.organizationId;
  ids = team.memberIds;
  foreignId = (await furnishTeam(server, "agency", [{ person: stranger, role: "owner" }])).organizationId;
});
afterAll(async () => server.stop());

const idOf = (place: number) => ids[place] ?? "";
const read = (as: Person, place: number) =>
  server.call("member.get", { organizationId, memberId: idOf(place) }, { as });
const contact = (as: Person, place: number, given: object, revision = 0) =>
  server.call("member.updateDetails", { organizationId, memberId: idOf(place), revision, ...given }, { as });
const note = (as: Person, place: number, text: string, revision = 0) =>
  server.call("member.updateNotes", { organizationId, memberId: idOf(place), revision, text }, { as });

test("a person keeps their own contact details, and those in charge keep them for whom they reach", async () => {
  const own = await contact(member, 2, { phone: "+49 30 901820", jobTitle: "Analyst" });
  expect(own.value).toEqual({ phone: "+49 30 901820", jobTitle: "Analyst", department: "", revision: 1 });
  const byAdmin = await contact(admin, 2, { department: "Insights" }, 1);
  expect(byAdmin.value).toMatchObject({ jobTitle: "Analyst", department: "Insights", revision: 2 });
  expect((await read(owner, 2)).value?.contact).toMatchObject({ department: "Insights" });
  const above = await contact(admin, 0, { jobTitle: "Nobody" });
  expect(above.fault).toMatchObject({ kind: "forbidden", refusal: { code: "targetOutOfReach" } });
  const lower = await contact(member, 1, { jobTitle: "Nobody" });
  expect(lower.fault).toMatchObject({ kind: "forbidden", refusal: { code: "missingPermission" } });
});

test("what somebody else wrote since is not lost: the later of two is told", async () => {
  const both = await Promise.all([contact(owner, 1, { phone: "12345" }), contact(admin, 1, { phone: "67890" })]);
  expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(both.find(({ fault }) => fault)?.fault).toMatchObject({ kind: "conflict", code: "stateMoved" });
});

test.each([
  ["a text in a telephone number", { phone: "call me" }],
  ["a control character", { jobTitle: "A\u0000B" }],
  ["a change of direction", { department: "A\u202eB" }],
  ["too long", { department: "x".repeat(101) }],
  ["nothing that differs", {}],
])("contact details refuse %s", async (_, given) => {
  const { contact: now } = (await read(owner, 0)).value ?? {};
  expect((await contact(owner, 0, given, now?.revision ?? 0)).fault).toMatchObject({ kind: "invalid" });
});

test("notes are read and written by those who change roles, never by the member they are about", async () => {
  expect((await note(owner, 2, "Asks good questions")).value).toEqual({ text: "Asks good questions", revision: 1 });
  expect((await read(admin, 2)).value?.notes).toEqual({ text: "Asks good questions", revision: 1 });
  expect((await read(member, 2)).value?.notes).toBeNull();
  expect((await note(owner, 1, "About Adam")).status).toBe(200);
  expect((await read(admin, 1)).value?.notes).toBeNull();
  expect((await read(member, 1)).value?.notes).toBeNull();
  const own = await note(admin, 1, "I am good", 1);
  expect(own.fault).toMatchObject({ kind: "forbidden", refusal: { code: "aboutYourself" } });
  expect((await note(member, 1, "Hello", 1)).fault).toMatchObject({ refusal: { code: "missingPermission" } });
});

test("the notes' text is nowhere but in the notes", async () => {
  await note(owner, 2, "Salary 61,000", 1);
  const events = await server.call("auditEvent.list", { organizationId }, { as: owner });
  expect(events.value?.items[0]).toMatchObject({ action: "member.notesChanged", after: { fields: ["notes"] } });
  expect(JSON.stringify(events.value)).not.toContain("Salary");
  for (const name of ["member.list", "organization.get"] as const) {
    expect(JSON.stringify((await server.call(name, { organizationId }, { as: member })).value)).not.toContain("Salary");
  }
});

test("another organization's owner reads and writes nothing, under either organization's address", async () => {
  for (const organization of [organizationId, foreignId]) {
    const at = { organizationId: organization, memberId: idOf(2) };
    const replies = await Promise.all([
      server.call("member.get", at, { as: stranger }),
      server.call("member.updateNotes", { ...at, revision: 0, text: "Mine" }, { as: stranger }),
      server.call("member.updateDetails", { ...at, revision: 0, phone: "12345" }, { as: stranger }),
      server.call("member.setAccessUntil", { ...at, accessUntil: null }, { as: stranger }),
    ]);
    expect(replies.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  }
});

test("row security hides another organization's details from the requests' role", async () => {
  const client = await server.services.pools.appPool.connect();
  try {
    await client.query(
      "select set_config('orgdesk.account', $1, false), set_config('orgdesk.organization', $2, false)",
      [stranger.accountId, foreignId],
    );
    expect((await client.query("select * from member_details")).rows).toEqual([]);
  } finally {
    client.release();
  }
});

test("a person sets and sees their own mails alone", async () => {
  const set = await server.call(
    "member.updateNotifications",
    { organizationId, muted: ["roleChange"] },
    { as: member },
  );
  expect(set.value).toEqual({ muted: ["roleChange"] });
  expect((await read(member, 2)).value?.notifications).toEqual({ muted: ["roleChange"] });
  expect((await read(owner, 2)).value?.notifications).toBeNull();
  const forged = { organizationId, muted: [], memberId: idOf(2) } as { organizationId: string; muted: [] };
  const refused = await server.call("member.updateNotifications", forged, { as: admin });
  expect(refused.fault).toMatchObject({ kind: "invalid" });
  const elsewhere = await server.call("member.updateNotifications", { organizationId, muted: [] }, { as: stranger });
  expect(elsewhere.status).toBe(404);
});

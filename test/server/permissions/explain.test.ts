import { newId } from "#server/storage/ids.ts";
import type { ActQuestion } from "#contract/entities/explanation.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishTeam } from "../teams.ts";

let server: TestServer;
let owner: Person;
let admin: Person;
let member: Person;
let organizationId: string;
let memberIds: readonly string[];

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  admin = await server.person("Ada Admin");
  member = await server.person("Mia Member");
  ({ organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: admin, role: "admin" },
    { person: member, role: "member" },
  ]));
});
afterAll(async () => server.stop());

const ask = (as: Person, question: ActQuestion, memberId?: string) =>
  server.call(
    "permission.explain",
    { organizationId, question, ...(memberId === undefined ? {} : { memberId }) },
    { as },
  );

const changing = { permission: "member.changeRole" };

test("whoever lacks a permission learns which row withholds it and who could give it", async () => {
  const { value } = await ask(member, { kind: "use", permission: "member.invite" });
  expect(value).toMatchObject({
    allowed: false,
    refusal: { code: "missingPermission" },
    permission: "member.invite",
    rows: [{ label: "Invite team members", allowed: false, note: null }],
    through: null,
    helpers: { how: "grant", roles: ["owner"], people: [{ name: "Olivia Owner" }], total: 1 },
  });
});

test("a note of the document stands with its row", async () => {
  const { value } = await ask(admin, { kind: "changeRole", targetId: memberIds[0] ?? "", to: "member" });
  expect(value).toMatchObject({
    allowed: false,
    refusal: { code: "targetOutOfReach" },
    rows: [{ label: "Assign roles", allowed: true, note: "Admins can only assign Member roles" }],
    through: "admin",
  });
});

test("what another person could do for them is named", async () => {
  const { value } = await ask(admin, { kind: "changeRole", targetId: memberIds[2] ?? "", to: "admin" });
  expect(value).toMatchObject({
    refusal: { code: "needsApproval" },
    helpers: { how: "act", roles: ["owner"], people: [{ name: "Olivia Owner" }] },
  });
});

test.for<[string, (target: string) => ActQuestion, object]>([
  [
    "makes a role",
    () => ({ kind: "createRole", shape: { rank: 1, permissions: ["billing.view"] } }),
    { permission: "role.manage" },
  ],
  [
    "changes a role",
    () => ({ kind: "editRole", role: newId(), shape: { rank: 1, permissions: ["billing.view"] } }),
    { permission: "role.manage" },
  ],
  ["deletes a role", () => ({ kind: "deleteRole", role: newId(), to: "member" }), { permission: "role.manage" }],
  ["sets the rules", () => ({ kind: "setRules" }), { permission: "role.manage" }],
  ["asks for a role", (targetId) => ({ kind: "requestRole", targetId, to: "admin" }), changing],
  ["answers a request", (requesterId) => ({ kind: "answerRequest", requesterId, to: "admin" }), changing],
  ["sets an end", (targetId) => ({ kind: "setAccessUntil", targetId, ends: true }), { permission: "member.remove" }],
  ["edits another's contact", (targetId) => ({ kind: "editDetails", targetId }), changing],
  ["keeps notes", (targetId) => ({ kind: "keepNotes", targetId }), changing],
])("whoever %s without the right learns which it takes", async ([, question, expected]) => {
  const { value } = await ask(member, question(memberIds[1] ?? ""));
  expect(value).toMatchObject({
    allowed: false,
    refusal: { code: "missingPermission" },
    helpers: { total: expect.any(Number) as number },
    ...expected,
  });
});

test("taking over takes no permission", async () => {
  expect((await ask(member, { kind: "takeOver" })).value).toMatchObject({ permission: null, rows: [] });
});

test("a role with more than its maker has is explained by what the maker lacks", async () => {
  const { value } = await ask(owner, { kind: "createRole", shape: { rank: 1000, permissions: ["billing.view"] } });
  expect(value).toMatchObject({ allowed: false, refusal: { code: "rankTooHigh" }, permission: "role.manage" });
});

test("an allowed act says through what", async () => {
  const { value } = await ask(owner, { kind: "use", permission: "member.invite" }, memberIds[1]);
  expect(value).toMatchObject({
    memberId: memberIds[1],
    role: "admin",
    allowed: true,
    through: "admin",
    helpers: null,
  });
});

test("the last owner cannot be helped by anybody", async () => {
  const { value } = await ask(owner, { kind: "leave" });
  expect(value).toMatchObject({ allowed: false, refusal: { code: "lastOwner" }, permission: null, helpers: null });
});

test("ids of nobody here are not found", async () => {
  expect((await ask(owner, { kind: "leave" }, newId())).fault).toMatchObject({ kind: "notFound", what: "member" });
  expect((await ask(owner, { kind: "remove", targetId: newId() })).fault).toMatchObject({ kind: "notFound" });
});

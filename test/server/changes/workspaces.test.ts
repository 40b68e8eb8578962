import type { ChangePreview } from "#contract/entities/change.ts";
import type { WorkspaceAct } from "#domain/workspaces.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { furnishTeam } from "../teams.ts";
import { furnishWorkspaces } from "../workspaces.ts";
import { previewOf } from "./previews.ts";

let server: TestServer;
let owner: Person;
let admin: Person;
let member: Person;
let organizationId: string;
let workspaces: Awaited<ReturnType<typeof furnishWorkspaces>>;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  admin = await server.person("Ada Admin");
  member = await server.person("Mia Member");
});
afterAll(async () => server.stop());

let memberIds: readonly string[];

/** An owner and an admin, who see every workspace, a member to whom a rule gives all, and one who has none. */
beforeEach(async () => {
  ({ organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: admin, role: "admin" },
    { person: member, role: "member" },
    { person: await server.person("Nora None"), role: "member" },
  ]));
  workspaces = await furnishWorkspaces(server, organizationId);
  const none = { organizationId, memberId: memberIds[3] ?? "", scope: "none" } as const;
  await server.call("member.setWorkspaceAccess", none, { as: owner });
});

const preview = async (operation: string, workspaceId: string) => {
  const { value } = await previewOf(server, owner, organizationId, operation, { workspaceId });
  if (value === undefined) throw new Error("No preview");
  return value;
};

type Act = `workspace.${WorkspaceAct}`;

const run = async (name: Act, workspaceId: string, basis: string) =>
  server.call(name, { organizationId, workspaceId }, { as: owner, headers: { "if-match": `"${basis}"` } });

const told = ({ people }: ChangePreview, field: "workspacesGained" | "workspacesLost") =>
  people.filter((one) => one[field].length === 1 && one[`${field}Total`] === 1).map(({ name }) => name);

const everyone = ["Ada Admin", "Mia Member", "Olivia Owner"];

test.each([
  ["workspace.suspend", "active", "suspended", [], everyone],
  ["workspace.reactivate", "suspended", "active", everyone, []],
  ["workspace.archive", "active", "archived", [], everyone],
  ["workspace.restore", "archived", "active", everyone, []],
  ["workspace.delete", "active", null, [], everyone],
  ["workspace.delete", "suspended", null, [], ["Ada Admin", "Olivia Owner"]],
] as const)("%s of what is %s tells who can use it before and after", async (operation, from, to, gain, lose) => {
  const id = workspaces[from];
  const before = await preview(operation, id);
  expect(before.verdict).toEqual({ allowed: true });
  expect(told(before, "workspacesGained")).toEqual(gain);
  expect(told(before, "workspacesLost")).toEqual(lose);
  expect(before.peopleTotal).toBe(gain.length + lose.length);
  expect(before.transitions.reduce((sum, { people }) => sum + people, 0)).toBe(before.peopleTotal);
  expect(before.workspaces).toEqual([
    {
      id,
      name: "Acme",
      from,
      to,
      peopleBefore: from === "active" ? 3 : 0,
      peopleAfter: to === "active" ? 3 : 0,
    },
  ]);
  expect((await run(operation, id, before.basis)).status).toBe(200);
});

test("what was suspended when it was archived comes back so, and nobody gains the use of it", async () => {
  const id = workspaces.suspended;
  await run("workspace.archive", id, (await preview("workspace.archive", id)).basis);
  const back = await preview("workspace.restore", id);
  expect(back).toMatchObject({ peopleTotal: 0, people: [], workspaces: [{ from: "archived", to: "suspended" }] });
});

test("somebody who was given it meanwhile is part of what was agreed to", async () => {
  const id = workspaces.active;
  const { basis } = await preview("workspace.suspend", id);
  const chosen = { organizationId, memberId: memberIds[3] ?? "", scope: "chosen" as const, workspaceIds: [id] };
  expect((await server.call("member.setWorkspaceAccess", chosen, { as: owner })).status).toBe(200);
  expect((await run("workspace.suspend", id, basis)).fault).toMatchObject({ kind: "conflict", code: "stateMoved" });
  const now = await preview("workspace.suspend", id);
  expect(told(now, "workspacesLost")).toEqual(["Ada Admin", "Mia Member", "Nora None", "Olivia Owner"]);
  expect((await run("workspace.suspend", id, now.basis)).status).toBe(200);
});

test("a new workspace is told with those who can use it at once", async () => {
  const { value } = await previewOf(server, admin, organizationId, "workspace.create", { name: "Initech" });
  expect(value).toMatchObject({
    peopleTotal: 3,
    workspaces: [{ name: "Initech", from: null, to: "active", peopleBefore: 0, peopleAfter: 3 }],
  });
  expect(value?.people.map(({ name, workspacesGained }) => [name, workspacesGained[0]?.name])).toEqual(
    everyone.map((name) => [name, "Initech"]),
  );
});

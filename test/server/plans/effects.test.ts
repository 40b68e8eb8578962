import type { ChangeEffects } from "#contract/entities/change.ts";
import type { PlanChange } from "#contract/entities/plan.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aCustomRole, furnishTeam, type FurnishedTeam } from "../teams.ts";
import { furnishWorkspaces } from "../workspaces.ts";
import { valueOf } from "./plans.ts";

let server: TestServer;
let owner: Person;
let second: Person;
let admin: Person;
let member: Person;
let team: FurnishedTeam;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  second = await server.person("Otto Owner");
  admin = await server.person("Ada Admin");
  member = await server.person("Mia Member");
  team = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: second, role: "owner" },
    { person: admin, role: "admin" },
    { person: member, role: "member" },
  ]);
  await furnishWorkspaces(server, team.organizationId);
  const { organizationId } = team;
  for (const [email, role] of [
    ["one@example.com", "owner"],
    ["two@example.com", "member"],
  ] as const) {
    await server.call("invitation.send", { organizationId, emails: [email], role }, { as: second });
  }
});
afterAll(async () => server.stop());

const planned = async (as: Person, change: PlanChange, people: readonly Person[]) => {
  const targets = [{ organizationId: team.organizationId, accountIds: people.map(({ accountId }) => accountId) }];
  return valueOf(await server.call("plan.preview", { change, targets }, { as }));
};

const toRole = (role: string): PlanChange => ({
  kind: "changeRole",
  roles: { byPreset: {}, byOrganization: { [team.organizationId]: role } },
});

/** What both previews tell. When an owner was seen, and with it their order, moves with the asking itself. */
const compared = ({
  transitions,
  people,
  peopleTotal,
  workspaces,
  seats,
  administrators,
  invitations: { lapsed },
}: ChangeEffects) => ({
  lapsed,
  transitions,
  people,
  peopleTotal,
  workspaces,
  seats,
  administrators: { ...administrators, after: administrators.after.map(({ name }) => name).toSorted() },
});

test.each([
  ["a promotion", "member.changeRole", toRole, "admin", 3],
  ["a new owner", "member.changeRole", toRole, "owner", 3],
  ["an owner who steps back", "member.changeRole", toRole, "member", 1],
] as const)("%s reads as the command's own preview", async (_what, operation, changeOf, role, index) => {
  const person = [owner, second, admin, member][index] ?? member;
  const { effects } = await planned(owner, changeOf(role), [person]);
  const input = { memberId: team.memberIds[index] ?? "", role };
  const change = { operation, input };
  const alone = valueOf(
    await server.call("change.preview", { organizationId: team.organizationId, change }, { as: owner }),
  );
  expect(effects).not.toBeNull();
  expect(effects && compared(effects)).toEqual(compared(alone));
});

test.each<[string, () => PlanChange, number]>([
  ["making Admins", () => toRole("admin"), 1],
  ["demoting", () => toRole("member"), 2],
  ["removing", () => ({ kind: "remove" }), 2],
  ["deactivating", () => ({ kind: "deactivate" }), 2],
])("%s several counts the invitations of theirs that join nobody any more: $2", async (_, changeOf, lapsed) => {
  const { effects } = await planned(owner, changeOf(), [second, member]);
  expect(effects?.invitations).toEqual({ ended: 0, changed: 0, lapsed });
});

test.each(["remove", "deactivate"] as const)("to %s one person reads as the command's own preview", async (kind) => {
  for (const [index, person] of [
    [1, second],
    [3, member],
  ] as const) {
    const { effects } = await planned(owner, { kind }, [person]);
    const change = { operation: `member.${kind}`, input: { memberId: team.memberIds[index] ?? "" } };
    const alone = valueOf(
      await server.call("change.preview", { organizationId: team.organizationId, change }, { as: owner }),
    );
    expect(effects && compared(effects)).toEqual(compared(alone));
  }
});

test("several people are told together, each by name, without those whom the rules refuse", async () => {
  const { effects, items } = await planned(admin, { kind: "remove" }, [member, second]);
  expect(items.map(({ verdict }) => verdict.verdict)).toEqual(["will", "fault"]);
  expect(effects?.people.map(({ name }) => name)).toEqual(["Mia Member"]);
  const both = await planned(owner, { kind: "deactivate" }, [member, admin, second]);
  expect(both.effects).toMatchObject({
    peopleTotal: 3,
    people: [{ name: "Ada Admin" }, { name: "Mia Member" }, { name: "Otto Owner" }],
    seats: { before: { used: 4 }, after: { used: 1 } },
    administrators: { before: 2, afterTotal: 1, after: [{ name: "Olivia Owner" }] },
  });
});

test("whoever may not see the team is told how many it concerns, and who nobody is", async () => {
  const remover = aCustomRole({ rank: 15, permissions: ["organization.view", "member.remove"] });
  const seats = [
    { person: owner, role: "owner" },
    { person: second, role: remover.key },
    { person: member, role: "member" },
  ];
  const unseen = await furnishTeam(server, "agency", seats, null, [remover]);
  const targets = [{ organizationId: unseen.organizationId, accountIds: [member.accountId] }];
  const reply = await server.call("plan.preview", { change: { kind: "remove" }, targets }, { as: second });
  const { effects, counts } = valueOf(reply);
  expect(counts).toMatchObject({ will: 1 });
  expect(effects).toMatchObject({ people: [], peopleTotal: 1, sessions: 0 });
  const change = { operation: "member.remove", input: { memberId: unseen.memberIds[2] ?? "" } };
  const { organizationId } = unseen;
  const alone = valueOf(await server.call("change.preview", { organizationId, change }, { as: second }));
  expect(effects && compared(effects)).toEqual(compared(alone));
});

test("over several organizations nothing is added up, and one that is not the caller's tells nothing", async () => {
  const other = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: member, role: "member" },
  ]);
  const foreign = await furnishTeam(server, "agency", [{ person: member, role: "owner" }]);
  const targetIn = ({ organizationId }: FurnishedTeam) => ({ organizationId, accountIds: [member.accountId] });
  for (const targets of [[team, other].map(targetIn), [foreign].map(targetIn), [team, foreign].map(targetIn)]) {
    const answer = valueOf(await server.call("plan.preview", { change: { kind: "remove" }, targets }, { as: owner }));
    expect(answer.effects).toBeNull();
  }
});

test("a plan that would leave only owners whose access ends is foreseen to be refused, as the command refuses it", async () => {
  const { organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: second, role: "owner" },
  ]);
  const [ownerId = "", secondId = ""] = memberIds;
  const accessUntil = new Date(Date.now() + 86_400_000 * 30).toISOString();
  await server.call("member.setAccessUntil", { organizationId, memberId: secondId, accessUntil }, { as: owner });
  const refused = { kind: "forbidden", refusal: { code: "lastOwner" } };
  const targets = [{ organizationId, accountIds: [owner.accountId] }];
  for (const [change, operation, input] of [
    [{ kind: "remove" }, "member.remove", {}],
    [{ kind: "deactivate" }, "member.deactivate", {}],
    [
      { kind: "changeRole", roles: { byPreset: {}, byOrganization: { [organizationId]: "admin" } } },
      "member.changeRole",
      { role: "admin" },
    ],
  ] as const) {
    const foreseen = valueOf(await server.call("plan.preview", { change, targets }, { as: second }));
    expect(foreseen.items.map(({ verdict }) => verdict)).toMatchObject([{ verdict: "fault", fault: refused }]);
    const asked = { organizationId, memberId: ownerId, ...input } as never;
    expect((await server.call(operation, asked, { as: second })).fault).toMatchObject(refused);
  }
});

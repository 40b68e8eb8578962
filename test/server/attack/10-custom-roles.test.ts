import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aCustomRole, actionsAfter, furnishTeam } from "../teams.ts";

/** Case 10 with custom roles: whoever manages roles makes, changes or attaches one that is above them (CVE-2026-9795). */
let server: TestServer;
let owner: Person;
let keeper: Person;
let friend: Person;
let stranger: Person;
let organizationId: string;
let foreignId: string;
let friendId: string;

const keeping = aCustomRole({
  name: "Keeper",
  rank: 15,
  permissions: ["role.manage", "member.changeRole", "member.view"],
});
const high = aCustomRole({ name: "High", rank: 25, permissions: ["billing.manage"] });
const broad = aCustomRole({ name: "Broad", rank: 5, permissions: ["billing.manage"] });
const low = aCustomRole({ name: "Low", rank: 5, permissions: ["member.view"] });
const foreign = aCustomRole({ name: "Foreign", rank: 5 });

beforeAll(async () => {
  server = await startTestServer();
  const names = ["Olivia Owner", "Kim Keeper", "Fay Friend", "Sam Stranger"];
  [owner, keeper, friend, stranger] = (await Promise.all(names.map((name) => server.person(name)))) as [
    Person,
    Person,
    Person,
    Person,
  ];
  const seats = [
    { person: owner, role: "owner" },
    { person: keeper, role: keeping.key },
    { person: friend, role: low.key },
  ];
  const team = await furnishTeam(server, "agency", seats, null, [keeping, high, broad, low]);
  organizationId = team.organizationId;
  friendId = team.memberIds[2] ?? "";
  foreignId = (await furnishTeam(server, "agency", [{ person: stranger, role: "owner" }], null, [foreign]))
    .organizationId;
});
afterAll(async () => server.stop());

const as = () => ({ as: keeper });

test("nobody makes or changes a role above their own or with what they lack", async () => {
  const attempts = await Promise.all([
    server.call("role.create", { organizationId, name: "Mine", rank: 15 }, as()),
    server.call("role.create", { organizationId, name: "Owner 2", from: "owner" }, as()),
    server.call("role.create", { organizationId, name: "Rich", rank: 1, permissions: ["billing.manage"] }, as()),
    server.call("role.create", { organizationId, name: "Rich", rank: 1, from: broad.key }, as()),
    server.call("role.update", { organizationId, role: keeping.key, permissions: ["billing.manage"] }, as()),
    server.call("role.update", { organizationId, role: keeping.key, rank: 29 }, as()),
    server.call("role.update", { organizationId, role: low.key, permissions: ["billing.manage"] }, as()),
    server.call("role.update", { organizationId, role: low.key, rank: 20 }, as()),
    server.call("role.update", { organizationId, role: high.key, rank: 1 }, as()),
    server.call("role.update", { organizationId, role: broad.key, permissions: [] }, as()),
  ]);
  expect(attempts.map(({ fault }) => fault?.kind)).toEqual(attempts.map(() => "forbidden"));
});

test("nobody attaches a role that is above them, by change or by deleting another", async () => {
  const attempts = await Promise.all([
    ...["owner", "admin", high.key, broad.key].flatMap((role) => [
      server.call("member.changeRole", { organizationId, memberId: friendId, role }, as()),
      server.call("role.delete", { organizationId, role: low.key, reassignTo: role }, as()),
    ]),
    server.call("role.delete", { organizationId, role: high.key, reassignTo: low.key }, as()),
    server.call("role.delete", { organizationId, role: keeping.key, reassignTo: low.key }, as()),
  ]);
  expect(attempts.map(({ fault }) => fault?.kind)).toEqual(attempts.map(() => "forbidden"));
});

test("managing roles is not enough to change what all of them mean", async () => {
  const roles = { owner: "admin", [keeping.key]: "admin", [low.key]: "admin" };
  const attempts = await Promise.all([
    server.call("organization.switchPreset", { organizationId, preset: "social", roles }, as()),
    server.call("organization.setRules", { organizationId, adminsDemoteAdmins: true }, as()),
  ]);
  expect(attempts.map(({ fault }) => fault)).toMatchObject(attempts.map(() => ({ refusal: { code: "ownersOnly" } })));
});

test("a role of another organization is unknown, and so is another organization", async () => {
  const own = await Promise.all([
    server.call("member.changeRole", { organizationId, memberId: friendId, role: foreign.key }, { as: owner }),
    server.call("role.update", { organizationId, role: foreign.key, rank: 2 }, { as: owner }),
    server.call("role.create", { organizationId, name: "Copy", from: foreign.key }, { as: owner }),
    server.call("role.delete", { organizationId, role: low.key, reassignTo: foreign.key }, { as: owner }),
  ]);
  expect(own.map(({ status }) => status)).toEqual([403, 404, 404, 403]);
  const theirs = await Promise.all([
    server.call("role.listUse", { organizationId: foreignId }, { as: owner }),
    server.call("role.update", { organizationId: foreignId, role: foreign.key, rank: 2 }, { as: owner }),
    server.call("role.delete", { organizationId: foreignId, role: foreign.key, reassignTo: "member" }, { as: owner }),
    server.call("organization.switchPreset", { organizationId: foreignId, preset: "social", roles: {} }, { as: owner }),
  ]);
  expect(theirs.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
});

test("nothing of it left a trace", async () => {
  expect(await actionsAfter(server, organizationId, 0)).toEqual([]);
  expect(await actionsAfter(server, foreignId, 0)).toEqual([]);
});

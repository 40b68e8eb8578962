import { permissions } from "#domain/policy/permissions.ts";
import { hasPermission, policyOf } from "#domain/policy/policy.ts";
import { newId } from "#server/storage/ids.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { day, furnishTeam } from "../teams.ts";

let server: TestServer;
let owner: Person;
let viewer: Person;
let organizationId: string;
let ids: readonly string[];

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  viewer = await server.person("Vic Viewer");
  const former = await server.person("Fay Former");
  const off = await server.person("Otto Off");
  const team = await furnishTeam(server, "operations", [
    { person: owner, role: "owner" },
    { person: viewer, role: "viewer" },
    { person: former, role: "viewer", status: "removed" },
    { person: off, role: "viewer", status: "deactivated" },
  ]);
  organizationId = team.organizationId;
  ids = team.memberIds;
});
afterAll(async () => server.stop());

test("the matrix counts active members and marks the caller's role", async () => {
  const matrix = await server.call("permission.matrix", { organizationId }, { as: owner });
  expect(matrix.value).toMatchObject({
    preset: "operations",
    presetName: "Operations",
    myRole: "owner",
    roles: [
      { key: "owner", members: 1 },
      { key: "viewer", members: 1 },
    ],
  });
  expect(matrix.value?.sections[0]?.rows).toHaveLength(14);
});

test("every permission is answered as the policy has it, for oneself and for many at once", async () => {
  const policy = policyOf("operations");
  const questions = ids.slice(0, 2).flatMap((memberId) => permissions.map((permission) => ({ memberId, permission })));
  const reply = await server.call("permission.checkMany", { organizationId, questions }, { as: owner });
  const wanted = ["owner", "viewer"].flatMap((role) =>
    permissions.map((permission) => hasPermission(policy, role, permission)),
  );
  expect(reply.value?.answers.map(({ allowed }) => allowed)).toEqual(wanted);
  const own = permissions.map((permission) => ({ permission }));
  const mine = await server.call("permission.checkMany", { organizationId, questions: own }, { as: viewer });
  expect(mine.value?.answers.map(({ allowed }) => allowed)).toEqual(wanted.slice(permissions.length));
});

test("one question is a link, and answered as it would be among many", async () => {
  const askers = [owner, viewer];
  for (const as of askers) {
    for (const permission of permissions) {
      for (const about of [{}, { memberId: ids[askers.indexOf(as)] }]) {
        const one = await server.call("permission.check", { organizationId, permission, ...about }, { as });
        const many = await server.call(
          "permission.checkMany",
          { organizationId, questions: [{ permission, ...about }] },
          { as },
        );
        const { revision, ...answer } = one.value ?? {};
        expect({ revision, answers: [answer] }).toEqual(many.value);
      }
    }
  }
  for (const memberId of [...ids, newId()]) {
    const permission = "agent.view";
    const one = await server.call("permission.check", { organizationId, permission, memberId }, { as: owner });
    expect(one.value).toMatchObject({ memberId, permission, allowed: memberId === ids[0] || memberId === ids[1] });
  }
});

test("one question about somebody else is refused as many are", async () => {
  const asked = { organizationId, permission: "agent.view", memberId: ids[0] } as const;
  const reply = await server.call("permission.check", asked, { as: viewer });
  expect(reply.fault).toMatchObject({ kind: "forbidden", refusal: { permission: "member.view" } });
});

test("removed, deactivated and unknown people may do nothing, each with the reason", async () => {
  const questions = [...ids.slice(2), newId()].map((memberId) => ({ memberId, permission: "agent.view" as const }));
  const reply = await server.call("permission.checkMany", { organizationId, questions }, { as: owner });
  const codes = reply.value?.answers.map(({ refusal }) => refusal?.code);
  expect(codes).toEqual(["notMember", "deactivated", "notMember"]);
});

test("whoever may not see the team may ask about themselves alone", async () => {
  const questions = [{ memberId: ids[0] ?? "", permission: "agent.view" as const }];
  const reply = await server.call("permission.checkMany", { organizationId, questions }, { as: viewer });
  expect(reply.fault).toMatchObject({ kind: "forbidden", refusal: { permission: "member.view" } });
});

test("in a deleted organization that is held nobody may do more than look, also for the products", async () => {
  const { organizationId: held } = await furnishTeam(server, "campaigns", [{ person: owner, role: "superAdmin" }]);
  const questions = (["member.view", "member.invite", "campaign.manage", "analytics.view"] as const).map(
    (permission) => ({ permission }),
  );
  const asked = async () => {
    const reply = await server.call("permission.checkMany", { organizationId: held, questions }, { as: owner });
    return reply.value?.answers.map(({ allowed, refusal }) => (allowed ? "yes" : refusal?.code));
  };
  expect(await asked()).toEqual(["yes", "yes", "yes", "yes"]);
  const hold = { status: "held", held_at: new Date(), purge_at: new Date(Date.now() + day) } as const;
  const organizations = server.services.pools.system.updateTable("organizations");
  await organizations.set(hold).where("id", "=", held).execute();
  expect(await asked()).toEqual(["yes", "held", "held", "yes"]);
});

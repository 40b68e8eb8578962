import { presetKeys } from "#domain/policy/preset.ts";
import { presetOf } from "#domain/policy/presets.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { furnishTeam, standing } from "../teams.ts";

/** Case 12: a member removes the owner. And nobody, an owner included, takes the last owner away. */
let server: TestServer;
let owner: Person;
let caller: Person;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  caller = await server.person("Carl Caller");
});
afterAll(async () => server.stop());

describe.each(presetKeys)("under %s", (key) => {
  const { roles, creatorRole } = presetOf(key);
  const others = roles.filter(({ ownerClass }) => !ownerClass).map((role) => role.key);

  test.each(others)("a %s cannot remove or demote the owner", async (role) => {
    const team = [
      { person: owner, role: creatorRole },
      { person: caller, role },
      { person: await server.person("Second Owner"), role: creatorRole },
    ];
    const { organizationId, memberIds } = await furnishTeam(server, key, team);
    const target = { organizationId, memberId: memberIds[0] ?? "" };
    const removed = await server.call("member.remove", target, { as: caller });
    const demoted = await server.call("member.changeRole", { ...target, role }, { as: caller });
    expect([removed.status, demoted.status]).toEqual([403, 403]);
    expect((await standing(server, organizationId)).owners).toBe(2);
  });

  test("the last owner can neither leave, nor be removed, nor step down", async () => {
    const [other = creatorRole] = others;
    const team = [
      { person: owner, role: creatorRole },
      { person: caller, role: other },
    ];
    const { organizationId, memberIds } = await furnishTeam(server, key, team);
    const self = { organizationId, memberId: memberIds[0] ?? "" };
    const replies = [
      await server.call("member.leave", { organizationId }, { as: owner }),
      await server.call("member.remove", self, { as: owner }),
      await server.call("member.changeRole", { ...self, role: other }, { as: owner }),
    ];
    const lastOwner = { kind: "forbidden", refusal: { code: "lastOwner" } };
    expect(replies.map(({ fault }) => fault)).toMatchObject([lastOwner, lastOwner, lastOwner]);
    expect((await standing(server, organizationId)).owners).toBe(1);
  });
});

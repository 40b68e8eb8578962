import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actionsAfter, furnishTeam, standing } from "../teams.ts";

/** Case 16: one 'active organization' per session, so that a second window acts on the wrong one. */
let server: TestServer;
let owner: Person;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
});
afterAll(async () => server.stop());

test("two windows of one session act each on their own organization, at the same time", async () => {
  const seat = [{ person: owner, role: "owner" }];
  const windows = [await furnishTeam(server, "agency", seat), await furnishTeam(server, "agency", seat)];
  const rounds = Array.from({ length: 20 }, (_, round) => round);
  await Promise.all(
    rounds.flatMap((round) =>
      windows.map(({ organizationId }, index) => {
        const emails = [`window${index}.round${round}@example.com`];
        return server.call("invitation.send", { organizationId, emails, role: "member" }, { as: owner });
      }),
    ),
  );
  for (const [index, { organizationId }] of windows.entries()) {
    const list = await server.call("invitation.list", { organizationId, limit: 200 }, { as: owner });
    const wrong = list.value?.items.filter(({ email }) => !email.startsWith(`window${index}.`));
    expect({ listed: list.value?.items.length, wrong }).toEqual({ listed: rounds.length, wrong: [] });
    expect((await standing(server, organizationId)).revision).toBe(rounds.length);
    expect(new Set(await actionsAfter(server, organizationId, 0))).toEqual(new Set(["invitation.sent"]));
  }
});

test("the remembered organization decides nothing: a request names its own", async () => {
  const seat = [{ person: owner, role: "owner" }];
  const remembered = await furnishTeam(server, "agency", seat);
  const named = await furnishTeam(server, "agency", seat);
  await server.call("me.update", { lastOrganizationId: remembered.organizationId }, { as: owner });
  await server.call("organization.update", { organizationId: named.organizationId, industry: "Tea" }, { as: owner });
  expect(await actionsAfter(server, remembered.organizationId, 0)).toEqual([]);
  expect(await actionsAfter(server, named.organizationId, 0)).toEqual(["organization.updated"]);
});

test("a body or query that names a second organization is refused", async () => {
  const seat = [{ person: owner, role: "owner" }];
  const [one, two] = [await furnishTeam(server, "agency", seat), await furnishTeam(server, "agency", seat)];
  const headers = { authorization: `Bearer ${owner.token}` };
  const url = `/v1/organizations/${one.organizationId}`;
  const payload = { organizationId: two.organizationId, industry: "Tea" };
  expect((await server.app.inject({ method: "PATCH", url, headers, payload })).statusCode).toBe(400);
  const query = { organizationId: two.organizationId };
  expect((await server.app.inject({ method: "GET", url, headers, query })).statusCode).toBe(400);
});

import { startTestServer, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.stop());

test("a new organization belongs to its creator, under a slug of its name", async () => {
  const dana = await server.person("Dana Reyes");
  const created = await server.call("organization.create", { name: "  Näxt Wörks " }, { as: dana });
  expect(created.fault).toBeUndefined();
  expect(created.value).toMatchObject({
    name: "Näxt Wörks",
    preset: "agency",
    owners: 1,
    memberCount: 1,
    revision: 1,
    seatsLimit: null,
    personal: false,
    me: { role: "owner" },
  });
  const again = await server.call("organization.create", { name: "Näxt Wörks" }, { as: dana });
  expect(again.value?.slug).toBe(`${created.value?.slug}-2`);
});

test("organizations are listed by name, page after page", async () => {
  const ravi = await server.person("Ravi Shah");
  const names = ["beta", "Alpha", "Émile", "delta", "Echo"];
  for (const name of names) await server.call("organization.create", { name }, { as: ravi });
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await server.call("organization.list", { limit: 2, ...(cursor ? { cursor } : {}) }, { as: ravi });
    expect(page.value?.total).toBe(5);
    expect(page.value?.matching).toBe(cursor === undefined ? 5 : null);
    seen.push(...(page.value?.items ?? []).map(({ name }) => name));
    cursor = page.value?.next ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(["Alpha", "beta", "delta", "Echo", "Émile"]);
});

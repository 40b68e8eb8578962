import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishTeam, standing } from "../teams.ts";

/** Case 13: fields that a PATCH or a creation sets by itself. */
let server: TestServer;
let owner: Person;
let organizationId: string;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  ({ organizationId } = await furnishTeam(server, "agency", [{ person: owner, role: "owner" }], 1));
});
afterAll(async () => server.stop());

const smuggled = {
  preset: "social",
  switches: { adminsDemoteAdmins: true },
  seatsLimit: 1_000,
  seats_limit: 1_000,
  owners: 9,
  revision: 0,
  chain_head: "",
  personal: true,
  personal_of: null,
  role: "owner",
  me: { role: "owner" },
};

async function send(method: "PATCH" | "POST", url: string, payload: object): Promise<number> {
  const headers = { authorization: `Bearer ${owner.token}` };
  return (await server.app.inject({ method, url, headers, payload })).statusCode;
}

test.each(Object.entries(smuggled))("%s is not a person's to set", async (field, value) => {
  const before = await standing(server, organizationId);
  const updated = await send("PATCH", `/v1/organizations/${organizationId}`, { industry: "Tea", [field]: value });
  expect(updated).toBe(400);
  expect(await standing(server, organizationId)).toEqual(before);
});

test.each(Object.entries(smuggled).filter(([field]) => field !== "preset"))(
  "%s is not set at creation either",
  async (field, value) => {
    expect(await send("POST", "/v1/organizations", { name: "Smuggler", [field]: value })).toBe(400);
  },
);

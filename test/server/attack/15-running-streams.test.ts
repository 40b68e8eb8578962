import { agencyServer, type AgencyServer } from "#test/main/snapshot/support/agency.ts";
import { requestOf, type Person } from "#test/support/server.ts";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

/** Case 15: what was begun before the access ended must not be read to its end. */
let server: AgencyServer;
let address: string;
let owner: Person;
let organizationId: string;
let admins: { readonly id: string; readonly account_id: string }[];
let admin: Person;
let memberId: string;

const events = 30_000;

beforeAll(async () => {
  server = await agencyServer("--organizations", "1", "--members", "400", "--events", String(events));
  address = await server.app.listen({ port: 0, host: "127.0.0.1" });
  const people = await server.services.pools.system
    .selectFrom("members as m")
    .innerJoin("organizations as o", "o.id", "m.organization_id")
    .select(["m.id", "m.account_id", "m.organization_id", "m.role"])
    .where("m.status", "=", "active")
    .where("o.revision", ">", 1_000)
    .execute();
  const first = people.find(({ role }) => role === "owner");
  if (first === undefined) throw new Error("The agency has no owner");
  organizationId = first.organization_id;
  owner = await server.signedIn(first.account_id);
  admins = people.filter(({ role, organization_id }) => role === "admin" && organization_id === organizationId);
}, 120_000);
afterAll(async () => server.stop());

beforeEach(async () => {
  const next = admins.pop();
  if (next === undefined) throw new Error("The agency has no admin left");
  admin = await server.signedIn(next.account_id);
  memberId = next.id;
});

const inputOf = (stream: (typeof streams)[number]) =>
  stream === "auditEvent.export" ? { organizationId, format: "json" as const } : { organizationId };
const isWhole = (text: string) => text.endsWith("\n]\n") || text.includes('"type":"end"');

const streams = ["auditEvent.export", "snapshot.fill"] as const;
const endings = ["member.remove", "member.deactivate", "member.changeRole"] as const;
const cases = streams.flatMap((stream) => endings.map((ending) => [stream, ending] as const));

test.each(streams)("%s that nobody ends is whole", async (stream) => {
  const headers = { authorization: `Bearer ${admin.token}` };
  const { body } = await server.app.inject({ ...requestOf(stream, inputOf(stream)), headers });
  expect(isWhole(body)).toBe(true);
});

test.each(cases)("%s that is under way ends with %s", async (stream, ending) => {
  const { url } = requestOf(stream, inputOf(stream));
  const response = await fetch(`${address}${url}`, { headers: { authorization: `Bearer ${admin.token}` } });
  const reader = response.body?.getReader();
  const first = await reader?.read();
  expect([response.status, first?.done]).toEqual([200, false]);
  const role = ending === "member.changeRole" ? { role: "member" } : {};
  expect(await server.call(ending, { organizationId, memberId, ...role }, { as: owner })).toMatchObject({
    status: 200,
  });
  let text = new TextDecoder().decode(first?.value);
  const readToEnd = async () => {
    for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) {
      text += new TextDecoder().decode(next.value);
    }
  };
  // Cut, as a connection that breaks; what was on its way had left before.
  await readToEnd().catch(() => undefined);
  expect(isWhole(text)).toBe(false);
  expect(text.split('"previousHash"').length).toBeLessThan(events);
});

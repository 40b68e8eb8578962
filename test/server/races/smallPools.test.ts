import { newId } from "#server/storage/ids.ts";
import { goodPassword, newAddress, personOf, signUp } from "#test/support/journeys.ts";
import { startTestServer, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishInvitation, furnishTeam } from "../teams.ts";

/** Fewer connections than requests in hand: who holds one while waiting for another would wait for ever. */
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ pools: { app: 3, system: 2 } });
});
afterAll(async () => server.stop());

test("200 calls of every way into the database finish on three and two connections", async () => {
  const owner = personOf(await signUp(server, { email: "olivia@example.com", name: "Olivia Owner" }));
  const member = await server.person("Max Member");
  const { organizationId, memberIds } = await furnishTeam(server, "agency", [
    { person: owner, role: "owner" },
    { person: member, role: "member" },
  ]);
  const memberId = memberIds[1] ?? "";
  const guests = await Promise.all(Array.from({ length: 25 }, (_, index) => server.person(`Guest ${index}`)));
  const invited = guests.map(async (guest) => {
    const { token } = await furnishInvitation(server, organizationId, { email: guest.email, role: "member" });
    return { guest, token };
  });
  const invitations = await Promise.all(invited);
  const key = () => ({ "idempotency-key": newId() });
  const right = { email: "olivia@example.com", password: goodPassword };
  const rounds = invitations.flatMap(({ guest, token }, index) => [
    server.call("organization.update", { organizationId, name: `Name ${index}` }, { as: owner, headers: key() }),
    server.call("organization.update", { organizationId, name: "Refused" }, { as: member, headers: key() }),
    server.call("invitation.accept", { token }, { as: guest, headers: { ...newAddress(), ...key() } }),
    server.call("member.get", { organizationId, memberId }, { as: owner }),
    server.call("me.update", { name: `Guest number ${index}` }, { as: guest, headers: key() }),
    server.call("organization.create", { name: `Own of ${index}` }, { as: guest, headers: key() }),
    server.call("organization.listSecurityEvents", { organizationId }, { as: owner }),
    index < 5
      ? server.call("session.signIn", right, { headers: newAddress() })
      : server.call("organization.list", {}, { as: guest }),
  ]);
  const replies = await Promise.all(rounds);
  expect(replies).toHaveLength(200);
  const statuses = Map.groupBy(replies, ({ status }) => status);
  const counts = Object.fromEntries([...statuses].map(([status, of]) => [status, of.length]));
  expect(counts).toEqual({ 200: 175, 403: 25 });
});

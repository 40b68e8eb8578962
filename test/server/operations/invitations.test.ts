import { startTestServer, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.stop());

test("a list of addresses is answered one by one", async () => {
  const dana = await server.person("Dana Reyes");
  const made = await server.call("organization.create", { name: "Northwind" }, { as: dana });
  const organizationId = made.value?.id ?? "";
  const emails = ["Ada@Example.com", "ada@example.com", "not-an-address", dana.email, "grace@example.com"];
  const sent = await server.call("invitation.send", { organizationId, emails, role: "member" }, { as: dana });
  expect(sent.fault).toBeUndefined();
  expect(sent.value?.outcomes.map((outcome) => (outcome.result === "sent" ? "sent" : outcome.why))).toEqual([
    "sent",
    "repeated",
    "invalid",
    "alreadyMember",
    "sent",
  ]);
  expect(sent.value?.seatsFree).toBeNull();
  const members = await server.call("member.list", { organizationId }, { as: dana });
  expect(members.value).toMatchObject({ total: 1, matching: 1, next: null, items: [{ name: "Dana Reyes" }] });
  const again = await server.call("invitation.send", { organizationId, emails, role: "member" }, { as: dana });
  expect(again.fault).toMatchObject({ kind: "invalid", issues: [{ code: "alreadyInvited" }, {}, {}, {}, {}] });
});

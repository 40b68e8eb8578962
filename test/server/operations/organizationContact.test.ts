import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { furnishTeam } from "../teams.ts";

let server: TestServer;
let owner: Person;
let member: Person;
let organizationId: string;

beforeAll(async () => {
  server = await startTestServer();
  owner = await server.person("Olivia Owner");
  member = await server.person("Mila Member");
  const seats = [
    { person: owner, role: "owner" },
    { person: member, role: "member" },
  ];
  ({ organizationId } = await furnishTeam(server, "agency", seats));
});
afterAll(async () => server.stop());

const contact = {
  contactEmail: "Office@example.com",
  phone: "(030) 123 45 67",
  address: "1 Harbour Road\n10115 Berlin",
  country: "DE",
  privacyLaw: "gdpr",
  timeFormat: "h23",
} as const;

test("contact and region are stored, shown to every member and audited", async () => {
  const given = { ...contact, contactEmail: " Office@example.com ", phone: "(030)  123 45 67" };
  const updated = await server.call("organization.update", { organizationId, ...given }, { as: owner });
  expect(updated.value).toMatchObject(contact);
  const seen = await server.call("organization.get", { organizationId }, { as: member });
  expect(seen.value).toMatchObject(contact);
  const events = await server.call("auditEvent.list", { organizationId }, { as: owner });
  expect(events.value?.items[0]).toMatchObject({
    action: "organization.updated",
    before: { contactEmail: "", country: "", timeFormat: "language" },
    after: contact,
  });
  const cleared = { organizationId, contactEmail: "", phone: "", address: "", country: "" };
  const { value } = await server.call("organization.update", cleared, { as: owner });
  expect(value).toMatchObject({ contactEmail: "", phone: "", address: "", country: "" });
});

test.each([
  ["contactEmail", "office@example.com\r\nBcc: everyone@example.com"],
  ["contactEmail", "<b>office</b>@example.com"],
  ["contactEmail", "Office <office@example.com>"],
  ["contactEmail", "office＠example.com"],
  ["phone", "+49 30\r\nX-Evil: 1"],
  ["phone", "<img src=x onerror=alert(1)>"],
  ["phone", "javascript:alert(1)"],
  ["address", "1 Harbour Road\u0000"],
  ["address", "1 Harbour \u202eRoad"],
  ["country", "de"],
  ["country", "EU"],
  ["country", "D\n"],
  ["privacyLaw", "my own"],
  ["timeFormat", "h24"],
])("%s refuses %j", async (field, value) => {
  const headers = { authorization: `Bearer ${owner.token}` };
  const url = `/v1/organizations/${organizationId}`;
  const { statusCode, body } = await server.app.inject({ method: "PATCH", url, headers, payload: { [field]: value } });
  expect(statusCode).toBe(400);
  expect(body).toContain(field);
});

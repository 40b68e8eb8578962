import { startTestServer, type Person, type Reply, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { reviewedTeam, reviewPeople, type ReviewedTeam } from "../reviews/team.ts";
import { fill } from "../snapshot/frames.ts";
import { furnishInvitation } from "../teams.ts";

/** A cursor holds what the server wrote into it, and what anybody writes who decodes one. */
let server: TestServer;
let owner: Person;
let team: ReviewedTeam;
let at: { organizationId: string };
let reviewId: string;
let planId: string;
let workspaceId: string;

beforeAll(async () => {
  server = await startTestServer();
  const people = await reviewPeople(server);
  team = await reviewedTeam(server, people);
  owner = team.person(0);
  at = { organizationId: team.organizationId };
  for (const name of ["Alpha", "Beta"]) {
    await server.call("organization.create", { name }, { as: owner });
    await server.call("workspace.create", { ...at, name }, { as: owner });
    await server.call("me.update", { name }, { as: owner });
    await furnishInvitation(server, at.organizationId, { email: `${name}@example.com`, role: "member" });
    reviewId = await team.submit(
      owner,
      [3, 4].map((index) => ({ ...team.seat(index), decision: { kind: "keep" } })),
    );
    const targets = [{ ...at, accountIds: [3, 4].map((index) => team.person(index).accountId) }];
    const plan = await server.call("plan.start", { change: { kind: "deactivate" }, targets }, { as: owner });
    planId = plan.value?.id ?? "";
  }
  const workspaces = await server.call("workspace.list", at, { as: owner });
  workspaceId = workspaces.value?.items[0]?.id ?? "";
  for (let refused = 0; refused < 2; refused += 1) {
    await server.call("organization.update", { ...at, name: "Refused" }, { as: team.person(3) });
  }
});
afterAll(async () => server.stop());

interface Page {
  readonly next?: string | null;
  readonly older?: string | null;
}
type List = (cursor: { readonly cursor?: string }) => Promise<Reply<Page>>;

const page = { limit: 1 };
const asked = () => ({ as: owner });
const lists: Readonly<Record<string, List>> = {
  "organization.list": (cursor) => server.call("organization.list", { ...page, ...cursor }, asked()),
  "organization.listSecurityEvents": (cursor) =>
    server.call("organization.listSecurityEvents", { ...at, ...page, ...cursor }, asked()),
  "me.listSecurityEvents": (cursor) => server.call("me.listSecurityEvents", { ...page, ...cursor }, asked()),
  "member.list by name": (cursor) => server.call("member.list", { ...at, ...page, ...cursor }, asked()),
  "member.list by last visit": (cursor) =>
    server.call("member.list", { ...at, ...page, ...cursor, sort: "lastSeenAt" }, asked()),
  "invitation.list": (cursor) => server.call("invitation.list", { ...at, ...page, ...cursor }, asked()),
  "workspace.list": (cursor) => server.call("workspace.list", { ...at, ...page, ...cursor }, asked()),
  "workspace.listPeople": (cursor) =>
    server.call("workspace.listPeople", { ...at, workspaceId, ...page, ...cursor }, asked()),
  "people.list by last visit": (cursor) =>
    server.call("people.list", { ...page, ...cursor, sort: "lastSeenAt" }, asked()),
  "people.list by organizations": (cursor) =>
    server.call("people.list", { ...page, ...cursor, sort: "organizations" }, asked()),
  "permission.whoCan": (cursor) =>
    server.call("permission.whoCan", { permission: "member.view", ...page, ...cursor }, asked()),
  "plan.list": (cursor) => server.call("plan.list", { ...page, ...cursor }, asked()),
  "plan.items": (cursor) => server.call("plan.items", { planId, ...page, ...cursor }, asked()),
  "review.list": (cursor) => server.call("review.list", { ...at, ...page, ...cursor }, asked()),
  "review.listAll": (cursor) => server.call("review.listAll", { ...page, ...cursor }, asked()),
  "review.items": (cursor) => server.call("review.items", { ...at, reviewId, ...page, ...cursor }, asked()),
  "auditEvent.list": ({ cursor }) =>
    server.call("auditEvent.list", { ...at, ...page, ...(cursor === undefined ? {} : { older: cursor }) }, asked()),
};

type Decoded = [version: number, scope: string, keys: unknown[]];
const decoded = (cursor: string) => JSON.parse(Buffer.from(cursor, "base64url").toString()) as Decoded;
const encoded = (value: Decoded): string => Buffer.from(JSON.stringify(value)).toString("base64url");

const keys: readonly unknown[] = [
  null,
  true,
  "",
  "-".repeat(36),
  "a".repeat(36),
  "\0",
  "\ud800",
  "x' or true --",
  0,
  -1,
  0.5,
  1e300,
  -1e300,
  8.64e15,
  -8.64e15,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
];

test.each(Object.entries(lists))("%s reads a forged place or refuses it, and never fails over it", async (_, list) => {
  const first = await list({});
  const cursor = first.value?.next ?? first.value?.older ?? "";
  expect(cursor).not.toBe("");
  const [version, scope, known] = decoded(cursor);
  for (const [index] of known.entries()) {
    for (const key of keys) {
      const forged = encoded([version, scope, known.with(index, key)]);
      const { status } = await list({ cursor: forged });
      expect([200, 400], `${index} ${JSON.stringify(key)}: ${status}`).toContain(status);
    }
  }
});

test("organization.changes reads a forged mark or asks for a fill, and never fails over it", async () => {
  const { facts } = await fill(server, at, owner);
  const [version, scope, known] = decoded(facts.mark);
  for (const [index] of known.entries()) {
    for (const key of keys) {
      const mark = encoded([version, scope, known.with(index, key)]);
      const asking = { ...at, since: facts.revision, mark };
      const { status } = await server.call("organization.changes", asking, { as: owner });
      expect(status, `${index} ${JSON.stringify(key)}`).toBe(200);
    }
  }
});

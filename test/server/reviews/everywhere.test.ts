import { newId } from "#server/storage/ids.ts";
import { startTestServer, type Person, type TestServer } from "#test/support/server.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aCustomRole, furnishTeam } from "../teams.ts";
import { furnishReview, type ReviewedTo } from "./reviews.ts";

/** Reviews of others: who sees that there are any, and how far, in one organization and over many. */
let server: TestServer;
let owner: Person;
let admin: Person;
let auditor: Person;
let member: Person;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(async () => server.stop());
beforeEach(async () => {
  [owner, admin, auditor, member] = (await Promise.all(
    ["Olivia Owner", "Adam Admin", "Aura Auditor", "Mia Member"].map((name) => server.person(name)),
  )) as [Person, Person, Person, Person];
});

const role = aCustomRole({ name: "Auditor", rank: 12, permissions: ["member.view", "audit.view"] });

async function organization(to: ReviewedTo = "submitted", id = newId()) {
  const seats = [
    { person: owner, role: "owner" },
    { person: admin, role: "admin" },
    { person: auditor, role: role.key },
    { person: member, role: "member" },
  ];
  const { organizationId, memberIds } = await furnishTeam(server, "agency", seats, null, [role]);
  const [, adminId = "", auditorId = "", memberId = ""] = memberIds;
  const reviewer = { person: admin, memberId: adminId };
  const reviewId = await furnishReview(server, organizationId, {
    reviewer,
    target: { memberId, role: "member" },
    to,
    id,
  });
  return { organizationId, reviewId, adminId, auditorId };
}

const all = async (as: Person, input: { organizationIds?: string[]; limit?: number; cursor?: string } = {}) =>
  (await server.call("review.listAll", input, { as })).value ?? expect.unreachable();
const idsOf = ({ items }: Awaited<ReturnType<typeof all>>) => items.map(({ id }) => id);

test("everybody who may sees who reviews, about whom and how far, over all of their organizations", async () => {
  const [one, two] = [await organization(), await organization("finished")];
  for (const as of [owner, admin, auditor]) {
    const { items, total } = await all(as);
    expect(total).toBe(2);
    expect(items.map(({ id }) => id).toSorted()).toEqual([one.reviewId, two.reviewId].toSorted());
    expect(items[0]).toMatchObject({
      organizationName: "Northwind",
      reviewer: { name: "Adam Admin" },
      mine: as === admin,
      counts: { total: 1 },
    });
  }
  expect(await all(member)).toMatchObject({ items: [], total: 0 });
  expect(await all(await server.person("Sam Stranger"))).toMatchObject({ items: [], total: 0 });
});

test("it is read page by page, also where two organizations have a review of the same id and time", async () => {
  const id = newId();
  const made = [await organization("submitted", id), await organization("finished", id), await organization()];
  const found: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await all(owner, { limit: 1, ...(cursor === undefined ? {} : { cursor }) });
    found.push(...page.items.map(({ organizationId }) => organizationId));
    if (page.next === null) break;
    cursor = page.next;
  }
  expect(found.toSorted()).toEqual(made.map(({ organizationId }) => organizationId).toSorted());
});

describe("nothing is seen of", () => {
  test("an organization that the person left, was removed from, or lost the role in: at once", async () => {
    const { organizationId, reviewId, adminId, auditorId } = await organization("finished");
    expect(idsOf(await all(admin))).toEqual([reviewId]);
    await server.call("member.remove", { organizationId, memberId: adminId }, { as: owner });
    await server.call("member.changeRole", { organizationId, memberId: auditorId, role: "member" }, { as: owner });
    for (const as of [admin, auditor]) {
      expect(await all(as)).toMatchObject({ items: [], total: 0 });
      const asked = [
        await server.call("review.list", { organizationId }, { as }),
        await server.call("review.get", { organizationId, reviewId }, { as }),
        await server.call("review.evidence", { organizationId, reviewId, format: "json" }, { as }),
      ];
      expect(asked.map(({ status }) => status)).toEqual(as === admin ? [404, 404, 404] : [403, 403, 403]);
    }
  });

  test("another organization that is named, and one's cursor is nobody else's", async () => {
    const { organizationId } = await organization();
    await organization();
    const stranger = await server.person("Sam Stranger");
    await furnishTeam(server, "agency", [{ person: stranger, role: "owner" }]);
    expect(await all(stranger, { organizationIds: [organizationId, newId()] })).toMatchObject({ items: [], total: 0 });
    const page = await all(owner, { limit: 1 });
    const { fault } = await server.call("review.listAll", { cursor: page.next ?? "" }, { as: admin });
    expect(fault).toMatchObject({ kind: "invalid" });
    expect((await all(owner, { organizationIds: [organizationId] })).total).toBe(1);
  });
});

test("an auditor takes the evidence, but sees nobody's decisions before it, and does nothing", async () => {
  const { organizationId, reviewId } = await organization("finished");
  const as = auditor;
  const ids = { organizationId, reviewId };
  expect((await server.call("review.get", ids, { as })).value).toMatchObject({ status: "finished", mine: false });
  expect((await server.call("review.list", { organizationId }, { as })).value?.total).toBe(1);
  const evidence = await server.app.inject({
    url: `/v1/organizations/${organizationId}/reviews/${reviewId}/evidence?format=json`,
    headers: { authorization: `Bearer ${as.token}` },
  });
  expect(evidence.statusCode).toBe(200);
  const refused = [
    await server.call("review.items", ids, { as }),
    await server.call("review.preview", ids, { as }),
    await server.call("review.apply", ids, { as }),
    await server.call("review.finish", ids, { as }),
    await server.call("review.abandon", ids, { as }),
    await server.call("reviewSchedule.get", { organizationId }, { as }),
  ];
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403]);
});

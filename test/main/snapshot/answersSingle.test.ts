import type { Given, OperationName, Output } from "#contract/operations.ts";
import { systemPermissions } from "#domain/policy/permissions.ts";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { furnishSchedule } from "../../server/reviews/reviews.ts";
import { askedAgency, type AskedAgency } from "./support/asked.ts";
import { comparedBy } from "./support/compared.ts";

/** The same question to the server and to a snapshot of the same data: a difference is a bug. */
let agency: AskedAgency;
let organizationIds: readonly string[];
/** One whose access is reviewed regularly, and that has deleted a role. */
let reviewedId: string;
/** One that is deleted and held. */
let heldId: string;

beforeAll(async () => {
  agency = await askedAgency(async ({ server, organizationIds: all }) => {
    const { system } = server.services.pools;
    const { id: organizationId } = await system
      .selectFrom("organizations")
      .select("id")
      .where("preset", "=", "agency")
      .orderBy("id")
      .executeTakeFirstOrThrow();
    reviewedId = organizationId;
    const members = await system
      .selectFrom("members")
      .select(["id", "account_id", "role"])
      .where("organization_id", "=", organizationId)
      .where("status", "=", "active")
      .execute();
    const idsOf = (role: string) => members.filter((member) => member.role === role);
    const owner = idsOf("owner")[0]?.account_id ?? "";
    const as = await server.signedIn(owner);
    await furnishSchedule(server, organizationId);
    const add = idsOf("admin").map(({ id }) => id);
    await server.call("reviewSchedule.changeReviewers", { organizationId, add: add.slice(0, 3) }, { as });
    const { value } = await server.call("role.create", { organizationId, name: "Brand lead" }, { as });
    await server.call("role.delete", { organizationId, role: value?.key ?? "", reassignTo: "member" }, { as });
    heldId = all.findLast((id) => id !== reviewedId) ?? "";
    // The others are overdue, one of them deleted.
    for (const id of all.filter((each) => each !== reviewedId)) await furnishSchedule(server, id);
    await system
      .updateTable("review_schedules")
      .set({ next_due_on: "2020-01-31" })
      .where("organization_id", "!=", reviewedId)
      .execute();
    const hold = { status: "held", held_at: new Date(), purge_at: new Date("2040-01-01") } as const;
    await system.updateTable("organizations").set(hold).where("id", "=", heldId).execute();
    return owner;
  });
  ({ organizationIds } = agency);
});
afterAll(async () => agency.server.stop());

const compared = async <Name extends OperationName>(name: Name, given: Given<Name>) =>
  comparedBy(agency.server, agency.viewers, name, given);

const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const runs = { numRuns: 60 };

describe("single things", () => {
  test("organizations, matrices and ownership", async () => {
    for (const organizationId of organizationIds) {
      expect(await compared("organization.get", { organizationId })).toEqual([]);
      expect(await compared("permission.matrix", { organizationId })).toEqual([]);
      expect(await compared("ownership.get", { organizationId })).toEqual([]);
    }
  });

  test("when access is reviewed, and what deleted roles were called", async () => {
    for (const organizationId of organizationIds) {
      expect(await compared("reviewSchedule.get", { organizationId })).toEqual([]);
      expect(await compared("role.listFormer", { organizationId })).toEqual([]);
    }
    const keeper = agency.viewers.find(({ who }) => who === "prepared")?.keeper;
    const input = { organizationId: reviewedId };
    expect(keeper?.answer({ name: "reviewSchedule.get", input, exact: false })).toMatchObject({
      value: { schedule: { rhythm: "quarterly", nextDueOn: "2040-01-31" } },
    });
    expect(keeper?.answer({ name: "role.listFormer", input, exact: true })).toMatchObject({
      value: { items: [{ name: "Brand lead" }] },
    });
  });

  test("what is due, for whoever is told of it, and nowhere that is deleted", async () => {
    expect(await compared("reviewSchedule.listDue", {})).toEqual([]);
    const told = agency.viewers.flatMap(({ keeper }) => {
      const answer = keeper.answer({ name: "reviewSchedule.listDue", input: {}, exact: false });
      return answer?.ok === true ? (answer.value as Output<"reviewSchedule.listDue">).items : [];
    });
    expect(told.length).toBeGreaterThan(0);
    expect(told.map(({ organizationId }) => organizationId)).not.toContain(heldId);
    expect(told.map(({ organizationId }) => organizationId)).not.toContain(reviewedId);
  });

  test("members, with their rules, details and the organizations that are shared", async () => {
    const members = await agency.server.services.pools.system
      .selectFrom("members")
      .select(["organization_id", "id"])
      .execute();
    for (const { organization_id: organizationId, id: memberId } of members.filter((_row, index) => index % 4 === 0)) {
      expect(await compared("member.get", { organizationId, memberId })).toEqual([]);
    }
    const [organizationId = ""] = organizationIds;
    expect(await compared("member.get", { organizationId, memberId: organizationId })).toEqual([]);
  });

  test("why somebody may do something, and who could help", async () => {
    const { system } = agency.server.services.pools;
    const members = await system.selectFrom("members").select(["organization_id", "id"]).execute();
    const given = fc.record({
      asked: fc.constantFrom(...members),
      member: fc.boolean(),
      act: fc.constantFrom(
        ...systemPermissions.map((permission) => ({ kind: "use" as const, permission })),
        ...["owner", "admin", "member", "nobody"].map((role) => ({ kind: "invite" as const, role })),
        { kind: "leave" as const },
        { kind: "restore" as const },
      ),
      onMember: maybe(
        fc.constantFrom("remove" as const, "reinstate" as const, "transfer" as const, "keepNotes" as const),
      ),
    });
    await fc.assert(
      fc.asyncProperty(given, async ({ asked: { organization_id: organizationId, id }, member, act, onMember }) => {
        const question = onMember === undefined ? act : { kind: onMember, targetId: id };
        const subject = member ? { memberId: id } : {};
        expect(await compared("permission.explain", { organizationId, ...subject, question })).toEqual([]);
        const questions = [
          { permission: "member.invite" as const },
          { memberId: id, permission: "audit.view" as const },
        ];
        expect(await compared("permission.checkMany", { organizationId, questions })).toEqual([]);
        for (const question of questions) {
          expect(await compared("permission.check", { organizationId, ...question })).toEqual([]);
        }
      }),
      runs,
    );
  });

  test("what is left to do in a deleted organization, and who can do it", async () => {
    for (const permission of systemPermissions) {
      expect(await compared("permission.check", { organizationId: heldId, permission })).toEqual([]);
      expect(await compared("permission.whoCan", { permission, organizationIds: [heldId] })).toEqual([]);
    }
  });

  test("invitations, workspaces and who reaches them", async () => {
    const { system } = agency.server.services.pools;
    const invitations = await system.selectFrom("invitations").select(["organization_id", "id"]).execute();
    for (const { organization_id: organizationId, id: invitationId } of invitations.slice(0, 40)) {
      expect(await compared("invitation.get", { organizationId, invitationId })).toEqual([]);
    }
    const workspaces = await system.selectFrom("workspaces").select(["organization_id", "id"]).execute();
    for (const { organization_id: organizationId, id: workspaceId } of workspaces.slice(0, 20)) {
      expect(await compared("workspace.get", { organizationId, workspaceId })).toEqual([]);
      expect(await compared("workspace.listPeople", { organizationId, workspaceId, limit: 7 })).toEqual([]);
      expect(await compared("workspace.listPeople", { organizationId, workspaceId, limit: 200 })).toEqual([]);
    }
  });

  test("events", async () => {
    for (const organizationId of organizationIds) {
      const facts = await agency.server.services.pools.system
        .selectFrom("organizations")
        .select("revision")
        .where("id", "=", organizationId)
        .executeTakeFirstOrThrow();
      expect(await compared("auditEvent.get", { organizationId, revision: facts.revision })).toEqual([]);
    }
  });
});

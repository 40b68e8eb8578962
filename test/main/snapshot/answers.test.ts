import { auditActions, type AuditAction } from "#contract/audit.ts";
import { invitationStatuses } from "#contract/entities/invitation.ts";
import type { Given, OperationName } from "#contract/operations.ts";
import { memberSorts } from "#contract/operations/members.ts";
import { peopleSorts } from "#contract/operations/people.ts";
import { workspaceSorts } from "#contract/operations/workspaces.ts";
import { systemPermissions } from "#domain/policy/permissions.ts";
import { workspaceStatuses } from "#domain/workspaces.ts";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agencyServer, type AgencyServer } from "./support/agency.ts";
import { comparedBy, walkedBy, type Viewer, type Walked } from "./support/compared.ts";
import { emptyKeeper, fillFrom, notePerson } from "./support/filled.ts";

/** The same question to the server and to a snapshot of the same data: a difference is a bug. */
let server: AgencyServer;
let viewers: Viewer[];
let organizationIds: string[];

/** Names that fold, sort and search in their own ways. */
const names = [
  "Ærøskøbing Øst",
  "ΣΊΣΥΦΟΣ ΣΑΣ",
  "İstanbul Ilgaz",
  "Ångström Å",
  "𝒜lice Ⓑob",
  "ﬁnn Ｆull",
  "e\u0301cole École",
  "straße STRASSE",
  "100% _under\\score",
  "ǅungla 🦊",
  "\uffee wide",
];

beforeAll(async () => {
  server = await agencyServer("--organizations", "4", "--members", "260", "--events", "3000");
  const { system } = server.services.pools;
  const members = await system
    .selectFrom("members")
    .select(["organization_id", "account_id", "role"])
    .where("status", "=", "active")
    .orderBy("organization_id")
    .orderBy("id")
    .execute();
  organizationIds = [...new Set(members.map(({ organization_id }) => organization_id))];
  for (const [index, name] of names.entries()) {
    const accountId = members[index * 7]?.account_id ?? "";
    await system.updateTable("accounts").set({ name }).where("id", "=", accountId).execute();
  }
  await system.updateTable("members").set({ last_seen_at: new Date() }).execute();
  const byOrganizations = Map.groupBy(members, ({ account_id }) => account_id);
  const manager = [...byOrganizations.values()].toSorted((a, b) => b.length - a.length)[0]?.[0]?.account_id ?? "";
  const accounts = new Map([["manager", manager]]);
  for (const { role, account_id } of members) if (!accounts.has(role)) accounts.set(role, account_id);
  viewers = [];
  for (const [who, accountId] of accounts) {
    const person = await server.signedIn(accountId);
    const keeper = emptyKeeper();
    await notePerson(server, keeper, person);
    const mine = await server.call("organization.list", {}, { as: person });
    for (const { id } of mine.value?.items ?? []) {
      if (!(await fillFrom(server, keeper, person, id))) throw new Error(`${who} could not fill ${id}`);
    }
    viewers.push({ who, person, keeper });
  }
});
afterAll(async () => server.stop());

const compared = async <Name extends OperationName>(name: Name, given: Given<Name>) =>
  comparedBy(server, viewers, name, given);
const walked = async (name: Walked, given: Given<Walked>) => walkedBy(server, viewers, name, given);

const organization = () => fc.constantFrom(...organizationIds);
const searches = fc.oneof(
  fc.constantFrom(
    "",
    "a",
    "  an ",
    "ø",
    "σ",
    "ς",
    "ecole",
    "ÉCOLE",
    "STRASSE",
    "ß",
    "%",
    "_",
    "\\",
    "fi",
    "f",
    "i",
    "🦊",
  ),
  fc.constantFrom("example", ".com", "Person", "owner", "admin", "\u0007", "x\u202ey", "zzz"),
  fc.string({ maxLength: 3 }),
);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const someOf = <Value>(values: readonly Value[]) => fc.subarray([...values], { minLength: 1 });
const directions = fc.constantFrom("ascending" as const, "descending" as const);
const limits = fc.constantFrom(1, 3, 50, 200);
const runs = { numRuns: 60 };

/** Without the fields that are left out: a query cannot say `undefined`. */
const present = <Fields extends object>(fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;

describe("lists", () => {
  test("member.list", async () => {
    const roles = ["owner", "admin", "member", "superAdmin", "user", "viewer", "nobody"];
    const given = fc.record({
      organizationId: organization(),
      search: maybe(searches),
      role: maybe(someOf(roles)),
      status: maybe(fc.constantFrom("active" as const, "deactivated" as const, "removed" as const)),
      ends: maybe(fc.constant("soon" as const)),
      sort: maybe(fc.constantFrom(...memberSorts)),
      direction: maybe(directions),
      limit: limits,
    });
    await fc.assert(
      fc.asyncProperty(given, async (fields) => {
        expect(await walked("member.list", present(fields) as Given<"member.list">)).toEqual([]);
      }),
      runs,
    );
  });

  test("invitation.list", async () => {
    const given = fc.record({
      organizationId: organization(),
      search: maybe(searches),
      status: maybe(someOf(invitationStatuses)),
      limit: limits,
    });
    await fc.assert(
      fc.asyncProperty(given, async (fields) => {
        expect(await walked("invitation.list", present(fields) as Given<"invitation.list">)).toEqual([]);
      }),
      runs,
    );
  });

  test("workspace.list", async () => {
    const given = fc.record({
      organizationId: organization(),
      search: maybe(searches),
      status: maybe(someOf(workspaceStatuses)),
      sort: maybe(fc.constantFrom(...workspaceSorts)),
      direction: maybe(directions),
      limit: limits,
    });
    await fc.assert(
      fc.asyncProperty(given, async (fields) => {
        expect(await walked("workspace.list", present(fields) as Given<"workspace.list">)).toEqual([]);
      }),
      runs,
    );
  });

  test("organization.list, me and the inbox", async () => {
    expect(await compared("organization.list", {})).toEqual([]);
    expect(await compared("organization.list", { limit: 2 })).toEqual([]);
    const [manager] = viewers;
    const first = manager && (await server.call("organization.list", { limit: 2 }, { as: manager.person }));
    expect(await compared("organization.list", { limit: 2, cursor: first?.value?.next ?? "none" })).toEqual([]);
    for (const name of ["me.get", "me.listInvitations", "ownership.listOffered"] as const)
      expect(await compared(name, {})).toEqual([]);
  });

  test("people.list", async () => {
    const given = fc.record({
      search: maybe(searches),
      client: maybe(fc.subarray(organizationIds, { minLength: 1 })),
      role: maybe(someOf(["owner", "admin", "member", "ownerClass", "user", "nobody"])),
      status: maybe(someOf(["active", "deactivated", "removed"] as const)),
      seen: fc.constantFrom(
        {},
        { seen: "never" as const },
        { seen: "before" as const, seenAt: new Date(Date.now() - 30 * 86_400_000).toISOString() },
        { seen: "since" as const, seenAt: new Date(Date.now() - 60 * 86_400_000).toISOString() },
        { seen: "since" as const },
      ),
      twoFactor: maybe(fc.constantFrom("yes" as const, "no" as const)),
      sort: maybe(fc.constantFrom(...peopleSorts)),
      direction: maybe(directions),
      limit: limits,
    });
    await fc.assert(
      fc.asyncProperty(given, async ({ seen, ...fields }) => {
        expect(await walked("people.list", present({ ...fields, ...seen }) as Given<"people.list">)).toEqual([]);
      }),
      runs,
    );
  });

  test("people.organizations, but for prices", async () => {
    await server.services.pools.system.updateTable("organizations").set({ seat_price: null }).execute();
    expect(await compared("people.organizations", {})).toEqual([]);
  });

  test("permission.whoCan", async () => {
    // A page that begins after the last of an organization goes on with the next ones, however few each of them has.
    expect(await walked("permission.whoCan", { permission: "billing.manage", limit: 1 })).toEqual([]);
    const given = fc.record({
      permission: fc.constantFrom(...systemPermissions),
      organizationIds: maybe(fc.subarray(organizationIds, { minLength: 1 })),
      search: maybe(searches),
      limit: limits,
    });
    await fc.assert(
      fc.asyncProperty(given, async (fields) => {
        expect(await walked("permission.whoCan", present(fields) as Given<"permission.whoCan">)).toEqual([]);
      }),
      runs,
    );
  });

  test("auditEvent.list", async () => {
    const now = Date.now();
    const instants = fc.integer({ min: 0, max: 80 }).map((days) => new Date(now - days * 86_400_000).toISOString());
    const given = fc.record({
      organizationId: organization(),
      text: maybe(searches.map((text) => text.trim()).filter((text) => !text.includes("\u0000"))),
      action: maybe(someOf(Object.keys(auditActions).slice(0, 20) as AuditAction[])),
      from: fc.constant(new Date(now - 85 * 86_400_000).toISOString()),
      to: maybe(instants),
      limit: limits,
    });
    await fc.assert(
      fc.asyncProperty(given, async (fields) => {
        expect(await compared("auditEvent.list", present(fields) as Given<"auditEvent.list">)).toEqual([]);
      }),
      runs,
    );
  });
});

describe("single things", () => {
  test("organizations, matrices and ownership", async () => {
    for (const organizationId of organizationIds) {
      expect(await compared("organization.get", { organizationId })).toEqual([]);
      expect(await compared("permission.matrix", { organizationId })).toEqual([]);
      expect(await compared("ownership.get", { organizationId })).toEqual([]);
    }
  });

  test("members, with their rules, details and the organizations that are shared", async () => {
    const members = await server.services.pools.system
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
    const { system } = server.services.pools;
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
        expect(await compared("permission.check", { organizationId, questions })).toEqual([]);
      }),
      runs,
    );
  });

  test("invitations, workspaces and who reaches them", async () => {
    const { system } = server.services.pools;
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
      const facts = await server.services.pools.system
        .selectFrom("organizations")
        .select("revision")
        .where("id", "=", organizationId)
        .executeTakeFirstOrThrow();
      expect(await compared("auditEvent.get", { organizationId, revision: facts.revision })).toEqual([]);
    }
  });
});

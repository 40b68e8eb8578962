import type { AuditAction } from "#contract/audit.ts";
import { auditActions } from "#contract/auditActions.ts";
import { invitationStatuses } from "#contract/entities/invitation.ts";
import type { Given, OperationName } from "#contract/operations.ts";
import { memberSorts } from "#contract/lists.ts";
import { peopleSorts } from "#contract/lists.ts";
import { workspaceSorts } from "#contract/lists.ts";
import { systemPermissions } from "#domain/policy/permissions.ts";
import { workspaceStatuses } from "#domain/workspaces.ts";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askedAgency, type AskedAgency } from "./support/asked.ts";
import { comparedBy, walkedBy, type Walked } from "./support/compared.ts";

/** The same question to the server and to a snapshot of the same data: a difference is a bug. */
let agency: AskedAgency;
let organizationIds: string[];

beforeAll(async () => {
  agency = await askedAgency();
  organizationIds = [...agency.organizationIds];
});
afterAll(async () => agency.server.stop());

const compared = async <Name extends OperationName>(name: Name, given: Given<Name>) =>
  comparedBy(agency.server, agency.viewers, name, given);
const walked = async (name: Walked, given: Given<Walked>) => walkedBy(agency.server, agency.viewers, name, given);

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
  test("member.list by each order, page by page", async () => {
    for (const organizationId of organizationIds) {
      for (const sort of memberSorts)
        expect(await walked("member.list", { organizationId, sort, limit: 3 })).toEqual([]);
    }
  });

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
    const [manager] = agency.viewers;
    const first = manager && (await agency.server.call("organization.list", { limit: 2 }, { as: manager.person }));
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
      person: maybe(fc.constantFrom(...agency.viewers.map(({ person }) => person.accountId), ...organizationIds)),
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
    await agency.server.services.pools.system.updateTable("organizations").set({ seat_price: null }).execute();
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

import { useLocation, useRoutes } from "react-router";
import type { ManagedOrganization, Person } from "#contract/entities/people.ts";
import type { Plan, PlanCounts, PlanItem } from "#contract/entities/plan.ts";
import { useKeyboard } from "#renderer/app/commands/useKeyboard.ts";
import { routes } from "#renderer/features/people/routes.tsx";
import { fakeBridge, type Handlers } from "#test/support/fakeBridge.ts";
import { anOrganization, idOf, pageWith } from "#test/support/fixtures.ts";
import { renderWithBridge } from "#test/support/renderWithBridge.tsx";

const at = "2026-11-01T09:00:00.000Z";
const seats = { limit: null, used: 3, pending: 0, free: null };

const managed = (number: number, name: string, change: Partial<ManagedOrganization> = {}): ManagedOrganization => ({
  id: idOf(number),
  name,
  preset: "agency",
  role: "owner",
  roles: [
    { key: "owner", name: "Owner", ownerClass: true, mayGive: true },
    { key: "admin", name: "Admin", ownerClass: false, mayGive: true },
    { key: "member", name: "Member", ownerClass: false, mayGive: true },
  ],
  may: { invite: true, remove: true, changeRole: true },
  held: false,
  seats,
  seatPrice: null,
  ...change,
});

export const northwind = managed(100, "Northwind");
export const contoso = managed(101, "Contoso");
export const vault = managed(102, "Vault", {
  may: { invite: false, remove: false, changeRole: false },
  role: "member",
});

const inOrganization = (number: number, memberId: number, role: string) => ({
  organizationId: idOf(number),
  memberId: idOf(memberId),
  role,
  status: "active" as const,
  lastSeenAt: at,
  joinedAt: at,
});

export const dana: Person = {
  accountId: idOf(2),
  name: "Dana Whitfield",
  email: "dana@example.com",
  lastSeenAt: null,
  twoFactor: false,
  memberships: [
    inOrganization(100, 1002, "member"),
    inOrganization(101, 1102, "admin"),
    inOrganization(102, 1202, "owner"),
  ],
};
export const omar: Person = {
  ...dana,
  accountId: idOf(3),
  name: "Omar Haddad",
  email: "omar@example.com",
  lastSeenAt: at,
  twoFactor: true,
  memberships: [inOrganization(100, 1003, "member")],
};

const noCounts: PlanCounts = { waiting: 0, done: 0, nothing: 0, failed: 0, cancelled: 0 };

/** A plan that removed Dana from three organizations, except from Vault. */
export const aPlan = (change: Partial<Plan> = {}): Plan => ({
  id: idOf(7001),
  change: { kind: "remove" },
  status: "finished",
  counts: { ...noCounts, done: 2, failed: 1 },
  total: 3,
  organizations: 3,
  person: { name: dana.name, email: dana.email },
  createdAt: at,
  finishedAt: at,
  ...change,
});

export const byOrganization = [
  { organizationId: idOf(100), name: "Northwind", counts: { ...noCounts, done: 1 } },
  { organizationId: idOf(101), name: "Contoso", counts: { ...noCounts, done: 1 } },
  { organizationId: idOf(102), name: "Vault", counts: { ...noCounts, failed: 1 } },
];

export const items: PlanItem[] = byOrganization.map(({ organizationId, name }, position) => ({
  position,
  organizationId,
  organizationName: name,
  accountId: dana.accountId,
  name: dana.name,
  email: dana.email,
  role: null,
  state: name === "Vault" ? "failed" : "done",
  act: name === "Vault" ? null : "remove",
  why: null,
  fault: name === "Vault" ? { kind: "forbidden", refusal: { code: "lastOwner" } } : null,
  at,
  revision: name === "Vault" ? null : 8,
}));

/** Two people in three organizations; a plan is judged as it would be, with Vault refused. */
export const peopleHandlers: Handlers = {
  "organization.list": () => pageWith([anOrganization(), anOrganization({ id: idOf(102), name: "Vault" })]),
  "people.organizations": () => ({ items: [contoso, northwind, vault] }),
  "people.list": () => pageWith([dana, omar]),
  "plan.preview": ({ change, targets }) => {
    const judged = targets.flatMap(({ organizationId, accountIds = [], emails = [] }) => [
      ...accountIds.map((accountId) => ({ organizationId, accountId, email: "" })),
      ...emails.map((email) => ({ organizationId, accountId: null, email })),
    ]);
    const isRefused = (organizationId: string) => organizationId === vault.id && change.kind === "remove";
    return {
      items: judged.map(({ organizationId, accountId, email }, position) => ({
        position,
        organizationId,
        accountId,
        name: accountId === dana.accountId ? dana.name : accountId === null ? "" : omar.name,
        email,
        role: null,
        verdict: isRefused(organizationId)
          ? {
              verdict: "fault" as const,
              fault: { kind: "forbidden" as const, refusal: { code: "lastOwner" as const } },
            }
          : { verdict: "will" as const, act: change.kind === "add" ? ("invite" as const) : change.kind },
      })),
      organizations: targets.map(({ organizationId, accountIds = [], emails = [] }) => ({
        organizationId,
        name: "",
        counts: isRefused(organizationId)
          ? { will: 0, nothing: 0, fault: accountIds.length }
          : { will: accountIds.length + emails.length, nothing: 0, fault: 0 },
        seats: { before: seats, after: { ...seats, used: 2 } },
        cost: null,
        ownersLeft: 1,
      })),
      counts: { will: 0, nothing: 0, fault: 0 },
      effects: null,
    };
  },
  "plan.start": () => aPlan({ status: "running" }),
  "plan.list": () => pageWith([aPlan()]),
  "plan.get": () => ({ ...aPlan(), byOrganization }),
  "plan.items": ({ state, organization }) =>
    pageWith(
      items.filter(
        (item) => (!state || state.includes(item.state)) && (!organization || item.organizationId === organization),
      ),
    ),
  "plan.cancel": () => aPlan({ status: "cancelled" }),
  "plan.resume": () => aPlan({ status: "running" }),
};

/** The people, at an address below `/people`. */
export async function renderPeople({ handlers = {}, at: place = "" }: { handlers?: Handlers; at?: string } = {}) {
  const bridge = fakeBridge({ ...peopleHandlers, ...handlers });
  const view = await renderWithBridge(<Screen />, bridge, { at: `/people${place}` });
  return { ...view, bridge };
}

function Screen() {
  useKeyboard();
  const { pathname, search } = useLocation();
  const page = useRoutes([{ path: "/people/*", children: routes }]);
  return (
    <>
      <output aria-label="Address">{pathname + search}</output>
      {page}
    </>
  );
}

import type { ReceivedRequest, RoleRequest } from "#contract/entities/approval.ts";
import type { ChangePreview, PersonChange } from "#contract/entities/change.ts";
import type { LockoutGuard } from "#contract/entities/lockout.ts";
import type { OwnershipTransfer } from "#contract/entities/ownership.ts";
import type { PlanPreview } from "#contract/entities/plan.ts";
import { idOf } from "./fixtures.ts";

const at = "2026-11-01T09:00:00.000Z";

/** Ada offers Northwind to Dana. */
export const aTransfer = (change: Partial<OwnershipTransfer> = {}): OwnershipTransfer => ({
  id: idOf(4001),
  organizationId: idOf(100),
  from: { memberId: idOf(1001), name: "Ada Byron" },
  to: { memberId: idOf(1002), name: "Dana Whitfield" },
  formerOwner: "stays",
  createdAt: at,
  expiresAt: "2026-11-08T09:00:00.000Z",
  ...change,
});

/** Omar asks to make Dana an Admin of Northwind. */
export const aRoleRequest = (change: Partial<RoleRequest> = {}): RoleRequest => ({
  id: idOf(6001),
  organizationId: idOf(100),
  member: { memberId: idOf(1002), name: "Dana Whitfield" },
  requester: { memberId: idOf(1003), name: "Omar Haddad" },
  fromRole: "member",
  toRole: "admin",
  reason: "",
  status: "pending",
  createdAt: at,
  expiresAt: "2026-11-08T09:00:00.000Z",
  ...change,
});

/** The same request in the inbox of an owner. */
export const aReceivedRequest = (change: Partial<ReceivedRequest> = {}): ReceivedRequest => ({
  ...aRoleRequest(),
  organizationName: "Northwind",
  preset: "agency",
  fromRoleName: "Member",
  toRoleName: "Admin",
  gains: ["member.invite", "member.changeRole", "organization.edit", "workspace.edit"],
  ...change,
});

const member = { role: "member", status: "active" } as const;

/** Dana, who stays where she is and neither gains nor loses anything. */
export const aPersonChange = (change: Partial<PersonChange> = {}): PersonChange => ({
  memberId: idOf(1002),
  name: "Dana Whitfield",
  email: "dana@example.com",
  before: member,
  after: member,
  gained: [],
  lost: [],
  workspacesGained: [],
  workspacesLost: [],
  workspacesGainedTotal: 0,
  workspacesLostTotal: 0,
  sessions: 0,
  ...change,
});

/** Ada took Dana's ownership of Northwind, and has to confirm it. */
export const aLockoutGuard = (change: Partial<LockoutGuard> = {}): LockoutGuard => ({
  id: idOf(6001),
  organizationId: idOf(100),
  organizationName: "Northwind",
  member: { memberId: idOf(1002), name: "Dana Whitfield" },
  formerRole: "owner",
  byName: "Ada Byron",
  createdAt: at,
  confirmBy: "2026-11-02T09:00:00.000Z",
  administrators: [{ memberId: idOf(1001), name: "Ada Byron", lastSeenAt: at }],
  ...change,
});

/** A change that is allowed and touches nobody. */
export const aChangePreview = (change: Partial<ChangePreview> = {}): ChangePreview => ({
  revision: 1,
  basis: "0".repeat(64),
  verdict: { allowed: true },
  transitions: [],
  people: [],
  peopleTotal: 0,
  workspaces: [],
  sessions: 0,
  seats: { limit: null, before: { used: 2, pending: 0 }, after: { used: 2, pending: 0 } },
  administrators: { before: 1, after: [], afterTotal: 1 },
  invitations: { ended: 0, changed: 0, lapsed: 0 },
  events: [],
  ...change,
});

/** A plan in one organization that touches nobody. */
export const aPlanPreview = (change: Partial<PlanPreview> = {}): PlanPreview => {
  const { basis: _basis, revision: _revision, verdict: _verdict, events: _events, ...effects } = aChangePreview();
  return { items: [], organizations: [], counts: { will: 0, nothing: 0, fault: 0 }, effects, ...change };
};

import { matrixOf } from "#domain/policy/matrix.ts";
import { policyOf } from "#domain/policy/policy.ts";
import {
  aPlan,
  contoso,
  dana as whitfield,
  northwind,
  omar,
  peopleHandlers,
  vault,
} from "#test/renderer/features/people/renderPeople.tsx";
import type { Handlers } from "#test/support/fakeBridge.ts";
import { aLockoutGuard, aReceivedRequest, aRoleRequest } from "#test/support/changes.ts";
import {
  aMember,
  anAuditEvent,
  anInvitation,
  anOrganization,
  aReceivedInvitation,
  aWorkspace,
  aWorkspaceAccess,
  idOf,
  pageWith,
  noDetails,
} from "#test/support/fixtures.ts";

const at = "2026-11-01T09:00:00.000Z";
const policy = policyOf("agency");
const { roles, sections } = matrixOf(policy);

export const organization = anOrganization({ owners: 1, pendingInvitations: 1 });
export const dana = aMember({
  id: idOf(1002),
  accountId: idOf(2),
  name: "Dana",
  email: "dana@x.example",
  role: "member",
});
export const acme = aWorkspace();
export const pending = anInvitation({ expiresAt: new Date(Date.now() + 86_400_000 * 3).toISOString() });
const changed = anAuditEvent({
  action: "member.roleChanged",
  target: { type: "member", id: dana.id, name: "Dana" },
  before: { role: "member" },
  after: { role: "admin" },
});
const session = { client: "desktop", userAgent: "Agent", address: "192.0.2.7", createdAt: at, lastUsedAt: at };
const security = { at, accountName: "Dana", organizationId: organization.id, address: "192.0.2.7", userAgent: "Agent" };

const certificate = {
  organizationId: idOf(109),
  name: "Tailspin",
  slug: "tailspin",
  requestedBy: "Dana",
  requestedAt: at,
  purgedAt: at,
  counts: { members: 2, invitations: 1, workspaces: 0, auditEvents: 6 },
  chainHead: "0".repeat(64),
  revision: 6,
};

const lists = {
  workspaces: pageWith([acme, aWorkspace({ id: idOf(4002), name: "Globex", status: "suspended" })]),
  certificates: { items: [certificate] },
  members: pageWith([aMember(), dana]),
  invitations: pageWith([pending]),
  events: { items: [changed, anAuditEvent({ revision: 2, id: idOf(3002) })], older: null, newer: null, total: 2 },
  received: { items: [aReceivedInvitation()] },
  sessions: {
    items: [
      { id: idOf(1), current: true, ...session },
      { id: idOf(2), current: false, ...session },
    ],
  },
  security: pageWith([
    { id: idOf(1), kind: "session.signedIn" as const, detail: {}, ...security },
    {
      id: idOf(2),
      kind: "command.refused" as const,
      detail: { operation: "member.remove", reason: "lastOwner" },
      ...security,
    },
  ]),
  shared: [
    { id: idOf(101), name: "Contoso", preset: "social" as const, role: "admin", roleName: "Admin", ownerClass: true },
  ],
};

/** All that the fixtures say; it may stand on a screen as it is. */
export const said = { organization, dana, whitfield, omar, northwind, contoso, vault, plan: aPlan(), ...lists };

/** Answers for every screen. */
export const handlers: Handlers = {
  ...peopleHandlers,
  "organization.list": () => pageWith([organization, anOrganization({ id: idOf(101), name: "Contoso" })]),
  "organization.get": () => organization,
  "organization.listSecurityEvents": () => lists.security,
  "ownership.get": () => ({ transfer: null }),
  "ownership.listOffered": () => ({ items: [] }),
  "lockout.listPending": () => ({ items: [aLockoutGuard()] }),
  "approval.received": () => ({ items: [aReceivedRequest()] }),
  "approval.list": () => ({ items: [aRoleRequest()] }),
  "workspace.list": () => lists.workspaces,
  "workspace.get": () => acme,
  "workspace.listPeople": () => pageWith([{ ...dana, through: "role" as const }]),
  "deletion.preview": () => ({ members: 42, invitations: 3, workspaces: 5, auditEvents: 1204, holdDays: 30 }),
  "deletion.listCertificates": () => lists.certificates,
  "me.listInvitations": () => lists.received,
  "me.listSecurityEvents": () => lists.security,
  "session.list": () => lists.sessions,
  "twoFactor.get": () => ({ since: null, recoveryCodesLeft: 0 }),
  "member.list": () => lists.members,
  "member.get": () => ({ member: dana, ...noDetails, workspaceAccess: aWorkspaceAccess(), shared: lists.shared }),
  "invitation.list": () => lists.invitations,
  "invitation.get": () => ({ ...pending, workspaceAccess: aWorkspaceAccess() }),
  "auditEvent.list": () => lists.events,
  "auditEvent.verify": () => ({
    intact: true,
    events: 2,
    head: "0",
    brokenAt: null,
    problem: null,
    fromColumns: false,
    checkedAt: at,
  }),
  "permission.matrix": () => ({
    preset: "agency",
    presetVersion: policy.preset.version,
    presetName: policy.preset.name,
    roles: roles.map((role) => ({ ...role, custom: false, members: 1 })),
    sections,
    myRole: "owner",
  }),
  "permission.checkMany": ({ questions }) => ({
    revision: 7,
    answers: questions.map(({ permission }, index) => ({
      memberId: dana.id,
      permission,
      allowed: index % 2 === 0,
      refusal:
        index % 2 === 0
          ? null
          : { code: "missingPermission" as const, permission, roles: ["owner"], grantors: ["owner"] },
    })),
  }),
  "me.update": () => ({
    id: idOf(1),
    email: "ada@example.com",
    name: "Ada Byron",
    locale: "en-GB",
    timeZone: "Europe/London",
    lastOrganizationId: null,
    createdAt: at,
  }),
  "offline.get": () => ({
    kept: "disk",
    choice: { organizationIds: [organization.id], days: 90, events: 50_000 },
    organizations: [{ id: organization.id, revision: 7, asOf: at, rows: 12, events: 34, size: 56_789 }],
    hindered: [{ id: organization.id, why: "full" }],
  }),
  "localMail.list": () => ({ items: [] }),
};

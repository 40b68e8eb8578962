import type { Account } from "#contract/entities/account.ts";
import type { AuditEvent } from "#contract/entities/auditEvent.ts";
import type { Invitation, ReceivedInvitation } from "#contract/entities/invitation.ts";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { Workspace, WorkspaceAccessView } from "#contract/entities/workspace.ts";
import type { DesktopState } from "#contract/desktop.ts";

/** A stable UUID for a small number, so that tests can name who they mean. */
export const idOf = (number: number): string => `01990000-0000-7000-8000-${String(number).padStart(12, "0")}`;

const at = "2026-11-01T09:00:00.000Z";
const asContent = "0".repeat(64);

export const anAccount = (change: Partial<Account> = {}): Account => ({
  id: idOf(1),
  email: "ada@example.com",
  name: "Ada Byron",
  locale: "en-GB",
  timeZone: "Europe/London",
  lastOrganizationId: null,
  createdAt: at,
  ...change,
});

export const aDesktopState = (change: Partial<DesktopState> = {}): DesktopState => ({
  shell: "browser",
  platform: "linux",
  version: "0.1.0",
  server: { kind: "local" },
  account: anAccount(),
  connection: "online",
  preferences: { theme: "light", density: "comfortable", sidebar: "open", lastOrganizationId: null, hiddenColumns: {} },
  openedInvitation: null,
  secondStep: null,
  nextTry: null,
  sessionEnded: false,
  versionGap: null,
  passphrase: "unneeded",
  ...change,
});

/** An agency in which the person is the only owner. */
export const anOrganization = (change: Partial<Organization> = {}): Organization => ({
  id: idOf(100),
  name: "Northwind",
  slug: "northwind",
  type: "agency",
  industry: "",
  size: "11-50",
  website: "",
  timeZone: "Europe/London",
  currency: "GBP",
  language: "en-GB",
  dateFormat: "iso",
  timeFormat: "language",
  description: "",
  contactEmail: "",
  phone: "",
  address: "",
  country: "",
  privacyLaw: "none",
  logo: null,
  preset: "agency",
  presetVersion: 1,
  adminsDemoteAdmins: false,
  customRoles: [],
  personal: false,
  seatsLimit: null,
  memberCount: 3,
  pendingInvitations: 0,
  owners: 1,
  lastingOwners: change.owners ?? 1,
  purgeAt: null,
  revision: 7,
  createdAt: at,
  lastActivityAt: at,
  me: { memberId: idOf(1001), role: "owner", ends: false },
  ...change,
});

export const aMember = (change: Partial<Member> = {}): Member => ({
  id: idOf(1001),
  organizationId: idOf(100),
  accountId: idOf(1),
  name: "Ada Byron",
  email: "ada@example.com",
  role: "owner",
  status: "active",
  joinedAt: at,
  lastSeenAt: at,
  removedAt: null,
  left: false,
  accessUntil: null,
  twoFactor: false,
  ...change,
});

/** A member of whom nothing was written yet, as `member.get` answers it to a colleague. */
export const noDetails = {
  contact: { phone: "", jobTitle: "", department: "", revision: 0 },
  notes: null,
  notifications: null,
};

export const anInvitation = (change: Partial<Invitation> = {}): Invitation => ({
  id: idOf(2001),
  organizationId: idOf(100),
  email: "grace@example.com",
  role: "member",
  status: "pending",
  message: "",
  invitedBy: { accountId: idOf(1), name: "Ada Byron" },
  createdAt: at,
  sentAt: at,
  expiresAt: "2026-11-08T09:00:00.000Z",
  waitingForSeat: false,
  accessUntil: null,
  inviterMayNot: false,
  ...change,
});

export const aReceivedInvitation = (change: Partial<ReceivedInvitation> = {}): ReceivedInvitation => ({
  id: idOf(2002),
  organizationName: "Contoso",
  logo: null,
  preset: "agency",
  role: "admin",
  roleName: "Admin",
  roleDescription: "You can manage operations.",
  invitedByName: "Grace Hopper",
  email: "ada@example.com",
  message: "",
  expiresAt: "2026-11-08T09:00:00.000Z",
  ...change,
});

export const anAuditEvent = (change: Partial<AuditEvent> = {}): AuditEvent => ({
  organizationId: idOf(100),
  revision: 1,
  id: idOf(3001),
  at,
  actor: { accountId: idOf(1), name: "Ada Byron" },
  action: "organization.created",
  target: { type: "organization", id: idOf(100), name: "Northwind" },
  before: null,
  after: null,
  requestId: "request-1",
  previousHash: asContent,
  hash: asContent,
  ...change,
});

/** One page that holds the whole list. */
export const pageWith = <Item>(items: Item[]) => ({ items, next: null, total: items.length, matching: items.length });

export const aWorkspace = (change: Partial<Workspace> = {}): Workspace => ({
  id: idOf(4001),
  organizationId: idOf(100),
  name: "Acme Foods",
  slug: "acme-foods",
  description: "",
  status: "active",
  suspendedAt: null,
  suspendedReason: "",
  archivedAt: null,
  createdAt: at,
  people: 2,
  ...change,
});

/** The rule of somebody who was given nothing. */
export const aWorkspaceAccess = (change: Partial<WorkspaceAccessView> = {}): WorkspaceAccessView => ({
  scope: "none",
  workspaceIds: [],
  future: false,
  since: 0,
  byRole: false,
  workspaces: [],
  total: 0,
  ...change,
});

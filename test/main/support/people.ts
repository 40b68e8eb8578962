import type { Account, SignedIn } from "#contract/entities/account.ts";
import type { Organization } from "#contract/entities/organization.ts";

export const organizationId = "0190a000-0000-7000-8000-0000000000aa";
export const memberId = "0190a000-0000-7000-8000-0000000000bb";

export const ada: Account = {
  id: "0190a000-0000-7000-8000-000000000001",
  email: "ada@example.com",
  name: "Ada Lovelace",
  locale: "en",
  timeZone: "Europe/London",
  lastOrganizationId: null,
  createdAt: "2026-01-02T03:04:05.000Z",
};

export const grace: Account = { ...ada, id: "0190a000-0000-7000-8000-000000000002", name: "Grace Hopper" };

/** Tokens that a test can look for wherever they must not be. */
export const secretMark = "never-shown";

export const signedIn = (count = 1, account = ada): SignedIn => ({
  account,
  sessionId: "0190a000-0000-7000-8000-00000000000c",
  accessToken: `${secretMark}-access-${count}`,
  accessExpiresAt: "2026-01-02T03:19:05.000Z",
  refreshToken: `${secretMark}-refresh-${count}`,
  joinedOrganizationId: null,
});

export const acme: Organization = {
  id: organizationId,
  name: "Acme",
  slug: "acme",
  type: "agency",
  industry: "",
  size: "2-10",
  website: "",
  timeZone: "UTC",
  currency: "EUR",
  language: "en",
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
  purgeAt: null,
  revision: 7,
  createdAt: "2026-01-02T03:04:05.000Z",
  lastActivityAt: "2026-01-02T03:04:05.000Z",
  me: { memberId, role: "owner" },
};

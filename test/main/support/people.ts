import type { Account, SignedIn } from "#contract/entities/account.ts";
import { anAccount, anOrganization } from "#test/support/fixtures.ts";

export const organizationId = "0190a000-0000-7000-8000-0000000000aa";
export const memberId = "0190a000-0000-7000-8000-0000000000bb";

export const ada = anAccount({
  id: "0190a000-0000-7000-8000-000000000001",
  name: "Ada Lovelace",
  locale: "en",
  createdAt: "2026-01-02T03:04:05.000Z",
});

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

export const acme = anOrganization({
  id: organizationId,
  name: "Acme",
  slug: "acme",
  size: "2-10",
  timeZone: "UTC",
  currency: "EUR",
  language: "en",
  createdAt: ada.createdAt,
  lastActivityAt: ada.createdAt,
  me: { memberId, role: "owner", ends: false },
});

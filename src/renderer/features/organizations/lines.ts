import type { DeletionCertificate } from "#contract/entities/deletion.ts";
import type { Organization } from "#contract/entities/organization.ts";
import { seats } from "#domain/membership.ts";
import type { Permission } from "#domain/policy/permissions.ts";
import { hasPermission, roleOf } from "#domain/policy/policy.ts";
import type { Preset } from "#domain/policy/preset.ts";
import { presetOf } from "#domain/policy/presets.ts";
import { policyFor } from "#renderer/bridge/decision.ts";

export const statuses = ["active", "held", "deleted"] as const;
/** Held: deleted, and not yet for good. */
export type Status = (typeof statuses)[number];

/** What the person is in an organization, in the words of its preset. */
export interface MyRole {
  readonly key: string;
  readonly name: string;
  readonly owner: boolean;
}

/** One organization as the list shows it. */
export interface Line {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  /** Null where only the certificate of its deletion is left. */
  readonly organization: Organization | null;
  readonly role: MyRole | null;
  readonly preset: Pick<Preset, "key" | "name"> | null;
  readonly status: Status;
  /** When it goes or went for good; null for one that stays, and while the deletion is under way. */
  readonly deletedAt: string | null;
  /** Active members; null where the person's role does not see them, and so are the other counts. */
  readonly members: number | null;
  readonly owners: number | null;
  readonly pending: number | null;
  readonly seats: ReturnType<typeof seats> | null;
  readonly lastActivityAt: string | null;
  readonly createdAt: string | null;
}

/** An organization that the person is a member of, with the counts that their role may see there. */
export function lineOf(organization: Organization): Line {
  const { id, name, slug, me, purgeAt, memberCount, owners, pendingInvitations, seatsLimit } = organization;
  const policy = policyFor(organization);
  const role = roleOf(policy, me.role);
  const may = (permission: Permission) => hasPermission(policy, me.role, permission);
  const seesTeam = may("member.view");
  const seesSeats = seesTeam && (may("member.invite") || may("billing.view") || may("usage.view"));
  return {
    id,
    name,
    slug,
    organization,
    role: { key: me.role, name: role?.name ?? me.role, owner: role?.ownerClass === true },
    preset: presetOf(organization.preset),
    status: purgeAt === null ? "active" : "held",
    deletedAt: purgeAt,
    members: seesTeam ? memberCount : null,
    owners: seesTeam ? owners : null,
    pending: may("member.invite") ? pendingInvitations : null,
    seats: seesSeats ? seats({ limit: seatsLimit, active: memberCount, pending: pendingInvitations }) : null,
    lastActivityAt: organization.lastActivityAt,
    createdAt: organization.createdAt,
  };
}

/** An organization that is deleted for good: its certificate is all there is. */
export const lineOfDeleted = ({ organizationId, name, slug, purgedAt }: DeletionCertificate): Line => ({
  id: organizationId,
  name,
  slug,
  organization: null,
  role: null,
  preset: null,
  status: "deleted",
  deletedAt: purgedAt,
  members: null,
  owners: null,
  pending: null,
  seats: null,
  lastActivityAt: null,
  createdAt: null,
});

export const lineId = (line: Line): string => line.id;
export const lineName = (line: Line): string => line.name;
export const lineText = ({ name, slug }: Line): string => `${name} ${slug}`;

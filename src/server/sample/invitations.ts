import { day } from "#domain/calendar/lengths.ts";
import { invitationLife } from "#domain/membership.ts";
import { presetOf } from "#domain/policy/presets.ts";
import { momentBetween, type SampleOrganization } from "./agency.ts";
import { familyNames, givenNames } from "./names.ts";
import { slugOf } from "#domain/slug.ts";
import type { Random } from "./random.ts";

export interface SampleInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: string;
  readonly status: "pending" | "accepted" | "declined" | "revoked" | "expired";
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** The member who came of it, for an accepted one. */
  readonly memberIndex: number | null;
}

const open = ["pending", "declined", "revoked", "expired"] as const;

/** One invitation behind every member who was invited, and some more in each other state. */
export function inventInvitations(random: Random, organization: SampleOrganization, until: Date): SampleInvitation[] {
  const accepted = organization.members.slice(1).map((member, index): SampleInvitation => {
    const createdAt = new Date(member.joinedAt.getTime() - Math.floor(random.next() * 2 * day) - 60_000);
    const expiresAt = new Date(createdAt.getTime() + invitationLife);
    const { email } = member.person;
    return {
      id: random.id(createdAt),
      email,
      role: member.role,
      status: "accepted",
      createdAt,
      expiresAt,
      memberIndex: index + 1,
    };
  });
  const others = Array.from({ length: 4 + Math.floor(organization.members.length / 40) }, (_, index) =>
    inventOpen(random, organization, until, open[index % open.length] ?? "pending", index),
  );
  return [...accepted, ...others];
}

function inventOpen(
  random: Random,
  organization: SampleOrganization,
  until: Date,
  status: (typeof open)[number],
  index: number,
): SampleInvitation {
  const recent = new Date(until.getTime() - 6 * day);
  const overdue = new Date(until.getTime() - invitationLife);
  const [from, to] = status === "pending" ? [recent, until] : [organization.createdAt, overdue];
  const createdAt = momentBetween(random, from, to);
  const name = slugOf(`${random.pick(givenNames)} ${random.pick(familyNames)}`);
  const role = presetOf(organization.preset).defaultInvitationRole;
  const email = `${name}.${index + 1}@${organization.slug}.example`;
  return {
    id: random.id(createdAt),
    email,
    role,
    status,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + invitationLife),
    memberIndex: null,
  };
}

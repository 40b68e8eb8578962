import { z } from "zod";
import { id, instant } from "../scalars.ts";
import { Preset } from "./organization.ts";

/** An amount in minor units (cents, yen) with its ISO 4217 currency. */
export const Money = z.object({ amount: z.int(), currency: z.string() });
export type Money = z.infer<typeof Money>;

/** A person's place in one organization that the asking person may manage. */
export const PersonMembership = z.object({
  organizationId: id,
  memberId: id,
  role: z.string(),
  status: z.enum(["active", "deactivated", "removed"]),
  lastSeenAt: instant.nullable(),
  joinedAt: instant,
});
export type PersonMembership = z.infer<typeof PersonMembership>;

/**
 * A person over all organizations that the asking person may manage: `member.view` and one of `member.invite`,
 * `member.remove`, `member.changeRole`. What they are elsewhere is not told.
 */
export const Person = z.object({
  accountId: id,
  name: z.string(),
  email: z.string(),
  /** The latest over the memberships shown. */
  lastSeenAt: instant.nullable(),
  twoFactor: z.boolean(),
  /** By organization id; former ones included, so that a person can be brought back. */
  memberships: z.array(PersonMembership),
});
export type Person = z.infer<typeof Person>;

/** Seats of an organization. `limit` and `free` are null where the plan sets no limit. */
export const SeatCount = z.object({
  limit: z.int().nullable(),
  used: z.int(),
  pending: z.int(),
  free: z.int().nullable(),
});
export type SeatCount = z.infer<typeof SeatCount>;

/** An organization that the asking person may manage, with what they may do there. */
export const ManagedOrganization = z.object({
  id,
  name: z.string(),
  preset: Preset,
  /** The asking person's role there. */
  role: z.string(),
  /** Every role, highest first; `mayGive`: the asking person may give it without an approval. */
  roles: z.array(z.object({ key: z.string(), name: z.string(), ownerClass: z.boolean(), mayGive: z.boolean() })),
  may: z.object({ invite: z.boolean(), remove: z.boolean(), changeRole: z.boolean() }),
  /** Whether it is deleted and held: until it is restored, nothing can be changed there. */
  held: z.boolean(),
  seats: SeatCount,
  /** What a seat costs a month; null where no price is known. */
  seatPrice: Money.nullable(),
});
export type ManagedOrganization = z.infer<typeof ManagedOrganization>;

import { presetKeys } from "#domain/policy/preset.ts";
import { z } from "zod";
import { id, instant, line, prose } from "../scalars.ts";
import { CustomRole } from "./role.ts";
import { dateFormats, organizationSizes, organizationTypes, privacyLaws, timeFormats } from "../lists.ts";

const timeZone = z.string().min(1).max(64).meta({ description: "IANA time zone, for example Europe/Berlin" });
const currency = z
  .string()
  .regex(/^[A-Z]{3}$/, "Give the three letters of an ISO 4217 currency")
  .meta({ description: "ISO 4217 currency" });
/** No user name in it: `https://bank.example@evil.example` reads like another site. */
const website = z.union([
  z.literal(""),
  z
    .url({ protocol: /^https?$/ })
    .max(300)
    .regex(/^https?:\/\/[^/?#@]*(?:[/?#]|$)/i, "Leave the user name out of the address"),
]);
const slug = z
  .string()
  .min(2)
  .max(48)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "Use lower-case letters, digits and single hyphens");

export const Preset = z.enum(presetKeys);

/** What a person can set on an organization (`requirements/001…` Basic Information, `004…` General and Regional Settings). */
export const OrganizationDetails = z.object({
  name: line(100),
  slug,
  type: z.enum(organizationTypes),
  industry: prose(80),
  size: z.enum(organizationSizes),
  website,
  timeZone,
  currency,
  language: z.string().min(2).max(20).meta({ description: "BCP 47 language tag" }),
  dateFormat: z.enum(dateFormats),
  timeFormat: z.enum(timeFormats),
  description: prose(1000),
  /** Where others reach the organization; empty where it does not say. */
  contactEmail: z.string().trim().max(320),
  phone: z.string().trim().max(60),
  /** Street, postcode and place, in the order in which the country writes them. */
  address: prose(300),
  country: z.union([z.literal(""), z.string().regex(/^[A-Z]{2}$/, "Give the two letters of an ISO 3166-1 country")]),
  privacyLaw: z.enum(privacyLaws),
});
export type OrganizationDetails = z.infer<typeof OrganizationDetails>;

/** An organization as one of its members sees it. */
export const Organization = OrganizationDetails.extend({
  id,
  /** The digest of its logo, which `organization.logo` gives; null without one. */
  logo: z.string().nullable(),
  preset: Preset,
  presetVersion: z.int(),
  adminsDemoteAdmins: z.boolean(),
  /** Roles that the organization made itself, beside its preset's. */
  customRoles: z.array(CustomRole).readonly(),
  /** Whether it is the default organization of the person who asks (`requirements/002…`). */
  personal: z.boolean(),
  /** Null: no limit. */
  seatsLimit: z.int().nullable(),
  memberCount: z.int(),
  pendingInvitations: z.int(),
  /** Active members with an owner-class role. */
  owners: z.int(),
  /** Those of them whose access has no end: one always remains. */
  lastingOwners: z.int(),
  /** When it is deleted for good; null while nobody has deleted it. Until then it can only be read. */
  purgeAt: instant.nullable(),
  /** Grows by one with every audit event, without gaps. */
  revision: z.int(),
  createdAt: instant,
  lastActivityAt: instant,
  /** `ends`: whether their access has an end. */
  me: z.object({ memberId: id, role: z.string(), ends: z.boolean() }),
});
export type Organization = z.infer<typeof Organization>;

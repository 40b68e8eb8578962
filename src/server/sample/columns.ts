import type { SealedEvent } from "#domain/audit/chain.ts";
import { orderedJson } from "#domain/audit/orderedJson.ts";
import { hash } from "node:crypto";
import type { BulkColumn } from "../storage/bulk.ts";
import type { SampleMember, SampleOrganization } from "./agency.ts";
import type { SampleInvitation } from "./invitations.ts";
import { industries } from "./clients.ts";
import type { SamplePerson } from "./people.ts";

/** PostgreSQL's notation for bytes. */
const bytes = (hex: string): string => `\\x${hex}`;

export const accountColumns = (passwordDigest: (person: SamplePerson) => string): BulkColumn<SamplePerson>[] => [
  { name: "id", type: "uuid", of: (person) => person.id },
  { name: "email", type: "text", of: (person) => person.email },
  { name: "email_folded", type: "text", of: (person) => person.email },
  { name: "name", type: "text", of: (person) => person.name },
  { name: "password_digest", type: "text", of: passwordDigest },
  { name: "email_verified_at", type: "timestamptz", of: (person) => person.createdAt },
  { name: "created_at", type: "timestamptz", of: (person) => person.createdAt },
];

export interface TellableOrganization {
  readonly organization: SampleOrganization;
  readonly revision: number;
  readonly head: string;
  readonly lastActivityAt: Date;
  readonly personalOf: string | null;
}

const zones = ["Europe/Berlin", "Europe/London", "America/New_York", "Africa/Lagos", "Asia/Tokyo"] as const;
const currencies = ["EUR", "GBP", "USD", "NGN", "JPY"] as const;
/** A number that stays the same for an organization, to spread its settings. */
const spreadOf = (id: string): number => Number.parseInt(id.slice(-4), 16);

/** Of a seat and month in the currency's minor units; a yen has none. */
const seatPriceOf = (id: string): number => {
  const units = 6 + (spreadOf(id) % 7);
  return currencies[spreadOf(id) % zones.length] === "JPY" ? units * 150 : units * 100;
};

export const organizationColumns: BulkColumn<TellableOrganization>[] = [
  { name: "id", type: "uuid", of: ({ organization }) => organization.id },
  { name: "slug", type: "text", of: ({ organization }) => organization.slug },
  { name: "name", type: "text", of: ({ organization }) => organization.name },
  { name: "type", type: "text", of: ({ personalOf }) => (personalOf === null ? "company" : "agency") },
  { name: "size", type: "text", of: () => "11-50" },
  {
    name: "industry",
    type: "text",
    of: ({ organization }) => industries[spreadOf(organization.id) % industries.length] ?? "",
  },
  { name: "website", type: "text", of: ({ organization }) => `https://${organization.slug}.example` },
  {
    name: "time_zone",
    type: "text",
    of: ({ organization }) => zones[spreadOf(organization.id) % zones.length] ?? "UTC",
  },
  {
    name: "currency",
    type: "text",
    of: ({ organization }) => currencies[spreadOf(organization.id) % zones.length] ?? "USD",
  },
  {
    name: "seat_price",
    type: "bigint",
    of: ({ organization }) => (spreadOf(organization.id) % 3 === 0 ? null : seatPriceOf(organization.id)),
  },
  { name: "date_format", type: "text", of: () => "iso" },
  { name: "preset", type: "text", of: ({ organization }) => organization.preset },
  { name: "personal_of", type: "uuid", of: ({ personalOf }) => personalOf },
  { name: "revision", type: "bigint", of: ({ revision }) => revision },
  { name: "chain_head", type: "text", of: ({ head }) => head },
  { name: "created_at", type: "timestamptz", of: ({ organization }) => organization.createdAt },
  { name: "last_activity_at", type: "timestamptz", of: ({ lastActivityAt }) => lastActivityAt },
];

export const memberColumns = (organization: SampleOrganization): BulkColumn<SampleMember>[] => [
  { name: "organization_id", type: "uuid", of: () => organization.id },
  { name: "id", type: "uuid", of: (member) => member.id },
  { name: "account_id", type: "uuid", of: (member) => member.person.id },
  { name: "role", type: "text", of: (member) => member.role },
  { name: "owner_class", type: "boolean", of: (member) => member.ownerClass },
  { name: "status", type: "text", of: (member) => member.status },
  { name: "joined_at", type: "timestamptz", of: (member) => member.joinedAt },
  { name: "last_seen_at", type: "timestamptz", of: (member) => member.lastSeenAt },
  { name: "removed_at", type: "timestamptz", of: (member) => member.removedAt },
  { name: "former_role", type: "text", of: (member) => (member.status === "removed" ? member.role : null) },
];

export const invitationColumns = (organization: SampleOrganization): BulkColumn<SampleInvitation>[] => {
  const [creator] = organization.members;
  return [
    { name: "organization_id", type: "uuid", of: () => organization.id },
    { name: "id", type: "uuid", of: (one) => one.id },
    { name: "email", type: "text", of: (one) => one.email },
    { name: "email_folded", type: "text", of: (one) => one.email },
    { name: "role", type: "text", of: (one) => one.role },
    { name: "status", type: "text", of: (one) => one.status },
    // No token ever had these digests: an invented invitation cannot be accepted by a link.
    { name: "token_digest", type: "bytea", of: (one) => bytes(hash("sha256", `sample ${one.id}`)) },
    { name: "invited_by_account_id", type: "uuid", of: () => creator.person.id },
    { name: "invited_by_name", type: "text", of: () => creator.person.name },
    { name: "created_at", type: "timestamptz", of: (one) => one.createdAt },
    { name: "sent_at", type: "timestamptz", of: (one) => one.createdAt },
    { name: "expires_at", type: "timestamptz", of: (one) => one.expiresAt },
    {
      name: "accepted_at",
      type: "timestamptz",
      of: ({ memberIndex }) => (memberIndex === null ? null : (organization.members[memberIndex]?.joinedAt ?? null)),
    },
    {
      name: "accepted_account_id",
      type: "uuid",
      of: ({ memberIndex }) => (memberIndex === null ? null : (organization.members[memberIndex]?.person.id ?? null)),
    },
  ];
};

export const eventColumns: BulkColumn<SealedEvent>[] = [
  { name: "organization_id", type: "uuid", of: (event) => event.organizationId },
  { name: "revision", type: "bigint", of: (event) => event.revision },
  { name: "id", type: "uuid", of: (event) => event.id },
  { name: "at", type: "timestamptz", of: (event) => event.at },
  { name: "actor_account_id", type: "uuid", of: (event) => event.actorAccountId },
  { name: "actor_name", type: "text", of: (event) => event.actorName },
  { name: "action", type: "text", of: (event) => event.action },
  { name: "target_type", type: "text", of: (event) => event.targetType },
  { name: "target_id", type: "text", of: (event) => event.targetId },
  { name: "target_name", type: "text", of: (event) => event.targetName },
  { name: "before", type: "json", of: ({ before }) => (before === null ? null : JSON.stringify(orderedJson(before))) },
  { name: "after", type: "json", of: ({ after }) => (after === null ? null : JSON.stringify(orderedJson(after))) },
  { name: "request_id", type: "text", of: (event) => event.requestId },
  { name: "previous_hash", type: "text", of: (event) => event.previousHash },
  { name: "hash", type: "text", of: (event) => event.hash },
];

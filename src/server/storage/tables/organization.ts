import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from "kysely";
import type { HoldColumns } from "./deletion.ts";
import type { AccessEndColumns } from "./member.ts";
import type { WorkspaceRuleColumns } from "./workspace.ts";

export interface OrganizationsTable extends HoldColumns {
  id: string;
  slug: string;
  name: string;
  type: Generated<string>;
  industry: Generated<string>;
  size: Generated<string>;
  website: Generated<string>;
  time_zone: Generated<string>;
  currency: Generated<string>;
  language: Generated<string>;
  date_format: Generated<string>;
  time_format: Generated<string>;
  description: Generated<string>;
  contact_email: Generated<string>;
  phone: Generated<string>;
  address: Generated<string>;
  country: Generated<string>;
  privacy_law: Generated<string>;
  /** The digest of its logo, or null without one. */
  logo: string | null;
  preset: string;
  preset_version: Generated<number>;
  switches: JSONColumnType<Record<string, boolean>, string | undefined>;
  /** Read it by `customRolesText`. */
  custom_roles: ColumnType<never, string | undefined, string>;
  seats_limit: number | null;
  workspaces_limit: number | null;
  /** Of a seat and month, in minor units of the currency. */
  seat_price: number | null;
  /** The person whose default organization this is. */
  personal_of: string | null;
  status: Generated<"active" | "held" | "purging">;
  revision: Generated<number>;
  chain_head: Generated<string>;
  /** Counters that triggers keep; requests cannot write them. */
  owners: GeneratedAlways<number>;
  /** Those of them whose access has no end. */
  lasting_owners: GeneratedAlways<number>;
  active_members: GeneratedAlways<number>;
  pending_invitations: GeneratedAlways<number>;
  /** Those that are not archived. */
  counted_workspaces: GeneratedAlways<number>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
  last_activity_at: Generated<Date>;
}

export interface MembersTable extends WorkspaceRuleColumns, AccessEndColumns {
  organization_id: string;
  id: string;
  account_id: string;
  role: string;
  owner_class: Generated<boolean>;
  status: Generated<"active" | "deactivated" | "removed">;
  joined_at: Generated<Date>;
  /** When access last came back; null for those who always had it. */
  returned_at: GeneratedAlways<Date | null>;
  last_seen_at: Date | null;
  removed_at: Date | null;
  /** Whether they ended it themselves. */
  left_themselves: Generated<boolean>;
  invited_by: string | null;
  former_role: string | null;
  /** The end that was announced by mail. */
  access_reminded_until: Date | null;
  /** Name and e-mail address are copied from the account by triggers, so that a page is one index scan. */
  name: GeneratedAlways<string>;
  email: GeneratedAlways<string>;
  /** Whether the person signs in with a second step; copied from the account as well. */
  two_factor: GeneratedAlways<boolean>;
  /** Folded name: the key to sort and page by. */
  name_key: GeneratedAlways<string>;
  /** Folded address: the key to sort and page by. */
  email_key: GeneratedAlways<string>;
  /** Folded name and address: the text to search. */
  search_key: GeneratedAlways<string>;
  /** `last_seen_at`, or 1970 for those never seen: the key to sort and page by. */
  last_seen_key: GeneratedAlways<Date>;
  /** The transaction that changed it last. */
  changed: GeneratedAlways<string>;
}

export interface InvitationsTable extends WorkspaceRuleColumns, AccessEndColumns {
  organization_id: string;
  id: string;
  email: string;
  email_folded: string;
  role: string;
  status: Generated<"pending" | "accepted" | "declined" | "revoked" | "expired">;
  token_digest: Buffer;
  message: Generated<string>;
  invited_by_account_id: string;
  invited_by_name: string;
  created_at: Generated<Date>;
  sent_at: Generated<Date>;
  expires_at: Date;
  resent_count: Generated<number>;
  accepted_at: Date | null;
  accepted_account_id: string | null;
  waiting_for_seat: Generated<boolean>;
  /** The transaction that changed it last. */
  changed: GeneratedAlways<string>;
}

export interface OrganizationLogosTable {
  organization_id: string;
  /** SHA-256 of `bytes`, in hexadecimal digits. */
  digest: string;
  type: "image/webp" | "image/svg+xml";
  bytes: Buffer;
  created_at: Generated<Date>;
}

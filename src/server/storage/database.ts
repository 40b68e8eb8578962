import type { Generated, GeneratedAlways, JSONColumnType, Kysely } from "kysely";
import type { CertificateReadersTable, DeletionCertificatesTable, HeldNamesTable } from "./tables/deletion.ts";
import type { RoleRequestsTable } from "./tables/approval.ts";
import type { LockoutGuardsTable, OwnershipTransfersTable } from "./tables/ownership.ts";
import type {
  MembersTable,
  OrganizationLogosTable,
  OrganizationsTable,
  InvitationsTable,
} from "./tables/organization.ts";
import type { PlanItemsTable, PlansTable } from "./tables/plan.ts";
import type { ReviewItemsTable, ReviewSchedulesTable, ReviewsTable } from "./tables/review.ts";
import type { ServerKeysTable } from "./tables/server-key.ts";
import type { RecoveryCodesTable, SignInChallengesTable, TwoFactorsTable } from "./tables/two-factor.ts";
import type { MemberDetailsTable } from "./tables/member.ts";
import type { InvitationWorkspacesTable, MemberWorkspacesTable, WorkspacesTable } from "./tables/workspace.ts";

/** Everything in the database, with its column names. Times are `Date` here and ISO 8601 at the edge. */
export interface Database {
  readonly accounts: AccountsTable;
  readonly sessions: SessionsTable;
  readonly session_tokens: SessionTokensTable;
  readonly mailed_codes: MailedCodesTable;
  readonly sign_ups: SignUpsTable;
  readonly two_factors: TwoFactorsTable;
  readonly recovery_codes: RecoveryCodesTable;
  readonly sign_in_challenges: SignInChallengesTable;
  readonly server_keys: ServerKeysTable;
  readonly organizations: OrganizationsTable;
  readonly organization_logos: OrganizationLogosTable;
  readonly members: MembersTable;
  /** `members` of the scoped organization, for pages and searches: its search can use the index. */
  readonly team_members: MembersTable;
  readonly member_details: MemberDetailsTable;
  readonly invitations: InvitationsTable;
  readonly workspaces: WorkspacesTable;
  readonly member_workspaces: MemberWorkspacesTable;
  readonly invitation_workspaces: InvitationWorkspacesTable;
  readonly deletion_certificates: DeletionCertificatesTable;
  readonly certificate_readers: CertificateReadersTable;
  readonly held_names: HeldNamesTable;
  readonly ownership_transfers: OwnershipTransfersTable;
  readonly plans: PlansTable;
  readonly plan_items: PlanItemsTable;
  readonly role_requests: RoleRequestsTable;
  readonly reviews: ReviewsTable;
  readonly review_items: ReviewItemsTable;
  readonly review_schedules: ReviewSchedulesTable;
  readonly lockout_guards: LockoutGuardsTable;
  readonly audit_events: AuditEventsTable;
  /** `audit_events` of the scoped organization, for pages and searches. */
  readonly audit_log: AuditEventsTable;
  readonly security_events: SecurityEventsTable;
  readonly idempotency_keys: IdempotencyKeysTable;
  readonly rate_limits: RateLimitsTable;
  readonly outbox: OutboxTable;
}

/** A connection or transaction; whose rights it has, its lender says. */
export type Db = Kysely<Database>;

export interface AccountsTable {
  id: string;
  email: string;
  email_folded: string;
  name: string;
  password_digest: string;
  email_verified_at: Date | null;
  locale: Generated<string>;
  time_zone: Generated<string>;
  last_organization_id: string | null;
  /** Since when sign-in asks for a second factor. */
  two_factor_since: Date | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export interface SessionsTable {
  id: string;
  account_id: string;
  created_at: Generated<Date>;
  last_used_at: Generated<Date>;
  user_agent: Generated<string>;
  address: Generated<string>;
  client: Generated<string>;
  expires_at: Date;
  revoked_at: Date | null;
}

export interface SessionTokensTable {
  digest: Buffer;
  session_id: string;
  kind: "access" | "refresh";
  generation: Generated<number>;
  issued_at: Generated<Date>;
  expires_at: Date;
  used_at: Date | null;
}

export interface MailedCodesTable {
  id: string;
  /** Null when the address that it was asked for has no account. */
  account_id: string | null;
  purpose: "verifyEmail" | "resetPassword";
  digest: Buffer;
  created_at: Generated<Date>;
  expires_at: Date;
  attempts: Generated<number>;
  used_at: Date | null;
}

export interface SignUpsTable {
  id: string;
  email: string;
  email_folded: string;
  name: string;
  password_digest: string;
  code_digest: Buffer;
  invitation_digest: Buffer | null;
  attempts: Generated<number>;
  created_at: Generated<Date>;
  expires_at: Date;
  used_at: Date | null;
}

export interface AuditEventsTable {
  organization_id: string;
  revision: number;
  id: string;
  at: Date;
  actor_account_id: string | null;
  actor_name: string;
  action: string;
  target_type: string;
  target_id: string;
  target_name: Generated<string>;
  before: JSONColumnType<object | null, string | null>;
  after: JSONColumnType<object | null, string | null>;
  request_id: Generated<string>;
  previous_hash: string;
  hash: string;
  /** `canonical` of the domain, which `hash` covers together with `previous_hash`. */
  sealed: GeneratedAlways<string | null>;
  /** Actor, target and action, folded by `orgdesk_fold`. */
  search_key: GeneratedAlways<string>;
}

export interface SecurityEventsTable {
  id: string;
  at: Generated<Date>;
  account_id: string | null;
  organization_id: string | null;
  kind: string;
  address: Generated<string>;
  user_agent: Generated<string>;
  detail: JSONColumnType<object, string | undefined>;
  request_id: Generated<string>;
}

export interface IdempotencyKeysTable {
  account_id: string;
  key: string;
  operation: string;
  request_digest: Buffer;
  status: number | null;
  response: JSONColumnType<object | null, string | null>;
  created_at: Generated<Date>;
}

export interface RateLimitsTable {
  key: string;
  window_start: Date;
  hits: number;
}

export interface OutboxTable {
  id: string;
  kind: string;
  payload: JSONColumnType<object>;
  created_at: Generated<Date>;
  available_at: Generated<Date>;
  attempts: Generated<number>;
  last_error: string | null;
  done_at: Date | null;
}

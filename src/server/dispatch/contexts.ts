import type { Act, MemberFacts } from "#domain/policy/decision.ts";
import type { Policy } from "#domain/policy/policy.ts";
import type { Authentication, AuthenticatedOrganization } from "../storage/authenticate.ts";
import type { Db } from "../storage/database.ts";
import type { MemberRow } from "../storage/queries/members.ts";
import type { Stage } from "./perform.ts";
import type { Caller, Services } from "./services.ts";

/** What every handler gets. */
export interface BaseContext {
  readonly services: Services;
  readonly caller: Caller;
}

/** `db` has the owner's rights; in a command it is the transaction. */
export interface PublicContext extends BaseContext {
  readonly db: Db;
}

export interface AccountContext extends PublicContext {
  readonly account: Authentication["account"];
  readonly session: Authentication["session"];
}

/** An account's command that writes into an organization's audit log. `db` is the transaction, behind row security. */
export interface AuditedAccountContext extends AccountContext {
  /** Narrows the transaction to this organization and locks its row; every read of its facts comes after. */
  enter(organizationId: string): Promise<void>;
}

/** What was read with an organization's lock, before its command changed anything. */
export interface UnderLock {
  /** The member whom the command's input names, if it names one. */
  readonly named: MemberRow | null;
  /** The account whose default organization it is. */
  readonly personalOf: string | null;
}

/** The organization and the caller's place in it; in a command read again under the organization's lock. */
export interface OrganizationContext extends AccountContext {
  readonly organization: AuthenticatedOrganization;
  readonly me: MemberFacts;
  readonly policy: Policy;
  /** Who calls, as the token said; what is read again under a lock may differ. */
  readonly authentication: Authentication;
  /** Null in a query. */
  readonly underLock: UnderLock | null;
  /** Whether all of this is taken back in the end: nothing may leave the transaction, and no proof is asked for. */
  readonly rehearsal: boolean;
  /** Refuses with the rule's reason unless the caller may do this act. */
  require(act: Act): void;
}

/** What rehearses a command: under the organization's lock only for as long as `work` takes. */
export interface RehearsalContext<Input = Record<string, unknown>> extends BaseContext {
  /** Who calls is known within `work` alone. `memberIdIn` finds the member whom the rehearsed input names. */
  readonly rehearse: <Found>(
    memberIdIn: (input: Input) => unknown,
    work: (stage: Stage, input: Input) => Promise<Found>,
  ) => Promise<Found>;
}

/** A stream outlives the request's connection, so it takes its own from the pools. */
export type StreamContext = Omit<AccountContext, "db">;
export type OrganizationStreamContext = Omit<OrganizationContext, "db">;

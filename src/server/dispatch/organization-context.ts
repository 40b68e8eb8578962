import type { MemberFacts } from "#domain/policy/decision.ts";
import { presetKeys, type PresetKey } from "#domain/policy/preset.ts";
import { decide } from "#domain/policy/decide.ts";
import { policyOf, type Policy } from "#domain/policy/policy.ts";
import type { Authentication, AuthenticatedMember, AuthenticatedOrganization } from "../storage/authenticate.ts";
import { customRolesOf } from "../storage/custom-roles.ts";
import type { OrganizationStanding } from "../storage/queries/change-facts.ts";
import type { LockedRow } from "../storage/queries/organization-facts.ts";
import { chainHead, type ChainHead } from "./audit.ts";
import type { OrganizationContext } from "./contexts.ts";
import type { Db } from "../storage/database.ts";
import type { Reading } from "../storage/reading.ts";
import { found, refuse } from "./fault-error.ts";
import type { Caller, Services } from "./services.ts";

/** What an organization's row says of its rules. */
export type StoredRules = Pick<AuthenticatedOrganization, "preset" | "switches" | "customRoles">;

/** The rules of an organization as stored. A preset this server does not know fails closed. */
export function storedPolicy(organization: StoredRules): Policy {
  const key = presetKeys.find((known): known is PresetKey => known === organization.preset);
  if (key === undefined) throw new Error(`Unknown role preset '${organization.preset}'`);
  return policyOf(key, { switches: organization.switches, customRoles: customRolesOf(organization.customRoles) });
}

/** Somebody outside an organization learns nothing of it, not even that it exists. */
function placeOf(authentication: Authentication): { organization: AuthenticatedOrganization; me: MemberFacts } {
  const { organization, member } = authentication;
  if (organization === null || member === null || member.status === "removed" || organization.status === "purging") {
    return refuse({ kind: "notFound", what: "organization" });
  }
  return { organization, me: { memberId: member.id, role: member.role, status: member.status } };
}

export interface Standing {
  /** Whether it is about to change something: a held organization can only be read. */
  readonly changes?: boolean;
  /** See `OrganizationContext`. */
  readonly underLock?: OrganizationContext["underLock"];
  /** Whether what it changes is taken back. */
  readonly rehearsal?: boolean;
  readonly services: Services;
  readonly caller: Caller;
  readonly authentication: Authentication;
}

class StandingContext implements Omit<OrganizationContext, "db"> {
  readonly services: Services;
  readonly caller: Caller;
  readonly account: Authentication["account"];
  readonly session: Authentication["session"];
  readonly organization: AuthenticatedOrganization;
  readonly me: MemberFacts;
  readonly policy: Policy;
  readonly authentication: Authentication;
  readonly underLock: OrganizationContext["underLock"];
  readonly rehearsal: boolean;
  readonly require: OrganizationContext["require"];

  constructor({ services, caller, authentication, underLock = null, changes = false, rehearsal = false }: Standing) {
    const { organization, me } = placeOf(authentication);
    const policy = storedPolicy(organization);
    this.services = services;
    this.caller = caller;
    this.account = authentication.account;
    this.session = authentication.session;
    this.organization = organization;
    this.me = me;
    this.policy = policy;
    this.authentication = authentication;
    this.underLock = underLock;
    this.rehearsal = rehearsal;
    const facts = { lastingOwners: organization.lastingOwners, held: changes && organization.status === "held" };
    this.require = (act) => {
      const decision = decide(policy, me, act, facts);
      if (!decision.allowed) refuse({ kind: "forbidden", refusal: decision.reason });
    };
  }
}

/** A class, as a getter in an object's literal takes longer than all else that a small read does. */
class ConnectedContext extends StandingContext implements OrganizationContext {
  readonly #reading: Reading;

  constructor(standing: Standing, reading: Reading) {
    super(standing);
    this.#reading = reading;
  }

  get db(): Db {
    return this.#reading.db;
  }
}

/** The context without a connection: for streams. */
export const standingContext = (standing: Standing): Omit<OrganizationContext, "db"> => new StandingContext(standing);

/** The context where `db` is what the reading lends, or a connection that is there already. */
export const organizationContext = (standing: Standing, reading: Reading): OrganizationContext =>
  new ConnectedContext(standing, reading);

/** The caller's place as it is under the lock, where the organization's chain stands, and its counts and rules. */
export interface Locked extends Authentication {
  readonly head: ChainHead;
  readonly standing: OrganizationStanding & { readonly personal_of: string | null };
  readonly organization: AuthenticatedOrganization;
  readonly member: AuthenticatedMember;
}

/**
 * The organization and the caller's membership as they are under the lock: whoever was removed or demoted while this
 * command waited is judged by what holds afterwards. `row` is undefined where the caller has no access to lock it.
 */
export function locked(authentication: Authentication, row: LockedRow | undefined): Locked {
  const { organization, member } = authentication;
  if (organization === null || member === null) return refuse({ kind: "notFound", what: "organization" });
  // Row security hides the row from whoever is not active, so the lock itself could only say 'not found'.
  if (member.status === "deactivated") return refuse({ kind: "forbidden", refusal: { code: "deactivated" } });
  const now = found(row, "organization");
  return {
    ...authentication,
    head: chainHead(organization.id, now),
    standing: now,
    member: { ...member, role: now.role, ownerClass: now.owner_class, status: now.status },
    organization: {
      id: organization.id,
      name: now.organization_name,
      preset: now.preset,
      presetVersion: now.preset_version,
      switches: now.switches,
      customRoles: now.customRoles,
      revision: now.revision,
      seatsLimit: now.seats_limit,
      lastingOwners: now.lasting_owners,
      activeMembers: now.active_members,
      status: now.organization_status,
    },
  };
}

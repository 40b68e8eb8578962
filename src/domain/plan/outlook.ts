import { isBacked } from "../invitationBacking.ts";
import { isLastingOwner } from "../policy/decide.ts";
import type { MemberFacts, TargetFacts } from "../policy/decision.ts";
import type { Policy } from "../policy/policy.ts";
import { isOwnerClass } from "../policy/policy.ts";
import type { RoleKey } from "../policy/preset.ts";
import type { PlannedMember } from "./step.ts";

export interface OutlookMember extends PlannedMember, TargetFacts {
  readonly accountId: string;
  /** What a removed member was before. */
  readonly removedFrom: "active" | "deactivated";
}

/** Somebody who accepted while no seat was free. */
export interface WaitingPerson {
  readonly folded: string;
  readonly accountId: string;
  readonly role: RoleKey;
  readonly ends: boolean;
  /** Whoever stands for the invitation, with their place before the plan; null: they are no member. */
  readonly inviter: { readonly folded: string; readonly member: MemberFacts | null };
}

/**
 * What a plan must know of one organization: its counts, and of its people only those that the plan is about, the
 * actor and those who wait for a seat. People are named by their folded address.
 */
export interface Outlook {
  readonly policy: Policy;
  readonly held: boolean;
  /** The account whose default organization it is. */
  readonly personalOf: string | null;
  /** Null where the plan sets no limit. */
  readonly seatLimit: number | null;
  readonly owners: number;
  /** Those of the owners whose access has no end. */
  readonly lastingOwners: number;
  readonly active: number;
  readonly pending: number;
  /** The actor's folded address. */
  readonly actor: string;
  readonly members: ReadonlyMap<string, OutlookMember>;
  /** Addresses with an invitation that can still be answered. */
  readonly invited: ReadonlySet<string>;
  /** Addresses with one that is past its time and gives way to the next. */
  readonly overdue: ReadonlySet<string>;
  /** Longest first. */
  readonly waiting: readonly WaitingPerson[];
}

/** The numbers of an organization that a plan moves. */
export interface Numbers {
  readonly owners: number;
  readonly lastingOwners: number;
  readonly active: number;
  readonly pending: number;
}

/** An organization as it becomes while a plan is followed through; changes in place, for thousands of items. */
export class Prospect {
  readonly outlook: Outlook;
  readonly #members: Map<string, OutlookMember>;
  readonly #invited: Set<string>;
  readonly #overdue: Set<string>;
  readonly #waiting: WaitingPerson[];
  #owners: number;
  #lastingOwners: number;
  #active: number;
  #pending: number;

  constructor(outlook: Outlook) {
    this.outlook = outlook;
    this.#members = new Map(outlook.members);
    this.#invited = new Set(outlook.invited);
    this.#overdue = new Set(outlook.overdue);
    this.#waiting = [...outlook.waiting];
    this.#owners = outlook.owners;
    this.#lastingOwners = outlook.lastingOwners;
    this.#active = outlook.active;
    this.#pending = outlook.pending;
  }

  get numbers(): Numbers {
    const [owners, lastingOwners] = [this.#owners, this.#lastingOwners];
    return { owners, lastingOwners, active: this.#active, pending: this.#pending };
  }

  member(folded: string): OutlookMember | null {
    return this.#members.get(folded) ?? null;
  }

  isInvited(folded: string): boolean {
    return this.#invited.has(folded);
  }

  hasFreeSeat(): boolean {
    const { seatLimit } = this.outlook;
    return seatLimit === null || this.#active < seatLimit;
  }

  /** Makes somebody what they become, and counts it. */
  place(folded: string, member: OutlookMember): void {
    this.#count(this.#members.get(folded), -1);
    this.#count(member, 1);
    this.#members.set(folded, member);
  }

  /** An invitation for this address; one past its time gives way to it. */
  invite(folded: string): void {
    if (!this.#overdue.delete(folded)) this.#pending += 1;
    this.#invited.add(folded);
  }

  /** Lets in those who wait for a seat, as far as there are free ones; whom nobody stands for any more waits no longer. */
  seatWaiting(): void {
    if (this.outlook.seatLimit === null) return;
    while (this.#waiting.length > 0 && this.hasFreeSeat()) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      this.#invited.delete(next.folded);
      this.#pending -= 1;
      if (!this.#isBacked(next)) continue;
      const memberId = this.#members.get(next.folded)?.memberId ?? next.accountId;
      const joined = { memberId, role: next.role, status: "active", removedAt: null, left: false } as const;
      this.place(next.folded, { ...joined, accountId: next.accountId, removedFrom: "active", ends: next.ends });
    }
  }

  #isBacked({ inviter, role }: WaitingPerson): boolean {
    const member = this.#members.get(inviter.folded) ?? inviter.member;
    return isBacked(this.outlook.policy, member, role);
  }

  #count(member: OutlookMember | undefined, sign: 1 | -1): void {
    if (member?.status !== "active") return;
    this.#active += sign;
    if (isOwnerClass(this.outlook.policy, member.role)) this.#owners += sign;
    if (isLastingOwner(this.outlook.policy, member)) this.#lastingOwners += sign;
  }
}

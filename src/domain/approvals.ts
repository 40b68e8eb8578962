import { day } from "./calendar/lengths.ts";
import { decide } from "./policy/decide.ts";
import type { MemberFacts, OrganizationFacts, TargetFacts } from "./policy/decision.ts";
import type { Policy } from "./policy/policy.ts";
import type { RoleKey } from "./policy/preset.ts";

/** How long a request for a role waits for an answer, in milliseconds: as long as an invitation or an offer. */
export const requestLife = 7 * day;

/** `overtaken`: the state it was made for is gone, so that nobody can answer it any more. */
export const requestStatuses = ["pending", "approved", "declined", "cancelled", "expired", "overtaken"] as const;
export type RequestStatus = (typeof requestStatuses)[number];

/** What can happen to a request. */
export type RequestAct = "approve" | "decline" | "cancel" | "expire" | "overtake";

const outcomes: Readonly<Record<RequestAct, RequestStatus>> = {
  approve: "approved",
  decline: "declined",
  cancel: "cancelled",
  expire: "expired",
  overtake: "overtaken",
};

/** The status after an act, or null where it is too late: a request is answered once. */
export function afterAct(status: RequestStatus, act: RequestAct): RequestStatus | null {
  return status === "pending" ? outcomes[act] : null;
}

/** A request with both people as they are now. Times are milliseconds since 1970. */
export interface RequestFacts {
  readonly requester: MemberFacts;
  readonly target: TargetFacts;
  /** The role that the target had when it was made. */
  readonly from: RoleKey;
  readonly to: RoleKey;
  readonly expiresAt: number;
}

/**
 * Why a pending request cannot be approved any more, or null while it can. The requester must still be able to ask for
 * it; one who may by now give the role alone has lost nothing, and neither has their request.
 */
export function requestEnd(
  policy: Policy,
  { requester, target, from, to, expiresAt }: RequestFacts,
  organization: OrganizationFacts,
  now: number,
): Extract<RequestAct, "expire" | "overtake"> | null {
  if (now >= expiresAt) return "expire";
  if (target.status !== "active" || target.role !== from) return "overtake";
  const change = { kind: "changeRole", target, to } as const;
  const decision = decide(policy, requester, change, organization);
  return decision.allowed || decision.reason.code === "needsApproval" ? null : "overtake";
}

import type { Fault } from "#contract/fault.ts";
import { isConnectionLoss } from "../storage/scope.ts";

/** What a violated constraint means to a person. The rules refuse first; these hold when two commands race. */
const constraints: Readonly<Record<string, Fault>> = {
  members_once: { kind: "conflict", code: "alreadyMember" },
  invitations_one_pending: { kind: "conflict", code: "alreadyInvited" },
  ownership_transfers_one_pending: { kind: "conflict", code: "transferPending" },
  role_requests_one_pending: { kind: "conflict", code: "requestPending" },
  organizations_slug_key: { kind: "conflict", code: "slugTaken" },
  organizations_owner: { kind: "forbidden", refusal: { code: "lastOwner" } },
  members_lasting_owner: { kind: "forbidden", refusal: { code: "lastOwner" } },
  organizations_workspaces: { kind: "limitReached", limit: "workspaces" },
  workspaces_slug: { kind: "conflict", code: "slugTaken" },
  review_items_once: { kind: "conflict", code: "reviewSubmitted" },
  organizations_seats: { kind: "limitReached", limit: "seats" },
};

/** PostgreSQL's own reasons to try again later: too many connections, a lock or a query timing out, a deadlock. */
const unavailable = new Set(["53300", "55P03", "57014", "40P01"]);

/** The fault behind a database error, or null when it is a defect of ours. */
export function faultOfDatabase(error: unknown): Fault | null {
  if (!(error instanceof Error)) return null;
  const constraint = "constraint" in error && typeof error.constraint === "string" ? error.constraint : "";
  const known = constraints[constraint];
  if (known !== undefined) return known;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return unavailable.has(code) || isConnectionLoss(error) ? { kind: "unavailable" } : null;
}

import type { Reason } from "#domain/policy/decision.ts";
import { permissions, type Permission } from "#domain/policy/permissions.ts";
import { z } from "zod";
import { instant } from "./scalars.ts";

const permission = z.enum(permissions as [Permission, ...Permission[]]);
const roles = z.array(z.string()).readonly();

/** Why the rules refuse an act; the same union as the domain's `Reason`. */
export const Refusal = z.discriminatedUnion("code", [
  z.object({ code: z.literal("notMember") }),
  z.object({ code: z.literal("deactivated") }),
  z.object({ code: z.literal("missingPermission"), permission, roles, grantors: roles }),
  z.object({ code: z.literal("targetOutOfReach"), targetRole: z.string(), roles }),
  z.object({ code: z.literal("roleOutOfReach"), role: z.string(), roles }),
  z.object({ code: z.literal("needsApproval"), role: z.string(), approvers: roles }),
  z.object({ code: z.literal("approvalNotNeeded") }),
  z.object({ code: z.literal("ownRequest") }),
  z.object({ code: z.literal("held") }),
  z.object({ code: z.literal("lastOwner") }),
  z.object({ code: z.literal("ownRole") }),
  z.object({ code: z.literal("aboutYourself") }),
  z.object({ code: z.literal("unknownRole"), role: z.string() }),
  z.object({ code: z.literal("targetNotActive") }),
  z.object({ code: z.literal("seesAllWorkspaces"), targetRole: z.string() }),
  z.object({ code: z.literal("rankTooHigh"), roles }),
  z.object({ code: z.literal("beyondOwnPermissions"), permissions: z.array(permission).readonly() }),
  z.object({ code: z.literal("ownersOnly"), roles }),
  z.object({ code: z.literal("turnedOff"), what: z.enum(["organization.delete", "organization.transfer"]) }),
]) satisfies z.ZodType<Reason>;

/** One thing wrong with an input: where, a stable code, and a sentence for a person. */
export const InputIssue = z.object({ path: z.string(), code: z.string(), message: z.string() });
export type InputIssue = z.infer<typeof InputIssue>;

/** Why a command does not fit the state as it stands; screens have words for each. */
export const conflictCodes = [
  "alreadyMember",
  "alreadyInvited",
  "invitationSpent",
  "invitationRevoked",
  "invitationExpired",
  "invitationDeclined",
  "invitationNotPending",
  "invitationForAnotherAddress",
  "inviterMayNot",
  "sameRole",
  "slugTaken",
  "nameHeld",
  "notHeld",
  "holdOver",
  "transferPending",
  "transferOver",
  "requestPending",
  "requestOver",
  "guardOver",
  "guardLate",
  "ownersAway",
  "ownOrganization",
  "notRemoved",
  "notDeactivated",
  "leftThemselves",
  "reinstatementExpired",
  "idempotencyKeyReused",
  "codeSpent",
  "stateMoved",
  "workspaceStatus",
  "roleNameTaken",
  "samePreset",
  "reviewSubmitted",
  "reviewOfAnother",
  "reviewStatus",
  "reviewUndecided",
  "pdfTooLarge",
  "twoFactorOn",
  "twoFactorOff",
] as const;

const base = { requestId: z.string().optional() };

/** Which of the two is older, where a desktop and its server do not understand each other, and the server's version. */
export const VersionGap = z.object({ older: z.enum(["server", "desktop"]), serverVersion: z.string().nullable() });
export type VersionGap = z.infer<typeof VersionGap>;

/**
 * Every way in which a call can fail, from the domain to the screen. Three are made by the desktop alone and never sent
 * by the server: `offline`, when there was no answer, `notKept`, when there was none and what was asked for is older than
 * what this computer keeps, and `outdated`, when one side does not know what the other asked or answered, because it is
 * of an older version.
 */
export const Fault = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("invalid"), issues: z.array(InputIssue).readonly(), ...base }),
  z.object({
    kind: z.literal("unauthenticated"),
    reason: z.enum(["missing", "invalid", "expired", "badCredentials", "badCode"]),
    ...base,
  }),
  z.object({ kind: z.literal("forbidden"), refusal: Refusal, ...base }),
  z.object({ kind: z.literal("notFound"), what: z.string(), ...base }),
  z.object({ kind: z.literal("conflict"), code: z.enum(conflictCodes), ...base }),
  z.object({
    kind: z.literal("limitReached"),
    limit: z.enum(["rate", "seats", "workspaces", "roles", "size", "attempts"]),
    /** Seconds until another try makes sense; absent where waiting does not help. */
    retryAfter: z.int().min(0).optional(),
    ...base,
  }),
  z.object({ kind: z.literal("offline"), ...base }),
  /** `first`: the oldest event that is kept; null where none is. */
  z.object({
    kind: z.literal("notKept"),
    first: z.object({ revision: z.int(), at: instant }).nullable(),
    ...base,
  }),
  z.object({ kind: z.literal("outdated"), ...VersionGap.shape, ...base }),
  z.object({ kind: z.literal("unavailable"), ...base }),
  z.object({ kind: z.literal("internal"), ...base }),
]);
export type Fault = z.infer<typeof Fault>;
export type FaultKind = Fault["kind"];

/** HTTP status of each fault; `offline`, `notKept` and `outdated` never cross HTTP. */
export const statusOf: Readonly<Record<FaultKind, number>> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  notFound: 404,
  conflict: 409,
  limitReached: 429,
  offline: 503,
  notKept: 503,
  outdated: 501,
  unavailable: 503,
  internal: 500,
};

const titles: Readonly<Record<FaultKind, string>> = {
  invalid: "The request is not valid",
  unauthenticated: "Sign in to continue",
  forbidden: "Your role does not allow this",
  notFound: "Not found",
  conflict: "The state has changed",
  limitReached: "A limit was reached",
  offline: "No connection",
  notKept: "Not kept on this computer",
  outdated: "The server and the desktop are of different versions",
  unavailable: "The service is not available right now",
  internal: "Something went wrong on our side",
};

/** An RFC 9457 problem document that carries the fault. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  instance: z.string().optional(),
  fault: Fault,
});
export type Problem = z.infer<typeof Problem>;

/** A fault as an RFC 9457 problem document, as it goes over the wire. */
export function problemOf(fault: Fault): Problem {
  return {
    type: `urn:orgdesk:fault:${fault.kind}`,
    title: titles[fault.kind],
    status: statusOf[fault.kind],
    ...(fault.requestId === undefined ? {} : { instance: `urn:orgdesk:request:${fault.requestId}` }),
    fault,
  };
}

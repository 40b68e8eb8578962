import type { AuditAction } from "#contract/audit.ts";
import type { Given, OrganizationName } from "#contract/operations.ts";
import type { Act } from "#domain/policy/decision.ts";
import type { ReviewedTo } from "../reviews/reviews.ts";
import type { Scene } from "./scene.ts";

/** A valid call of an operation, and what it needs and does beside its own. */
export interface Case<Name extends OrganizationName> {
  readonly input: (scene: Scene) => Given<Name>;
  /** What the rules judge beyond the operation's permission. */
  readonly act?: (scene: Scene) => Act;
  /** Whether an offer of ownership to the caller must be open. */
  readonly offered?: true;
  /** Who must have asked for a role for the target. */
  readonly requested?: "byOwner" | "byCaller";
  /** How far the review of the scene must be; `submitted` without it. */
  readonly reviewed?: ReviewedTo;
  /** Whether the organization must be deleted and held. */
  readonly held?: true;
  /** Events that the command writes after its own. */
  readonly also?: readonly AuditAction[];
}

export type Cases<Names extends OrganizationName> = { readonly [Name in Names]: Case<Name> };

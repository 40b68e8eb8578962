import type { PresetKey } from "#domain/policy/preset.ts";
import type { MemberFacts, TargetFacts } from "#domain/policy/decision.ts";
import type { WorkspaceStatus } from "#domain/workspaces.ts";
import type { Person } from "#test/support/server.ts";

/** The organization that one guarded call finds: the caller, somebody to act on, and an invitation in each state. */
export interface Scene {
  readonly organizationId: string;
  readonly caller: Person;
  readonly me: MemberFacts;
  /** A member with the preset's lowest role. */
  readonly target: TargetFacts;
  /** Another role for the target. */
  readonly otherRole: string;
  readonly lowestRole: string;
  readonly preset: PresetKey;
  /** A custom role below all others, which nobody holds. */
  readonly customRole: string;
  readonly removed: MemberFacts;
  readonly deactivated: MemberFacts;
  readonly pendingId: string;
  readonly revokedId: string;
  /** An offer of ownership to the caller, for the operations that ask for one. */
  readonly transferId: string;
  /** A request to give the target `otherRole`, made by an owner or, where the case says so, by the caller. */
  readonly approvalId: string;
  /** A change of ownership that waits for a confirmation. */
  readonly guardId: string;
  /** A review of the target by the caller. */
  readonly reviewId: string;
  readonly workspaces: Readonly<Record<WorkspaceStatus, string>>;
}

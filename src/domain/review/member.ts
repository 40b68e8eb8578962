import type { MemberFacts } from "../policy/decision.ts";
import type { WorkspaceAccess } from "../workspaceAccess.ts";

/** What a review must know of a member. Times are milliseconds since 1970. */
export interface ReviewedMember extends MemberFacts {
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
  readonly joinedAt: number;
  /** Null: never signed in since they joined. */
  readonly lastSeenAt: number | null;
  readonly twoFactor: boolean;
  readonly access: WorkspaceAccess;
}

/** The state of a member on which a decision rests: where it is another now, the decision no longer applies. */
export interface SeenState {
  readonly role: string;
  readonly status: "active" | "deactivated";
}

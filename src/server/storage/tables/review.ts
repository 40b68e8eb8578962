import type { FormerDecision, ReviewRecommendation, ReviewScope, ReviewSeen } from "#contract/entities/review.ts";
import type { Fault } from "#contract/fault.ts";
import type { DecisionKind } from "#domain/review/decisions.ts";
import type { OutcomeState, ReviewFlag } from "#domain/review/outcome.ts";
import type { Reminder, ReviewRhythm } from "#domain/review/schedule.ts";
import type { Generated, JSONColumnType } from "kysely";

export interface ReviewsTable {
  organization_id: string;
  id: string;
  batch_id: string | null;
  /** The reviewer. */
  account_id: string;
  member_id: string;
  reviewer_name: string;
  reviewer_email: string;
  scope: JSONColumnType<ReviewScope>;
  /** The name of the workspace that the scope is about. */
  scope_name: Generated<string>;
  status: Generated<"receiving" | "submitted" | "applying" | "applied" | "finished" | "abandoned">;
  started_at: Date;
  as_of: number;
  as_of_hash: string;
  total: number;
  created_at: Date;
  submitted_at: Date | null;
  applied_at: Date | null;
  finished_at: Date | null;
  abandoned_at: Date | null;
  undecided_reason: Generated<string>;
  /** The signed file, as it is given out. */
  evidence: string | null;
  evidence_digest: string | null;
  /** Which worker has it, until when. */
  leased_by: string | null;
  leased_until: Date | null;
}

export interface ReviewItemsTable {
  organization_id: string;
  review_id: string;
  position: number;
  member_id: string;
  name: string;
  email: string;
  seen: JSONColumnType<ReviewSeen>;
  seen_role: string;
  seen_status: "active" | "deactivated";
  recommendation: JSONColumnType<ReviewRecommendation>;
  decision: DecisionKind | null;
  to_role: string | null;
  decided_at: Date | null;
  comment: Generated<string>;
  state: OutcomeState;
  flag: ReviewFlag | null;
  fault: JSONColumnType<Fault | null, string | null, string | null>;
  at: Date | null;
  revision: number | null;
  former: JSONColumnType<readonly FormerDecision[], string | undefined, string>;
}

export interface ReviewSchedulesTable {
  organization_id: string;
  rhythm: ReviewRhythm;
  first_due_on: string;
  scope: JSONColumnType<ReviewScope>;
  reviewer_ids: readonly string[];
  next_due_on: string;
  reminded: Reminder | null;
}

import type { Generated, JSONColumnType } from "kysely";

export interface PlansTable {
  id: string;
  account_id: string;
  change: JSONColumnType<object>;
  status: Generated<"running" | "cancelled" | "finished">;
  created_at: Generated<Date>;
  finished_at: Date | null;
  /** Which worker has it, until when. */
  leased_by: string | null;
  leased_until: Date | null;
}

export interface PlanItemsTable {
  organization_id: string;
  plan_id: string;
  position: number;
  /** Whose plan it is. */
  account_id: string;
  /** The person it is about; null for an address alone. */
  person_id: string | null;
  person_name: Generated<string>;
  person_email: Generated<string>;
  organization_name: Generated<string>;
  role: string | null;
  state: Generated<"waiting" | "done" | "nothing" | "failed" | "cancelled">;
  act: string | null;
  why: string | null;
  fault: JSONColumnType<object | null, string | null, string | null>;
  at: Date | null;
  revision: number | null;
}

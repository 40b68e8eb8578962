import type { Generated } from "kysely";

export interface OwnershipTransfersTable {
  organization_id: string;
  id: string;
  from_member_id: string;
  to_member_id: string;
  to_account_id: string;
  /** What becomes of the former owner. */
  former_owner: "stays" | "leaves";
  /** `void`: the rules no longer allowed it before it was answered. */
  status: Generated<"pending" | "accepted" | "declined" | "cancelled" | "expired" | "void">;
  created_at: Generated<Date>;
  expires_at: Date;
  ended_at: Date | null;
}

/** Changes that took an owner's power and wait for another owner to confirm that somebody can still administer. */
export interface LockoutGuardsTable {
  organization_id: string;
  id: string;
  /** The person who is no owner any more, and what they get back. */
  member_id: string;
  former_role: string;
  /** Null where their access ended by itself. */
  by_name: string | null;
  state: Generated<"pending" | "confirmed" | "reverted" | "overtaken">;
  created_at: Generated<Date>;
  confirm_by: Date;
  ended_at: Date | null;
}

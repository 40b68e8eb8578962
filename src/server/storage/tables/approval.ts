import type { RequestStatus } from "#domain/approvals.ts";
import type { Generated } from "kysely";

export interface RoleRequestsTable {
  organization_id: string;
  id: string;
  member_id: string;
  requester_id: string;
  from_role: string;
  to_role: string;
  reason: Generated<string>;
  status: Generated<RequestStatus>;
  created_at: Generated<Date>;
  expires_at: Date;
  ended_at: Date | null;
  /** The member who answered or took it back; null where nobody did. */
  ended_by: string | null;
  end_reason: Generated<string>;
}

import type { TransferRow } from "../storage/queries/ownership-transfers.ts";

/** Whom the audit log names for an event about an offer: the person it was made to. */
export const transferTarget = (row: TransferRow) =>
  ({ type: "member", id: row.to_member_id, name: row.to_name }) as const;

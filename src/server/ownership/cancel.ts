import type { Policy } from "#domain/policy/policy.ts";
import type { AuditEntry } from "../dispatch/audit.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { endOf, pendingTransfer, updateTransfer } from "../storage/queries/ownership-transfers.ts";
import { mailEnded } from "./letters.ts";
import { transferTarget } from "./target.ts";

/** Ends an open offer that new rules no longer let anybody take; the event that says so. Call it once they are stored. */
export async function cancelForbidden(
  { db, organization, caller }: OrganizationContext,
  policy: Policy,
): Promise<AuditEntry[]> {
  const row = await pendingTransfer(db, organization.id);
  if (row === undefined) return [];
  if (policy.preset.ownershipTransfer && endOf(policy, row, caller.now) === null) return [];
  await updateTransfer(db, row, { status: "cancelled", ended_at: caller.now });
  await mailEnded(db, organization.name, row, "cancelled");
  const target = transferTarget(row);
  return [{ action: "ownership.cancelled", target, before: { status: "pending" }, after: { status: "cancelled" } }];
}

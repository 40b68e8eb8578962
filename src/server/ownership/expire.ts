import { append, lockLivingChain } from "../dispatch/audit.ts";
import type { Db } from "../storage/database.ts";
import type { Moment } from "../invitations/expire.ts";
import { pendingTransfer, updateTransfer } from "../storage/queries/ownership-transfers.ts";
import { joiningFacts } from "../storage/queries/organization-facts.ts";
import { mailEnded } from "./letters.ts";
import { transferTarget } from "./target.ts";

/** Nobody's act: the time passed. */
const clock = { accountId: null, name: "Orgdesk" };

/** Ends an organization's offer that is past its time. */
export async function expireTransfer(db: Db, organizationId: string, moment: Moment): Promise<void> {
  const head = await lockLivingChain(db, organizationId);
  if (head === null) return;
  const row = await pendingTransfer(db, organizationId);
  if (row === undefined || row.expires_at > moment.at) return;
  await updateTransfer(db, row, { status: "expired", ended_at: moment.at });
  const { name } = await joiningFacts(db, organizationId);
  await mailEnded(db, name, row, "expired");
  const event = { target: transferTarget(row), before: { status: "pending" }, after: { status: "expired" } };
  await append(db, head, "ownership.expired", [event], { actor: clock, ...moment });
}

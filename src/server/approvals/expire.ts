import { append, lockLivingChain, type AuditEntry } from "../dispatch/audit.ts";
import type { Db } from "../storage/database.ts";
import { storedPolicy } from "../dispatch/organization-context.ts";
import type { Moment } from "../invitations/expire.ts";
import { joiningFacts } from "../storage/queries/organization-facts.ts";
import { overdueRequests } from "../storage/queries/role-requests.ts";
import { closeRequest } from "./close.ts";
import { mailEnding } from "./letters.ts";

/** Nobody's act: the time passed. */
const clock = { accountId: null, name: "Orgdesk" };

/** Ends an organization's requests that are past their time, each with its event. */
export async function expireRequests(db: Db, organizationId: string, moment: Moment): Promise<void> {
  const head = await lockLivingChain(db, organizationId);
  if (head === null) return;
  const rows = await overdueRequests(db, organizationId, moment.at);
  if (rows.length === 0) return;
  const facts = await joiningFacts(db, organizationId);
  const events: AuditEntry[] = [];
  for (const row of rows) {
    events.push((await closeRequest(db, row, "expire", { at: moment.at, by: null })).event);
    await mailEnding(db, facts.name, storedPolicy(facts), row, { how: "expired", byName: "", reason: "" });
  }
  await append(db, head, "approval.expired", events, { actor: clock, ...moment });
}

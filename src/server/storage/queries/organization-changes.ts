import { AuditAction } from "#contract/audit.ts";
import { auditActions } from "#contract/auditActions.ts";
import { sql } from "kysely";
import type { Db } from "../database.ts";

const everyAction = Object.keys(auditActions);

/** The kinds of events after a revision. One look into the index for each kind, however many events there are. */
export async function actionsAfter(db: Db, organizationId: string, revision: number): Promise<AuditAction[]> {
  const { rows } = await sql<{ action: string }>`
    select kinds.action from unnest(${everyAction}::text[]) as kinds (action)
    where exists (select from audit_log e
      where e.organization_id = ${organizationId} and e.action = kinds.action and e.revision > ${revision})`.execute(
    db,
  );
  return rows.map((row) => AuditAction.parse(row.action));
}

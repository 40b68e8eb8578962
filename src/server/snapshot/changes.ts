import type { AuditAction } from "#contract/audit.ts";
import { topics as everyTopic, topicsOf } from "#contract/auditActions.ts";
import type { SnapshotChanges } from "#contract/entities/snapshot.ts";
import type { Input } from "#contract/operations.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { actionsAfter } from "../storage/queries/organization-changes.ts";
import { horizonOf } from "../storage/queries/snapshot-rows.ts";
import { viewerOf } from "../workspaces/viewer.ts";
import { changedRows, mostChanged } from "./changed-rows.ts";
import { factsOf } from "./facts.ts";
import { decodeMark } from "./mark.ts";
import { sightOf } from "./sight.ts";

/** What changed since a revision. `context` must show one moment. */
export async function changesSince(
  context: OrganizationContext,
  { since, mark: given }: Input<"organization.changes">,
): Promise<SnapshotChanges> {
  const { db, organization } = context;
  const { revision } = organization;
  const actions = since < revision ? await actionsAfter(db, organization.id, since) : [];
  // A desktop that is ahead of the log has seen another history: it reads everything again.
  const topics = since > revision ? [...everyTopic] : [...new Set(actions.flatMap(topicsOf))];
  const reset = (why: "sight" | "size"): SnapshotChanges => ({ revision, topics, reset: why, changes: null });
  const mark = given === undefined ? null : decodeMark(given);
  if (mark === null) return reset("size");
  const sight = await sightOf(context);
  if (mark.sight !== sight.digest) return reset("sight");
  const now = await horizonOf(db);
  const otherHistory = since > revision || mark.database !== now.database || BigInt(mark.horizon) > BigInt(now.next);
  if (otherHistory || revision - since > mostChanged || bringsBack(context, actions)) return reset("size");
  const rows = await changedRows(context, { since, mark, sees: sight.sees, actions });
  if (rows === null) return reset("size");
  const { seen, ...changes } = rows;
  const facts = await factsOf(context, sight, { ...mark, horizon: now.horizon, seen });
  return { revision, topics, reset: null, changes: { facts, ...changes } };
}

const back: ReadonlySet<AuditAction> = new Set(["workspace.reactivated", "workspace.restored"]);

/** Whether a workspace came back into the caller's sight; who had been chosen for it comes back with it. */
function bringsBack(context: OrganizationContext, actions: readonly AuditAction[]): boolean {
  return !viewerOf(context).edit && actions.some((action) => back.has(action));
}

import type { Input, Output } from "#contract/operations.ts";
import { inverseOf } from "#domain/changes/inverse.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { found } from "../dispatch/fault-error.ts";
import { eventAt } from "../storage/queries/audit-events.ts";
import { idsOfSlugs } from "../storage/queries/workspaces.ts";
import { viewerOf } from "../workspaces/viewer.ts";

/** The command that takes an event back. Whether it may be run, now and by this person, its preview says. */
export async function inverseOfEvent(
  context: OrganizationContext,
  { revision }: Input<"change.inverse">,
): Promise<Output<"change.inverse">> {
  const { db, organization } = context;
  const event = found(await eventAt(db, organization.id, revision), "auditEvent");
  const inverse = inverseOf({ ...event, targetId: event.target.id });
  if (!inverse.ok) return { change: null, why: inverse.why };
  const { operation, input, slugs = [] } = inverse.command;
  if (slugs.length === 0) return { change: { operation, input }, why: null };
  const ids = await idsOfSlugs(db, viewerOf(context), slugs);
  // Fewer than there were would give less than what was taken.
  if (ids.length < slugs.length) return { change: null, why: "workspaceGone" };
  return { change: { operation, input: { ...input, workspaceIds: ids } }, why: null };
}

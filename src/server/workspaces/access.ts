import type { WorkspaceAccessInput, WorkspaceAccessView } from "#contract/entities/workspace.ts";
import { hasPermission } from "#domain/policy/policy.ts";
import type { WorkspaceAccess } from "#domain/workspaceAccess.ts";
import type { OrganizationContext } from "../dispatch/contexts.ts";
import { refuse } from "../dispatch/fault-error.ts";
import { invalid } from "../operations/invalid.ts";
import { accessOf, resolvedFor, type RuleHolder } from "../storage/queries/workspace-access.ts";
import { seenAmong } from "../storage/queries/workspaces.ts";
import { viewerOf } from "./viewer.ts";

/** Enough for any screen; the rest is a number. */
const shownAtMost = 200;

/** A rule that was asked for, and the slugs of what it chooses, for the audit log. */
export interface Giving {
  readonly access: WorkspaceAccess;
  readonly slugs: readonly string[];
}

/**
 * The rule as it will be stored. Nobody gives what they do not see themselves: all of them, or those to come, take the
 * permission to see all, and a workspace that the caller does not see is as unknown as one that does not exist.
 */
export async function givenAccess(
  context: OrganizationContext,
  path: string,
  { scope, workspaceIds, future }: WorkspaceAccessInput,
  since: number,
): Promise<Giving> {
  const ids = [...new Set(workspaceIds)].sort();
  if (scope === "chosen" && ids.length === 0) invalid(`${path}workspaceIds`, "empty", "Choose at least one");
  if (scope !== "chosen" && ids.length > 0) {
    invalid(`${path}workspaceIds`, "notChosen", "Only the scope 'chosen' takes a list");
  }
  if (scope === "all" || future) context.require({ kind: "use", permission: "workspace.viewAll" });
  const seen = ids.length === 0 ? [] : await seenAmong(context.db, viewerOf(context), ids);
  if (seen.length < ids.length) refuse({ kind: "notFound", what: "workspace" });
  return { access: { scope, workspaceIds: ids, future, since }, slugs: seen.map(({ slug }) => slug) };
}

/** A rule as the caller may see it: what it chooses among workspaces that they do not see stays out. */
export async function accessView(
  context: Pick<OrganizationContext, "db" | "organization" | "policy" | "me">,
  holder: RuleHolder,
  role: string,
): Promise<WorkspaceAccessView> {
  const { db, organization, policy } = context;
  const viewer = viewerOf(context);
  const byRole = hasPermission(policy, role, "workspace.viewAll");
  const [access, resolved] = await Promise.all([
    accessOf(db, organization.id, holder),
    resolvedFor(db, viewer, holder, byRole, shownAtMost),
  ]);
  const seen = access.workspaceIds.length === 0 ? [] : await seenAmong(db, viewer, access.workspaceIds);
  return { ...access, workspaceIds: seen.map(({ id }) => id), byRole, ...resolved };
}

/** What the audit log keeps of a rule. Slugs are unique in the organization, and people can read them. */
export const recorded = ({ scope, future }: WorkspaceAccess, slugs: readonly string[]) => ({
  workspaces: scope,
  ...(scope === "chosen" ? { chosenWorkspaces: [...slugs] } : {}),
  futureWorkspaces: future,
});

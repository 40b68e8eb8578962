import type { SnapshotMember, SnapshotWorkspace } from "#contract/entities/snapshot.ts";
import type { WorkspaceAccessView, WorkspacePerson } from "#contract/entities/workspace.ts";
import { hasPermission } from "#domain/policy/policy.ts";
import { isGiven } from "#domain/workspaceAccess.ts";
import type { OrganizationRows } from "../worker/rows.ts";

type Rule = SnapshotMember["access"];

/** As many as the server names; the rest is a number. */
const shownAtMost = 200;

/** The workspaces by name. */
const byName = (rows: OrganizationRows): SnapshotWorkspace[] =>
  rows.workspaces().page({
    order: ["name", "id"],
    direction: "ascending",
    after: null,
    limit: Number.POSITIVE_INFINITY,
    keep: () => true,
  });

/** A rule and what it comes to among the workspaces that the person sees. */
export function accessView(rows: OrganizationRows, access: Rule, role: string): WorkspaceAccessView {
  const byRole = hasPermission(rows.policy, role, "workspace.viewAll");
  const workspaces = byName(rows);
  const chosen = new Set(access.workspaceIds);
  const given = workspaces.filter(
    (workspace) => workspace.status !== "archived" && (byRole || isGiven(access, workspace)),
  );
  return {
    ...access,
    workspaceIds: workspaces.filter(({ id }) => chosen.has(id)).map(({ id }) => id),
    byRole,
    workspaces: given.slice(0, shownAtMost).map(({ id, name, status }) => ({ id, name, status })),
    total: given.length,
  };
}

/** Through what a member reaches a workspace; null for those who do not. */
export function reachedThrough(
  { policy }: OrganizationRows,
  { role, status, access }: SnapshotMember,
  workspace: SnapshotWorkspace,
): WorkspacePerson["through"] | null {
  if (status !== "active") return null;
  if (hasPermission(policy, role, "workspace.viewAll")) return "role";
  if (!isGiven(access, workspace)) return null;
  if (workspace.revision > access.since && access.future) return "future";
  return access.scope === "all" ? "all" : "chosen";
}

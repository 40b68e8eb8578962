import type { WorkspaceStatus } from "./workspaces.ts";

/** `all`: every current workspace; `chosen`: those named; `none`: none of the current ones. */
export const accessScopes = ["all", "chosen", "none"] as const;
export type AccessScope = (typeof accessScopes)[number];

/**
 * Which workspaces a member, or an invited person once they join, may use (`requirements/004…`, 'Brand Assignment
 * Options'): a rule, not a copy. `since` is the organization's revision at which it was set: workspaces created up to
 * then are the current ones, later ones come with `future` alone.
 */
export interface WorkspaceAccess {
  readonly scope: AccessScope;
  /** The chosen ones; empty under another scope. */
  readonly workspaceIds: readonly string[];
  readonly future: boolean;
  readonly since: number;
}

/** What a rule must know of a workspace. `revision` is the organization's when it was created. */
export interface WorkspaceFacts {
  readonly id: string;
  readonly status: WorkspaceStatus;
  readonly revision: number;
}

/** What nobody has chosen anything for: no access, also not to what comes. */
export const noAccess: WorkspaceAccess = { scope: "none", workspaceIds: [], future: false, since: 0 };

/** Whether the rule gives a workspace, whatever its status. */
export function isGiven(access: WorkspaceAccess, workspace: Omit<WorkspaceFacts, "status">): boolean {
  if (access.scope === "chosen" && access.workspaceIds.includes(workspace.id)) return true;
  return workspace.revision > access.since ? access.future : access.scope === "all";
}

/** The workspaces that a rule comes to now, in the given order. Archived ones are nobody's to use. */
export function resolveAccess<Workspace extends WorkspaceFacts>(
  access: WorkspaceAccess,
  workspaces: readonly Workspace[],
): Workspace[] {
  return workspaces.filter((workspace) => workspace.status !== "archived" && isGiven(access, workspace));
}

/** What decides which workspaces somebody sees: two permissions and their rule. */
export interface WorkspaceSight {
  readonly viewAll: boolean;
  readonly edit: boolean;
  readonly access: WorkspaceAccess;
}

/**
 * The statuses that somebody sees at all. Archived ones are 'not visible to regular users' (`requirements/001…`), a
 * suspended one pauses the access of those who only work in it.
 */
export function statusesSeen({ viewAll, edit }: Omit<WorkspaceSight, "access">): readonly WorkspaceStatus[] {
  if (edit) return ["active", "suspended", "archived"];
  return viewAll ? ["active", "suspended"] : ["active"];
}

/** Whether somebody sees a workspace. To anybody else it does not exist. */
export function sees(sight: WorkspaceSight, workspace: WorkspaceFacts): boolean {
  return statusesSeen(sight).includes(workspace.status) && (sight.viewAll || isGiven(sight.access, workspace));
}

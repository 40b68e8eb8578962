/**
 * Where a workspace stands (`requirements/001…`, 'Workspace Actions'). Suspended: access and campaigns pause, data
 * stays. Archived: hidden, recoverable, free of limits. `deleted` is the end and is stored nowhere.
 */
export const workspaceStatuses = ["active", "suspended", "archived"] as const;
export type WorkspaceStatus = (typeof workspaceStatuses)[number];

export type WorkspaceAct = "suspend" | "reactivate" | "archive" | "restore" | "delete";

type Next = WorkspaceStatus | "deleted";

/** From which status each act leads where. What is not here is not possible. */
const transitions: Readonly<Record<WorkspaceAct, Readonly<Partial<Record<WorkspaceStatus, Next>>>>> = {
  suspend: { active: "suspended" },
  reactivate: { suspended: "active" },
  archive: { active: "archived", suspended: "archived" },
  restore: { archived: "active" },
  delete: { active: "deleted", suspended: "deleted", archived: "deleted" },
};

/**
 * The status after an act, or null where the act is not possible. `suspended` says whether the workspace was suspended
 * when it was archived: restoring gives back what was, not more.
 */
export function statusAfter(status: WorkspaceStatus, act: WorkspaceAct, suspended: boolean): Next | null {
  if (act === "restore" && status === "archived" && suspended) return "suspended";
  return transitions[act][status] ?? null;
}

import type { Workspace } from "#contract/entities/workspace.ts";
import type { WorkspaceAct } from "#domain/workspaces.ts";

/** What changes who can use a workspace, and can be taken back. */
export type WorkspaceMove = Exclude<WorkspaceAct, "delete">;

/** A decision or form that has the person's attention, one at a time. Creating stands in the address. */
export interface Asking {
  readonly kind: "edit" | WorkspaceMove | "delete";
  readonly workspace: Workspace;
}

export type Ask = (asking: Asking | null) => void;

import { useOutletContext } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import type { Workspace } from "#contract/entities/workspace.ts";
import type { MenuAction } from "#renderer/ui/ActionMenu.tsx";

/** What the list gives to the drawer beside it. */
export interface WorkspaceDesk {
  readonly organization: Organization;
  readonly find: (id: string) => Workspace | undefined;
  readonly actions: (workspace: Workspace) => readonly MenuAction[];
  readonly step: (from: string, by: -1 | 1) => void;
  readonly close: () => void;
}

export const useWorkspaceDesk = (): WorkspaceDesk => useOutletContext<WorkspaceDesk>();

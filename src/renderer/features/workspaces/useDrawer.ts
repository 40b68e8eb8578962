import type { RefObject } from "react";
import { useLocation, useNavigate, useParams } from "react-router";
import type { Workspace } from "#contract/entities/workspace.ts";
import { paths } from "#renderer/app/organizations/paths.ts";
import type { TableHandle } from "#renderer/ui/table/useTableHandle.ts";

/** The drawer beside the table: the address names it and keeps the filters. */
export function useDrawer(organizationId: string, table: RefObject<TableHandle<Workspace> | null>) {
  const navigate = useNavigate();
  const { search } = useLocation();
  const { workspaceId = null } = useParams();
  const open = (workspace: Workspace, replace = false) =>
    void navigate({ pathname: paths.workspace(organizationId, workspace.id), search }, { replace });
  return {
    openId: workspaceId,
    open: (workspace: Workspace) => open(workspace),
    step: (from: string, by: -1 | 1) => {
      const row = table.current?.neighbour(from, by);
      if (row) open(row, true);
    },
    close: () => void navigate({ pathname: paths.section(organizationId, "workspaces"), search }),
  };
}

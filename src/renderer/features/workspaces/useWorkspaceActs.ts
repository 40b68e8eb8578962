import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Workspace } from "#contract/entities/workspace.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { toastDone } from "#renderer/ui/toast.tsx";
import type { WorkspaceMove } from "./asking.ts";

const done = { suspend: "suspended", reactivate: "reactivated", archive: "archived", restore: "restored" } as const;
const opposite = { suspend: "reactivate", reactivate: "suspend", archive: "restore", restore: "archive" } as const;

interface Moving {
  /** Why it is suspended; other moves need none. */
  readonly reason?: string;
  /** Of the preview that the person agreed to. */
  readonly basis?: string | undefined;
}

/** What can be done with one workspace. Each act says what it meant and, where it can be taken back, offers that. */
export function useWorkspaceActs(organization: Organization) {
  const { t } = useTranslation("workspaces");
  const { t: common } = useTranslation();
  const moves = {
    suspend: useCommand("workspace.suspend"),
    reactivate: useCommand("workspace.reactivate"),
    archive: useCommand("workspace.archive"),
    restore: useCommand("workspace.restore"),
  };
  const deletion = useCommand("workspace.delete");
  const of = ({ id }: Workspace) => ({ organizationId: organization.id, workspaceId: id });

  const run = async (act: WorkspaceMove, workspace: Workspace, { reason, basis }: Moving) => {
    const given = act === "suspend" && reason !== undefined ? { reason } : {};
    return (await moves[act].run({ ...of(workspace), ...given }, basis)).ok;
  };

  const takeBack = async (act: WorkspaceMove, workspace: Workspace) => {
    const back = opposite[act];
    if (!(await run(back, workspace, { reason: workspace.suspendedReason }))) return;
    toastDone({ message: t(`done.${done[back]}`, { name: workspace.name }) });
  };

  const move = async (act: WorkspaceMove, workspace: Workspace, moving: Moving): Promise<boolean> => {
    if (!(await run(act, workspace, moving))) return false;
    toastDone({
      message: t(`done.${done[act]}`, { name: workspace.name }),
      undo: { label: common("action.undo"), run: () => void takeBack(act, workspace) },
    });
    return true;
  };

  const remove = async (workspace: Workspace, basis?: string): Promise<boolean> => {
    const { ok } = await deletion.run(of(workspace), basis);
    if (ok) toastDone({ message: t("done.deleted", { name: workspace.name }) });
    return ok;
  };
  return { move, remove };
}

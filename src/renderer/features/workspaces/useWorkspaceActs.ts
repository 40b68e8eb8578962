import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Workspace } from "#contract/entities/workspace.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { toastDone } from "#renderer/ui/toast.tsx";

/** What can be done with one workspace. Each act says what it meant and, where it can be taken back, offers that. */
export function useWorkspaceActs(organization: Organization) {
  const { t } = useTranslation("workspaces");
  const { t: common } = useTranslation();
  const suspension = useCommand("workspace.suspend");
  const reactivation = useCommand("workspace.reactivate");
  const archival = useCommand("workspace.archive");
  const restoration = useCommand("workspace.restore");
  const deletion = useCommand("workspace.delete");
  const of = ({ id }: Workspace) => ({ organizationId: organization.id, workspaceId: id });
  const undo = (run: () => void) => ({ label: common("action.undo"), run });

  const suspend = async (workspace: Workspace, reason: string): Promise<boolean> => {
    const { ok } = await suspension.run({ ...of(workspace), reason });
    const back = undo(() => void reactivate(workspace, false));
    if (ok) toastDone({ message: t("done.suspended", { name: workspace.name }), undo: back });
    return ok;
  };

  const reactivate = async (workspace: Workspace, undoable = true): Promise<void> => {
    const { ok } = await reactivation.run(of(workspace));
    const message = t("done.reactivated", { name: workspace.name });
    const back = undo(() => void suspend(workspace, workspace.suspendedReason));
    if (ok) toastDone({ message, ...(undoable ? { undo: back } : {}) });
  };

  const archive = async (workspace: Workspace): Promise<void> => {
    const { ok } = await archival.run(of(workspace));
    const back = undo(() => void restore(workspace, false));
    if (ok) toastDone({ message: t("done.archived", { name: workspace.name }), undo: back });
  };

  const restore = async (workspace: Workspace, undoable = true): Promise<void> => {
    const { ok } = await restoration.run(of(workspace));
    const message = t("done.restored", { name: workspace.name });
    if (ok) toastDone({ message, ...(undoable ? { undo: undo(() => void archive(workspace)) } : {}) });
  };

  const remove = async (workspace: Workspace): Promise<boolean> => {
    const { ok } = await deletion.run(of(workspace));
    if (ok) toastDone({ message: t("done.deleted", { name: workspace.name }) });
    return ok;
  };
  return { suspend, reactivate, archive, restore, remove, pending: suspension.pending || deletion.pending };
}

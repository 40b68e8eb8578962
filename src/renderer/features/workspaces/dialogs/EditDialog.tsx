import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Workspace } from "#contract/entities/workspace.ts";
import type { Fault } from "#contract/fault.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { Dialog } from "#renderer/ui/dialog/Dialog.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { WorkspaceForm, type WorkspaceDraft } from "./WorkspaceForm.tsx";

interface EditDialogProps {
  readonly organization: Organization;
  readonly workspace: Workspace;
  readonly onClose: () => void;
}

/** Changing a workspace's details; only what differs is sent. */
export function EditDialog({ organization, workspace, onClose }: EditDialogProps) {
  const { t } = useTranslation("workspaces");
  const update = useCommand("workspace.update", { onFault: () => undefined });
  const { name, slug, description } = workspace;
  const changes = (draft: WorkspaceDraft) => ({
    ...(draft.name.trim() === name ? {} : { name: draft.name.trim() }),
    ...(draft.slug === null || draft.slug === slug ? {} : { slug: draft.slug }),
    ...(draft.description.trim() === description ? {} : { description: draft.description.trim() }),
  });
  const submit = async (draft: WorkspaceDraft, refused: (fault: Fault) => void) => {
    const of = { organizationId: organization.id, workspaceId: workspace.id };
    const answer = await update.run({ ...of, ...changes(draft) });
    if (!answer.ok) return refused(answer.fault);
    onClose();
    toastDone({ message: t("edit.done", { name: answer.value.name }) });
  };
  return (
    <Dialog title={t("edit.title", { name })} onClose={onClose}>
      <WorkspaceForm
        organization={organization}
        start={{ name, slug, description }}
        submitLabel={t("edit.submit")}
        pending={update.pending}
        because={(draft) => (Object.keys(changes(draft)).length === 0 ? t("form.nothing") : null)}
        onSubmit={(draft, refused) => void submit(draft, refused)}
        onCancel={onClose}
      />
    </Dialog>
  );
}

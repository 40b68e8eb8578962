import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Fault } from "#contract/fault.ts";
import { PreviewPanel } from "#renderer/app/preview/PreviewPanel.tsx";
import { usePreview } from "#renderer/app/preview/usePreview.ts";
import { nounsOf } from "#renderer/app/workspaces/nouns.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { Dialog } from "#renderer/ui/dialog/Dialog.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { WorkspaceForm, type WorkspaceDraft } from "./WorkspaceForm.tsx";

const empty: WorkspaceDraft = { name: "", slug: null, description: "" };

/**
 * The dialog that creates a workspace, and who can use it at once. A short name that nobody typed is left to the server,
 * which finds a free one.
 */
export function CreateDialog({ organization, onClose }: { organization: Organization; onClose: () => void }) {
  const { t } = useTranslation("workspaces");
  const nouns = nounsOf(organization);
  // Whatever it is called, the same people can use it; typing its name asks for no other preview.
  const previewed = usePreview(organization.id, { operation: "workspace.create", input: { name: nouns.One } });
  // The form shows what is refused.
  const create = useCommand("workspace.create", { onFault: () => undefined });
  const submit = async ({ name, slug, description }: WorkspaceDraft, refused: (fault: Fault) => void) => {
    const input = { organizationId: organization.id, name, description, ...(slug === null ? {} : { slug }) };
    const answer = await create.run(input);
    if (!answer.ok) return refused(answer.fault);
    onClose();
    toastDone({ message: t("create.done", { ...nouns, name: answer.value.name }) });
  };
  return (
    <Dialog title={t("create.title", nouns)} onClose={onClose}>
      <WorkspaceForm
        organization={organization}
        start={empty}
        submitLabel={t("create.submit", nouns)}
        pending={create.pending}
        onSubmit={(draft, refused) => void submit(draft, refused)}
        onCancel={onClose}
      >
        <PreviewPanel organization={organization} previewed={previewed} />
      </WorkspaceForm>
    </Dialog>
  );
}

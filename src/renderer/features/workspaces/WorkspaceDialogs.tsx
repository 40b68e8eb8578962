import { useSearchParams } from "react-router";
import type { Organization } from "#contract/entities/organization.ts";
import { useDecision } from "#renderer/bridge/decision.ts";
import type { Ask, Asking } from "./asking.ts";
import { CreateDialog } from "./dialogs/CreateDialog.tsx";
import { DeleteDialog } from "./dialogs/DeleteDialog.tsx";
import { EditDialog } from "./dialogs/EditDialog.tsx";
import { MoveDialog } from "./dialogs/MoveDialog.tsx";

interface WorkspaceDialogsProps {
  readonly organization: Organization;
  readonly asking: Asking | null;
  readonly ask: Ask;
  readonly onDeleted: () => void;
}

/** The dialog of whatever is being asked, or of the address. */
export function WorkspaceDialogs({ organization, asking, ask, onDeleted }: WorkspaceDialogsProps) {
  const [params, setParams] = useSearchParams();
  const verdict = useDecision(organization, { kind: "use", permission: "workspace.edit" });
  const onClose = () => ask(null);
  const stopCreating = () =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete("create");
        return next;
      },
      { replace: true },
    );
  if (params.has("create") && verdict.allowed) {
    return <CreateDialog organization={organization} onClose={stopCreating} />;
  }
  if (asking === null) return null;
  const { workspace } = asking;
  const of = { organization, workspace, onClose };
  if (asking.kind === "edit") return <EditDialog {...of} />;
  if (asking.kind === "delete") return <DeleteDialog {...of} onDeleted={onDeleted} />;
  return <MoveDialog {...of} act={asking.kind} />;
}

import { Button } from "@mantine/core";
import { useState, type SubmitEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Member } from "#contract/entities/member.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { WorkspaceAccessView } from "#contract/entities/workspace.ts";
import { PreviewPanel } from "../preview/PreviewPanel.tsx";
import { usePreviewedCommand } from "../preview/usePreviewedCommand.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { CommandButton } from "#renderer/ui/CommandButton.tsx";
import { Dialog, DialogFooter } from "#renderer/ui/dialog/Dialog.tsx";
import { FaultNotice } from "#renderer/ui/page/FaultNotice.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { draftOf, givenBy, isComplete, isSameRule } from "./access.ts";
import { AccessEditor } from "./AccessEditor.tsx";
import classes from "./AccessEditor.module.css";
import { nounsOf } from "./nouns.ts";

interface AccessDialogProps {
  readonly organization: Organization;
  readonly member: Member;
  readonly access: WorkspaceAccessView;
  readonly onClose: () => void;
}

/** Changing a member's rule; taking it back gives the former one with the moment that it was set. */
export function AccessDialog({ organization, member, access, onClose }: AccessDialogProps) {
  const { t } = useTranslation("workspaces");
  const { t: common } = useTranslation();
  const nouns = nounsOf(organization);
  const [draft, setDraft] = useState(() => draftOf(access));
  const words = ({ total }: WorkspaceAccessView) => t("access.done", { ...nouns, name: member.name, count: total });
  const complete = isComplete(draft);
  const undo = useCommand("member.setWorkspaceAccess", { onDone: (now) => toastDone({ message: words(now) }) });
  const { previewed, decision } = usePreviewedCommand(
    organization.id,
    "member.setWorkspaceAccess",
    complete ? { memberId: member.id, ...givenBy(draft) } : null,
    (now) => {
      onClose();
      const former = { ...givenBy(draftOf(access)), since: access.since };
      const back = () => void undo.run({ organizationId: organization.id, memberId: member.id, ...former });
      toastDone({ message: words(now), undo: { label: common("action.undo"), run: back } });
    },
  );
  const same = isSameRule(draft, draftOf(access)) && (previewed.preview?.people.length ?? 0) === 0;
  const unchanged = same ? t("access.unchanged") : null;
  const because = complete ? unchanged : t("access.chooseOne", nouns);
  const { pending } = decision;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (because === null && !pending) decision.onConfirm();
  };
  return (
    <Dialog title={t("access.dialog", { ...nouns, name: member.name })} onClose={onClose}>
      <form className={classes["editor"]} onSubmit={submit}>
        <FaultNotice fault={decision.fault} />
        <AccessEditor organization={organization} value={draft} onChange={setDraft} />
        {complete ? <PreviewPanel organization={organization} previewed={previewed} /> : null}
        <DialogFooter pending={pending}>
          <Button variant="default" onClick={onClose} disabled={pending}>
            {common("action.cancel")}
          </Button>
          <CommandButton type="submit" because={because} loading={pending} disabled={complete && !decision.ready}>
            {t("access.save")}
          </CommandButton>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

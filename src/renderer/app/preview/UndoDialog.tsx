import { Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { changeNames, type Change, type ChangeName } from "#contract/changes.ts";
import type { Organization } from "#contract/entities/organization.ts";
import type { Fault } from "#contract/fault.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import classes from "./Preview.module.css";
import { PreviewPanel } from "./PreviewPanel.tsx";
import { usePreview } from "./usePreview.ts";

interface UndoDialogProps {
  readonly organization: Organization;
  readonly revision: number;
  /** What happened, as the history says it. */
  readonly sentence: string;
  readonly onClose: () => void;
}

/** Taking an event back: the command that does so, with what it does now, which may differ from what once happened. */
export function UndoDialog({ organization, revision, sentence, onClose }: UndoDialogProps) {
  const { t } = useTranslation("preview");
  const { id: organizationId } = organization;
  const { data, error, refetch } = useOperation("change.inverse", { organizationId, revision }, { anew: true });
  const operation = changeNames.find((name) => name === data?.change?.operation);
  // The server gives back the input of that very command.
  const input = data?.change?.input as Change["input"] | undefined;
  const change = operation && input ? ({ operation, input } as Change) : null;
  const previewed = usePreview(organizationId, change);
  const [fault, setFault] = useState<Fault | null>(null);
  const command = useCommand<ChangeName>(operation ?? "member.reinstate", {
    onDone: () => {
      toastDone({ message: t("undo.done") });
      onClose();
    },
    onFault: (refused) => {
      previewed.again();
      setFault(refused);
    },
  });
  const confirm = () => void command.run({ ...input, organizationId }, previewed.basis);
  return (
    <DecisionDialog
      opened
      title={t("undo.title")}
      confirmLabel={t("undo.confirm")}
      pending={command.pending}
      ready={change !== null && previewed.ready}
      fault={fault}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Stack gap={12}>
        <p className={classes["sentence"]}>{sentence}</p>
        {error ? <ErrorState fault={error} onRetry={refetch} /> : null}
        {data?.why ? <p className={classes["sentence"]}>{t(`undo.why.${data.why}`)}</p> : null}
        {change === null ? null : <PreviewPanel organization={organization} previewed={previewed} />}
      </Stack>
    </DecisionDialog>
  );
}

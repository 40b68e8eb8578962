import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Fault } from "#contract/fault.ts";
import { useDepartures } from "#renderer/app/organizations/departures.ts";
import { PreviewPanel } from "#renderer/app/preview/PreviewPanel.tsx";
import { usePreview } from "#renderer/app/preview/usePreview.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { ErrorState } from "#renderer/ui/page/ErrorState.tsx";
import { PasswordField } from "#renderer/ui/form/PasswordField.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { useDeletionImpact } from "./useDeletionImpact.tsx";

interface DeleteDialogProps {
  readonly organization: Organization;
  readonly onClose: () => void;
}

/** Who loses what and what goes with it, then the name and the password. */
export function DeleteDialog({ organization, onClose }: DeleteDialogProps) {
  const { t } = useTranslation("deletion");
  const format = useFormat();
  const { id: organizationId, name } = organization;
  const [password, setPassword] = useState("");
  const [fault, setFault] = useState<Fault | null>(null);
  const previewed = usePreview(organizationId, { operation: "deletion.request", input: {} });
  const { data: counted, error, refetch } = useOperation("deletion.preview", { organizationId });
  const impact = useDeletionImpact(policyFor(organization).preset.workspaceNoun, counted);
  const departures = useDepartures();
  const remove = useCommand("deletion.request", {
    onDone: ({ purgeAt }) => {
      const held = counted !== undefined && counted.holdDays > 0 && purgeAt !== null;
      const words = { organization: name, date: purgeAt === null ? "" : format.date(purgeAt) };
      toastDone({ message: t(held ? "ask.held" : "ask.atOnce", words) });
      onClose();
    },
    onFault: (refused) => {
      departures.forget(organizationId);
      if (!isWrongPassword(refused)) previewed.again();
      setFault(refused);
    },
  });
  const wrong = isWrongPassword(fault);
  return (
    <DecisionDialog
      opened
      tone="danger"
      title={t("ask.title", { organization: name })}
      typedConfirmation={name}
      confirmation={
        <PasswordField
          label={t("ask.password")}
          autoComplete="current-password"
          value={password}
          error={wrong ? t("ask.wrong") : null}
          onChange={(event) => {
            setPassword(event.currentTarget.value);
            setFault(null);
          }}
        />
      }
      confirmLabel={t("ask.confirm")}
      ready={previewed.ready && counted !== undefined && password !== ""}
      pending={remove.pending}
      fault={wrong ? null : fault}
      onConfirm={() => {
        // Without a time to restore it, it is gone before the answer comes.
        if (counted?.holdDays === 0) departures.expect(organizationId);
        void remove.run({ organizationId, name, password }, previewed.basis);
      }}
      onClose={onClose}
    >
      <PreviewPanel organization={organization} previewed={previewed} also={impact} />
      {error ? <ErrorState fault={error} onRetry={refetch} /> : null}
    </DecisionDialog>
  );
}

const isWrongPassword = (fault: Fault | null): boolean =>
  fault?.kind === "unauthenticated" && fault.reason === "badCredentials";

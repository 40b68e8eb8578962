import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Fault } from "#contract/fault.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { useOperation } from "#renderer/bridge/queries.ts";
import { useFormat } from "#renderer/i18n/LocaleProvider.tsx";
import { DecisionDialog } from "#renderer/ui/DecisionDialog.tsx";
import { ErrorState } from "#renderer/ui/ErrorState.tsx";
import { Loading } from "#renderer/ui/Loading.tsx";
import { PasswordField } from "#renderer/ui/PasswordField.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";
import { useDeletionImpact } from "./useDeletionImpact.tsx";

interface DeleteDialogProps {
  readonly organization: Organization;
  readonly onClose: () => void;
}

/** What stands where the impact will be. */
function Counting({ fault, onRetry }: { fault: Fault | null; onRetry: () => void }) {
  return fault ? <ErrorState fault={fault} onRetry={onRetry} /> : <Loading lines={4} />;
}

/** What goes, then the name and the password. */
export function DeleteDialog({ organization, onClose }: DeleteDialogProps) {
  const { t } = useTranslation("deletion");
  const format = useFormat();
  const { id: organizationId, name } = organization;
  const [password, setPassword] = useState("");
  const [fault, setFault] = useState<Fault | null>(null);
  const preview = useOperation("deletion.preview", { organizationId });
  const impact = useDeletionImpact(policyFor(organization).preset.workspaceNoun, preview.data);
  const remove = useCommand("deletion.request", {
    onDone: ({ purgeAt }) => {
      const held = preview.data !== undefined && preview.data.holdDays > 0 && purgeAt !== null;
      const words = { organization: name, date: purgeAt === null ? "" : format.date(purgeAt) };
      toastDone({ message: t(held ? "ask.held" : "ask.atOnce", words) });
      onClose();
    },
    onFault: setFault,
  });
  const wrong = fault?.kind === "unauthenticated" && fault.reason === "badCredentials";
  return (
    <DecisionDialog
      opened
      tone="danger"
      title={t("ask.title", { organization: name })}
      impact={impact}
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
      ready={preview.data !== undefined && password !== ""}
      pending={remove.pending}
      fault={wrong ? null : fault}
      onConfirm={() => void remove.run({ organizationId, name, password })}
      onClose={onClose}
    >
      {preview.data ? null : <Counting fault={preview.error} onRetry={preview.refetch} />}
    </DecisionDialog>
  );
}

import { IconLetterCase, IconPhotoOff } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Fault } from "#contract/fault.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { DecisionDialog } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { toastDone } from "#renderer/ui/toast.tsx";

interface RemoveLogoDialogProps {
  readonly organization: Organization;
  readonly onClose: () => void;
}

/** Taking the logo away, which nobody can take back: the picture is not kept. */
export function RemoveLogoDialog({ organization, onClose }: RemoveLogoDialogProps) {
  const { t } = useTranslation("settings");
  const [fault, setFault] = useState<Fault | null>(null);
  const remove = useCommand("organization.removeLogo", {
    onDone: ({ name }) => {
      toastDone({ message: t("logo.removed", { name }) });
      onClose();
    },
    onFault: setFault,
  });
  return (
    <DecisionDialog
      opened
      tone="danger"
      title={t("logo.removeTitle", { name: organization.name })}
      impact={[
        { id: "initials", icon: <IconLetterCase />, text: t("logo.removeInitials") },
        { id: "gone", icon: <IconPhotoOff />, text: t("logo.removeGone"), tone: "danger" },
      ]}
      confirmLabel={t("logo.remove")}
      pending={remove.pending}
      fault={fault}
      onConfirm={() => void remove.run({ organizationId: organization.id })}
      onClose={onClose}
    />
  );
}

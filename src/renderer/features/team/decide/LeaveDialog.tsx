import { IconDoorExit, IconMail } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import type { Fault } from "#contract/fault.ts";
import { PreviewPanel } from "#renderer/app/preview/PreviewPanel.tsx";
import { usePreview } from "#renderer/app/preview/usePreview.ts";
import { useCommand } from "#renderer/bridge/commands.ts";
import { DecisionDialog, type Impact } from "#renderer/ui/dialog/DecisionDialog.tsx";

interface LeaveDialogProps {
  readonly organization: Organization;
  readonly onClose: () => void;
}

/** Leaving; the frame then goes to an organization that the person still has. */
export function LeaveDialog({ organization, onClose }: LeaveDialogProps) {
  const { t } = useTranslation("team");
  const [fault, setFault] = useState<Fault | null>(null);
  const previewed = usePreview(organization.id, { operation: "member.leave", input: {} });
  const leave = useCommand("member.leave", {
    onDone: onClose,
    onFault: (refused) => {
      previewed.again();
      setFault(refused);
    },
  });
  const impact: Impact[] = [
    { id: "access", icon: <IconDoorExit />, text: t("leave.access"), tone: "danger" },
    { id: "back", icon: <IconMail />, text: t("leave.back") },
  ];
  return (
    <DecisionDialog
      opened
      tone="danger"
      title={t("leave.title", { organization: organization.name })}
      confirmLabel={t("leave.confirm", { organization: organization.name })}
      pending={leave.pending}
      ready={previewed.ready}
      fault={fault}
      onConfirm={() => void leave.run({ organizationId: organization.id }, previewed.basis)}
      onClose={onClose}
    >
      <PreviewPanel organization={organization} previewed={previewed} also={impact} />
    </DecisionDialog>
  );
}

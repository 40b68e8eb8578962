import { IconDoorExit, IconMail } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { PreviewPanel } from "#renderer/app/preview/PreviewPanel.tsx";
import { usePreviewedCommand } from "#renderer/app/preview/usePreviewedCommand.ts";
import { DecisionDialog, type Impact } from "#renderer/ui/dialog/DecisionDialog.tsx";

interface LeaveDialogProps {
  readonly organization: Organization;
  readonly onClose: () => void;
}

/** Leaving; the frame then goes to an organization that the person still has. */
export function LeaveDialog({ organization, onClose }: LeaveDialogProps) {
  const { t } = useTranslation("team");
  const { previewed, decision } = usePreviewedCommand(organization.id, "member.leave", {}, onClose);
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
      {...decision}
      onClose={onClose}
    >
      <PreviewPanel organization={organization} previewed={previewed} also={impact} />
    </DecisionDialog>
  );
}

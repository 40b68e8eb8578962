import { Stack } from "@mantine/core";
import { IconKey, IconMail, IconUsers } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { roleOf } from "#domain/policy/policy.ts";
import { PreviewPanel } from "#renderer/app/preview/PreviewPanel.tsx";
import { usePreviewedCommand } from "#renderer/app/preview/usePreviewedCommand.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { DecisionDialog, type Impact } from "#renderer/ui/dialog/DecisionDialog.tsx";

interface LeaveDialogProps {
  readonly organization: Organization;
  readonly onClose: () => void;
}

/**
 * What leaving costs is shown first. Afterwards the frame says that the membership has ended and moves on, as for any
 * other end of one.
 */
export function LeaveDialog({ organization, onClose }: LeaveDialogProps) {
  const { t } = useTranslation("members");
  const { id: organizationId, name } = organization;
  const { previewed, decision } = usePreviewedCommand(organizationId, "member.leave", {}, onClose);
  const impact = useImpact(organization);
  return (
    <DecisionDialog
      opened
      tone="danger"
      title={t("leave.title", { organization: name })}
      confirmLabel={t("leave.confirm")}
      cancelLabel={t("leave.stay")}
      {...decision}
      onClose={onClose}
    >
      <Stack gap={16}>
        {t("leave.what", { organization: name })}
        <PreviewPanel organization={organization} previewed={previewed} also={impact} />
      </Stack>
    </DecisionDialog>
  );
}

function useImpact(organization: Organization): Impact[] {
  const { t } = useTranslation("members");
  const { memberCount, owners: ownersNow, me } = organization;
  const role = roleOf(policyFor(organization), me.role);
  const owners = ownersNow - (role?.ownerClass ? 1 : 0);
  return [
    { id: "access", icon: <IconKey />, text: t("leave.access", { role: role?.name ?? me.role }), tone: "danger" },
    { id: "people", icon: <IconUsers />, text: t("leave.people", { count: memberCount - 1, owners }) },
    { id: "return", icon: <IconMail />, text: t("leave.return") },
  ];
}

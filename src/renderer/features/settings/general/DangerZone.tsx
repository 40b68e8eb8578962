import { Button, Stack } from "@mantine/core";
import { IconDoorExit, IconKey, IconMail, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Organization } from "#contract/entities/organization.ts";
import { roleOf } from "#domain/policy/policy.ts";
import { Explained } from "#renderer/app/explain/Explained.tsx";
import { PreviewPanel } from "#renderer/app/preview/PreviewPanel.tsx";
import { usePreviewedCommand } from "#renderer/app/preview/usePreviewedCommand.ts";
import { policyFor } from "#renderer/bridge/decision.ts";
import { DecisionDialog, type Impact } from "#renderer/ui/dialog/DecisionDialog.tsx";
import { FieldRow, FormSection } from "#renderer/ui/form/FieldRow.tsx";
import { DeleteRow } from "../danger/DeleteRow.tsx";
import { TransferRow } from "../danger/TransferRow.tsx";

/** Handing the organization over, leaving it and deleting it; each shows first what it costs. */
export function DangerZone({ organization }: { organization: Organization }) {
  const { t } = useTranslation("settings");
  const [leaving, setLeaving] = useState(false);
  return (
    <FormSection title={t("leave.zone")} tone="danger">
      <TransferRow organization={organization} />
      <FieldRow title={t("leave.title")} description={t("leave.text")}>
        <Explained organization={organization} act={{ kind: "leave" }} position="left">
          <Button
            variant="default"
            c="var(--od-red)"
            leftSection={<IconDoorExit size={16} />}
            onClick={() => setLeaving(true)}
          >
            {t("leave.open")}
          </Button>
        </Explained>
      </FieldRow>
      <DeleteRow organization={organization} />
      {leaving ? <LeaveDialog organization={organization} onClose={() => setLeaving(false)} /> : null}
    </FormSection>
  );
}

interface LeaveDialogProps {
  readonly organization: Organization;
  readonly onClose: () => void;
}

/**
 * What leaving costs is shown first. Afterwards the frame says that the membership has ended and moves on, as for any
 * other end of one.
 */
function LeaveDialog({ organization, onClose }: LeaveDialogProps) {
  const { t } = useTranslation("settings");
  const { id: organizationId, name } = organization;
  const { previewed, decision } = usePreviewedCommand(organizationId, "member.leave", {}, onClose);
  const impact = useImpact(organization);
  return (
    <DecisionDialog
      opened
      tone="danger"
      title={t("leave.ask", { name })}
      confirmLabel={t("leave.confirm")}
      cancelLabel={t("leave.stay")}
      {...decision}
      onClose={onClose}
    >
      <Stack gap={16}>
        {t("leave.what", { name })}
        <PreviewPanel organization={organization} previewed={previewed} also={impact} />
      </Stack>
    </DecisionDialog>
  );
}

function useImpact(organization: Organization): Impact[] {
  const { t } = useTranslation("settings");
  const { name, memberCount, owners, me } = organization;
  const role = roleOf(policyFor(organization), me.role);
  const staying = memberCount - 1;
  const ownersLeft = owners - (role?.ownerClass ? 1 : 0);
  return [
    { id: "access", icon: <IconKey size={16} />, text: t("leave.access", { role: role?.name ?? me.role, name }) },
    { id: "people", icon: <IconUsers size={16} />, text: t("leave.people", { count: staying, owners: ownersLeft }) },
    { id: "return", icon: <IconMail size={16} />, text: t("leave.return") },
  ];
}
